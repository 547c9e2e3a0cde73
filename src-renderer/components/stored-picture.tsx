import { FileImageOutlined } from '@ant-design/icons'
import { useEffect, useState } from 'react'
import { call } from '#renderer/ipc/client.ts'
import type { StoredPicture } from '#shared/domain/attachment.ts'

const longestPx = 192
const quality = 0.8

/** Where the window finds a picture of the open archive. */
export function pictureAddress(contentName: string): string {
  return `app://main/stored/${contentName}`
}

type StoredThumbnailProps = {
  readonly contentName: string
  /** What is in the picture, for those who do not see it; '' where its name stands beside it. */
  readonly alt: string
}

/**
 * A stored picture, small. Where the archive has no small one yet it is drawn from the large one, here in the locked page, where a
 * hostile picture can do nothing, and kept for the next time.
 */
export function StoredThumbnail({ contentName, alt }: StoredThumbnailProps) {
  const [drawn, setDrawn] = useState<'stored' | 'none' | Blob>('stored')
  const address = useBlobAddress(drawn)
  if (drawn === 'none')
    return <FileImageOutlined className="thumbnail is-unseen" aria-label={alt || undefined} />
  const draw = () => {
    if (drawn !== 'stored') return setDrawn('none')
    void drawThumbnail(contentName).then(setDrawn, () => setDrawn('none'))
  }
  return (
    <img
      className="thumbnail"
      src={address ?? `${pictureAddress(contentName)}/thumbnail`}
      alt={alt}
      loading="lazy"
      draggable={false}
      onError={draw}
    />
  )
}

function useBlobAddress(drawn: unknown): string | null {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    if (!(drawn instanceof Blob)) return
    const made = URL.createObjectURL(drawn)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [drawn])
  return address
}

/** One after another: large pictures take much memory while they are drawn. */
let lastDrawing: Promise<unknown> = Promise.resolve()

function drawThumbnail(contentName: string): Promise<Blob> {
  const drawing = lastDrawing.then(() => drawNow(contentName))
  lastDrawing = drawing.catch(() => undefined)
  return drawing
}

async function drawNow(contentName: string): Promise<Blob> {
  const picture = new Image()
  picture.src = pictureAddress(contentName)
  await picture.decode()
  const { naturalWidth, naturalHeight } = picture
  const scale = Math.min(1, longestPx / Math.max(naturalWidth, naturalHeight))
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(naturalWidth * scale)),
    Math.max(1, Math.round(naturalHeight * scale)),
  )
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  const blob = await canvas.convertToBlob({ type: 'image/webp', quality })
  const image = new Uint8Array(await blob.arrayBuffer())
  // An archive that cannot be written shows it all the same.
  await call('attachments.saveThumbnail', { contentName, image }).catch(() => null)
  return blob
}

type PictureMarkProps = { readonly picture: StoredPicture; readonly isLarge?: boolean }

/** A picture beside the name of its file; small enough for a line of a list, or as large as a card has room. */
export function PictureMark({ picture: { contentName, fileName }, isLarge = false }: PictureMarkProps) {
  return (
    <span className={isLarge ? 'picture-mark is-large' : 'picture-mark'} title={fileName}>
      <StoredThumbnail key={contentName} contentName={contentName} alt="" />
      <bdi>{fileName}</bdi>
    </span>
  )
}
