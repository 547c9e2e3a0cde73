import { ClipboardItem, clipboard, type NativeImage } from 'electron'

/** The clipboard of Electron 25, which takes a picture as it is. */
type OldClipboard = { readonly writeImage?: (picture: NativeImage) => void }

/** Puts a picture on the clipboard, as pasting into documents and chats expects it. */
export async function putPicture(picture: NativeImage): Promise<void> {
  const old: OldClipboard = clipboard as OldClipboard
  if (old.writeImage) old.writeImage(picture)
  else
    await clipboard.write([
      new ClipboardItem({ 'image/png': new Blob([new Uint8Array(picture.toPNG())], { type: 'image/png' }) }),
    ])
}
