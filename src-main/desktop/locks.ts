import { app, net, type Session, session, type WebContents } from 'electron'
import { refuseConnection } from '#main/threads/network-block.ts'
import { isAllowedRequest, isOwnAddress } from './content-security.ts'

/** Takes Electron's own ways to the network away from main; those of Node are taken by `blockNetwork`. */
export function blockElectronNetwork(): void {
  for (const name of ['fetch', 'request', 'resolveHost'] as const)
    Object.defineProperty(net, name, { value: refuseConnection })
}

/**
 * The session of every window: in memory only, so that nothing of Chromium's is written, and locked.
 *
 * `onRefused` hears of each request that was stopped. Chromium keeps one listener per event, so this is the only
 * place that has one.
 */
export function lockSessions(onRefused: () => void, developmentServer?: string): Session {
  const own = session.fromPartition('kehu', { cache: false })
  lockSession(own, address => isAllowedRequest(address, developmentServer), onRefused)
  lockSession(session.defaultSession, () => false, onRefused)
  return own
}

function lockSession(locked: Session, isAllowed: (address: string) => boolean, onRefused: () => void): void {
  locked.webRequest.onBeforeRequest(({ url }, answer) => {
    const cancel = !isAllowed(url)
    if (cancel) onRefused()
    answer({ cancel })
  })
  locked.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  locked.setPermissionCheckHandler(() => false)
  locked.setDevicePermissionHandler(() => false)
  locked.setSpellCheckerEnabled(false)
  locked.on('will-download', event => event.preventDefault())
}

/** Locks every page that will ever be made, before it can load anything: no foreign address, no new window. */
export function lockAllContents(developmentServer?: string): void {
  app.on('web-contents-created', (_event, contents) => lockContents(contents, developmentServer))
}

function lockContents(contents: WebContents, developmentServer?: string): void {
  const keepInside = (event: { preventDefault(): void }, url: string) => {
    if (!isOwnAddress(url, developmentServer)) event.preventDefault()
  }
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', event => keepInside(event, event.url))
  contents.on('will-frame-navigate', event => keepInside(event, event.url))
  contents.on('will-redirect', event => keepInside(event, event.url))
  contents.on('will-attach-webview', event => event.preventDefault())
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}
