/** The part of a frame of Electron that tells where a call came from. */
type Frame = { readonly url: string }

/** The part of Electron's invoke event that is looked at. */
export type CallSender = {
  /** null once the frame is gone (Electron 33 and later). */
  readonly senderFrame: Frame | null
  readonly sender: { readonly id: number; readonly mainFrame: Frame; isDestroyed(): boolean }
}

/**
 * Tells whether a call comes from the top frame of a window that main itself made, showing our own page.
 *
 * Must be asked before anything is awaited: afterwards the frame may show something else.
 */
export function isTrustedSender(
  event: CallSender,
  knownIds: ReadonlySet<number>,
  isOwnAddress: (address: string) => boolean,
): boolean {
  const { sender, senderFrame } = event
  if (!senderFrame || sender.isDestroyed() || !knownIds.has(sender.id)) return false
  return senderFrame === sender.mainFrame && isOwnAddress(senderFrame.url)
}
