/** A picture that a window may draw. Units: pixels. */
export type PictureFacts = { readonly mediaType: string; readonly width: number; readonly height: number }

/** A larger picture takes half a gigabyte to draw: it is kept, and not shown. */
const mostPixels = 100_000_000
const mostPixelsPerSide = 30_000

/**
 * Tells kind and size of a picture from its first bytes, whatever its name says: JPEG, PNG, GIF, WebP, BMP.
 *
 * Empty: undefined for everything else, SVG and HTML among them, and for a picture that is too large to draw.
 */
export function readPicture(head: Uint8Array): PictureFacts | undefined {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength)
  try {
    const facts = [readPng, readJpeg, readGif, readWebp, readBmp].flatMap(read => read(bytes) ?? [])[0]
    return facts && isDrawable(facts) ? facts : undefined
  } catch (error) {
    // The bytes end before the size is told.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function isDrawable({ width, height }: PictureFacts): boolean {
  const longest = Math.max(width, height)
  return width > 0 && height > 0 && longest <= mostPixelsPerSide && width * height <= mostPixels
}

const startsWith = (bytes: Buffer, text: string, at = 0) =>
  bytes.toString('latin1', at, at + text.length) === text

function readPng(bytes: Buffer): PictureFacts | undefined {
  if (!startsWith(bytes, '\x89PNG\r\n\x1a\n') || !startsWith(bytes, 'IHDR', 12)) return undefined
  return { mediaType: 'image/png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
}

function readGif(bytes: Buffer): PictureFacts | undefined {
  if (!startsWith(bytes, 'GIF87a') && !startsWith(bytes, 'GIF89a')) return undefined
  return { mediaType: 'image/gif', width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) }
}

function readBmp(bytes: Buffer): PictureFacts | undefined {
  if (!startsWith(bytes, 'BM') || bytes.readUInt32LE(14) < 40) return undefined
  const height = Math.abs(bytes.readInt32LE(22))
  return { mediaType: 'image/bmp', width: bytes.readInt32LE(18), height }
}

/** Segments follow each other until the one that tells the size: C0 to CF, but for three that are something else. */
function readJpeg(bytes: Buffer): PictureFacts | undefined {
  if (!startsWith(bytes, '\xff\xd8\xff')) return undefined
  for (let at = 2; ; ) {
    if (bytes.readUInt8(at) !== 0xff) return undefined
    const marker = bytes.readUInt8(at + 1)
    if (marker === 0xff) at += 1
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return {
        mediaType: 'image/jpeg',
        width: bytes.readUInt16BE(at + 7),
        height: bytes.readUInt16BE(at + 5),
      }
    else at += 2 + Math.max(2, bytes.readUInt16BE(at + 2))
  }
}

/** Three layouts: lossy, lossless, extended. */
function readWebp(bytes: Buffer): PictureFacts | undefined {
  if (!startsWith(bytes, 'RIFF') || !startsWith(bytes, 'WEBP', 8)) return undefined
  const mediaType = 'image/webp'
  if (startsWith(bytes, 'VP8 ', 12))
    return { mediaType, width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff }
  if (startsWith(bytes, 'VP8X', 12))
    return { mediaType, width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 }
  if (!startsWith(bytes, 'VP8L', 12)) return undefined
  const packed = bytes.readUInt32LE(21)
  return { mediaType, width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 }
}
