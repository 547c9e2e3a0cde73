import { type PointerEvent as ReactPointerEvent, type RefObject, useEffect, useRef } from 'react'
import { size } from '#renderer/design/tokens.ts'
import type { Cell } from './selection.ts'

type PointerHandlers = {
  /** The cell under a point of the scrolled view; column -1 on the row numbers. */
  readonly hit: (x: number, y: number) => Cell
  readonly onPress: (place: Cell, keys: { shiftKey: boolean; ctrlKey: boolean }) => void
  readonly onDrag: (place: Cell, isOnRowNumbers: boolean) => void
  readonly onDoublePress: (place: Cell) => void
}

const doublePressMs = 400
const ownParts = 'button, a, input, .sg-head'

/** Selecting with the mouse. Beyond the edges of the view the list scrolls on, faster the farther the pointer is. */
export function usePointerSelection(scroller: RefObject<HTMLDivElement | null>, handlers: PointerHandlers) {
  const newest = useRef(handlers)
  newest.current = handlers
  const lastPress = useRef<Cell & { at: number }>({ row: -1, column: -1, at: 0 })
  const stop = useRef<() => void>(() => {})
  useEffect(() => () => stop.current(), [])

  return (event: ReactPointerEvent) => {
    const element = scroller.current
    if (!element || (event.target as Element).closest('.sg-field')) return
    if (event.button !== 0 || (event.target as Element).closest(ownParts)) return
    const box = element.getBoundingClientRect()
    if (event.clientX - box.left > element.clientWidth || event.clientY - box.top > element.clientHeight)
      return
    event.preventDefault()
    const place = newest.current.hit(event.clientX - box.left, event.clientY - box.top - size.sheetHead)
    const before = lastPress.current
    const isDouble =
      before.row === place.row &&
      before.column === place.column &&
      event.timeStamp - before.at < doublePressMs
    lastPress.current = { ...place, at: event.timeStamp }
    newest.current.onPress(place, { shiftKey: event.shiftKey, ctrlKey: event.ctrlKey || event.metaKey })
    if (isDouble) newest.current.onDoublePress(place)
    else stop.current = followDrag(element, newest, place.column === -1)
  }
}

/** How far beyond an interval a value lies, with its sign; 0 inside. */
const beyond = (value: number, low: number, high: number) =>
  value < low ? value - low : value > high ? value - high : 0

function followDrag(
  element: HTMLDivElement,
  handlers: RefObject<PointerHandlers>,
  isOnRowNumbers: boolean,
): () => void {
  let frame = 0
  let point: { x: number; y: number } | undefined
  const step = () => {
    frame = 0
    if (!point) return
    const box = element.getBoundingClientRect()
    const x = point.x - box.left
    const y = point.y - box.top - size.sheetHead
    const viewPx = element.clientHeight - size.sheetHead
    const pullX = isOnRowNumbers ? 0 : beyond(x, 0, element.clientWidth)
    const pullY = beyond(y, 0, viewPx)
    element.scrollBy(pullX / 2, pullY / 2)
    const inView = (value: number, end: number) => Math.max(0, Math.min(end - 1, value))
    const place = handlers.current.hit(inView(x, element.clientWidth), inView(y, viewPx))
    handlers.current.onDrag(place, isOnRowNumbers)
    if (pullX !== 0 || pullY !== 0) frame = requestAnimationFrame(step)
  }
  const move = (event: PointerEvent) => {
    point = { x: event.clientX, y: event.clientY }
    if (!frame) frame = requestAnimationFrame(step)
  }
  const end = () => {
    cancelAnimationFrame(frame)
    window.removeEventListener('pointermove', move)
    window.removeEventListener('pointerup', end)
    window.removeEventListener('pointercancel', end)
  }
  window.addEventListener('pointermove', move)
  window.addEventListener('pointerup', end)
  window.addEventListener('pointercancel', end)
  return end
}
