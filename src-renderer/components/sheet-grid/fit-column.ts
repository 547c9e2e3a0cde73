/** Of the cell at both sides, and of the arrow of a sorted head. */
const paddingPx = 18

/** Width that shows the head and the drawn cells of a column whole. Units: px, padding included. */
export function fittingWidthPx(scroller: HTMLElement, column: number): number {
  const range = document.createRange()
  let widest = 0
  for (const cell of scroller.querySelectorAll(`[aria-colindex="${column + 2}"]`)) {
    range.selectNodeContents(cell.querySelector('.sg-title-text') ?? cell)
    widest = Math.max(widest, range.getBoundingClientRect().width)
  }
  return Math.ceil(widest) + paddingPx
}
