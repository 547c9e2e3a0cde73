import { call } from '#renderer/ipc/client.ts'

const nextFrame = () => new Promise(resolve => requestAnimationFrame(resolve))

/** Puts a panel on the clipboard as it is seen, without its buttons. False when it could not. */
export async function copyPicture(panel: HTMLElement | null): Promise<boolean> {
  if (!panel) return false
  panel.scrollIntoView({ block: 'nearest' })
  panel.dataset.pictured = 'true'
  try {
    await nextFrame()
    await nextFrame()
    const { left, top, width, height } = panel.getBoundingClientRect()
    await call('program.copyPicture', {
      x: Math.max(0, Math.round(left)),
      y: Math.max(0, Math.round(top)),
      width: Math.max(1, Math.round(width)),
      height: Math.max(1, Math.round(height)),
    })
    return true
  } catch {
    return false
  } finally {
    delete panel.dataset.pictured
  }
}
