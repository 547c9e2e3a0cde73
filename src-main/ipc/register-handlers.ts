import { ipcMain } from 'electron'
import { channels } from '#shared/contract/channels.ts'
import type { Gate } from './gate.ts'
import { type CallSender, isTrustedSender } from './trusted-sender.ts'

/** Who called: the id of the window's web contents. */
export type Caller = { readonly contentsId: number }

/**
 * Opens the two channels from windows to main. The sender is checked before anything is awaited.
 *
 * `files.accept` has a channel of its own, which only the preload's handling of a real drop uses: through the
 * common channel it is refused, so that a page cannot name a path.
 */
export function registerHandlers(
  gate: Gate<Caller>,
  trustedIds: ReadonlySet<number>,
  isOwnAddress: (address: string) => boolean,
): void {
  const isTrusted = (event: CallSender) => isTrustedSender(event, trustedIds, isOwnAddress)
  ipcMain.handle(channels.call, (event, method: unknown, request: unknown) => {
    const named = method === 'files.accept' ? undefined : method
    return gate(isTrusted(event), named, request, { contentsId: event.sender.id })
  })
  ipcMain.handle(channels.dropFiles, (event, request: unknown) =>
    gate(isTrusted(event), 'files.accept', request, { contentsId: event.sender.id }),
  )
}
