import type { Input, WebContents } from 'electron'

const zoomSteps = [1, 1.1, 1.25, 1.5] as const

/** What a key of the window itself does; everything else is the page's. */
export type WindowKey = 'zoom-in' | 'zoom-out' | 'zoom-reset' | 'new-window' | 'developer-tools' | 'reload'

/** The part of a key press that is looked at. */
type KeyPress = Pick<Input, 'type' | 'key' | 'control' | 'meta' | 'shift' | 'alt'>

/**
 * Tells what a key press means to the window.
 *
 * Empty: undefined for all keys that belong to the page. Developer keys exist in development only.
 * Example: windowKeyOf({ type: 'keyDown', key: '=', control: true, … }, false) -> 'zoom-in'
 */
export function windowKeyOf(press: KeyPress, isDevelopment: boolean): WindowKey | undefined {
  if (press.type !== 'keyDown' || press.alt) return undefined
  if (isDevelopment && press.key === 'F12') return 'developer-tools'
  if (isDevelopment && press.key === 'F5') return 'reload'
  if (!press.control && !press.meta) return undefined
  if (press.key === '+' || press.key === '=') return 'zoom-in'
  if (press.key === '-' || press.key === '_') return 'zoom-out'
  if (press.key === '0') return 'zoom-reset'
  return press.shift && press.key.toLowerCase() === 'n' ? 'new-window' : undefined
}

/** The next zoom of 100 to 150 %. Example: nextZoom(1.1, 'zoom-in') -> 1.25 */
export function nextZoom(current: number, key: 'zoom-in' | 'zoom-out' | 'zoom-reset'): number {
  if (key === 'zoom-reset') return 1
  if (key === 'zoom-in') return zoomSteps.find(step => step > current + 0.01) ?? 1.5
  return zoomSteps.toReversed().find(step => step < current - 0.01) ?? 1
}

/** Binds the keys of the window. Without a menu there are no other accelerators. */
export function bindWindowKeys(
  contents: WebContents,
  options: { readonly isDevelopment: boolean; readonly openWindow: () => void },
): void {
  contents.on('before-input-event', (event, input) => {
    const key = windowKeyOf(input, options.isDevelopment)
    if (!key) return
    event.preventDefault()
    if (key === 'new-window') options.openWindow()
    else if (key === 'developer-tools') contents.toggleDevTools()
    else if (key === 'reload') contents.reload()
    else contents.setZoomFactor(nextZoom(contents.getZoomFactor(), key))
  })
}
