const focusable =
  'a[href], button:enabled, input:enabled, textarea:enabled, select:enabled, [tabindex]:not([tabindex="-1"])'

/** What had the focus in a region when it was left. */
const lastFocused = new WeakMap<Element, HTMLElement>()

/** The place of a region where the keyboard begins: where it was, else the current entry, else the first that takes the focus. */
function startOf(region: HTMLElement): HTMLElement {
  const last = lastFocused.get(region)
  if (last && region.contains(last)) return last
  const current = region.querySelector<HTMLElement>('[aria-current="page"]')
  return current ?? region.querySelector<HTMLElement>(focusable) ?? region
}

/** Moves the focus to the next part of the window, or to the one before: navigation, page, status bar. */
export function moveToRegion(step: 1 | -1, root: ParentNode = document): void {
  const regions = [...root.querySelectorAll<HTMLElement>('[data-region]')]
  const focused = document.activeElement
  const index = regions.findIndex(region => region.contains(focused))
  const from = regions[index]
  if (from && focused instanceof HTMLElement) lastFocused.set(from, focused)
  const next = regions.at(index === -1 ? (step === 1 ? 0 : -1) : (index + step) % regions.length)
  if (next) startOf(next).focus()
}
