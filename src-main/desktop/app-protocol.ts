import { readFile } from 'node:fs/promises'
import { protocol, type Session } from 'electron'
import type { OpenPicture } from '#main/attachments/stored-file.service.ts'
import { contentSecurityPolicy, fileOfAddress, pictureOfAddress } from './content-security.ts'

/** Makes app:// a scheme like https: with an origin, secure, usable by fetch. To be called before `ready`. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Finds a picture of the open archive. Empty: undefined for none. */
export type FindPicture = (contentName: string, isThumbnail: boolean) => OpenPicture | undefined

/**
 * Serves the files of the page to one session, each with the content security policy, and the pictures of the open archive.
 * Anything else is 404.
 */
export function serveApp(session: Session, folder: string, findPicture: FindPicture): void {
  session.protocol.handle('app', async request => {
    const asked = request.method === 'GET' ? pictureOfAddress(request.url) : undefined
    if (asked) return pictureResponse(findPicture(asked.contentName, asked.isThumbnail))
    const found = request.method === 'GET' ? fileOfAddress(request.url, folder) : undefined
    const content = found && (await readFile(found.file).catch(() => undefined))
    if (!found || !content) return new Response(null, { status: 404 })
    return new Response(new Uint8Array(content), {
      headers: {
        'content-type': found.type,
        'content-security-policy': contentSecurityPolicy,
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      },
    })
  })
}

/** A picture is never kept anywhere, and never a page of its own: whatever its bytes are, nothing in them is run. */
function pictureResponse(picture: OpenPicture | undefined): Response {
  // A thumbnail that is not made yet is no error of the page, which then makes it.
  if (!picture) return new Response(null, { status: 204 })
  const { chunks, mediaType } = picture
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await chunks.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await chunks.return(undefined)
    },
  })
  return new Response(body, {
    headers: {
      'content-type': mediaType,
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
