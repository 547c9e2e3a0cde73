import { readFile } from 'node:fs/promises'
import { protocol, type Session } from 'electron'
import { contentSecurityPolicy, fileOfAddress } from './content-security.ts'

/** Makes app:// a scheme like https: with an origin, secure, usable by fetch. To be called before `ready`. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Serves the files of the page to one session, each with the content security policy. Anything else is 404. */
export function serveApp(session: Session, folder: string): void {
  session.protocol.handle('app', async request => {
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
