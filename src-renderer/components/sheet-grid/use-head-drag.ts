import { type PointerEvent as ReactPointerEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { gapAt } from './geometry.ts'

type HeadDragTools = {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly lefts: readonly number[]
  readonly frozenCount: number
  /** Undefined where columns stay where they are. */
  readonly onMove: ((column: number, place: number) => void) | undefined
}

/** A head that is being dragged, and the gap between heads where it would go. */
export type HeadDrag = { readonly column: number; readonly gap: number }

/** So far the pointer goes before a press on a head is more than a click. */
const clickPx = 5
/** So near to an edge of the view the list scrolls on. */
const edgePx = 32
const scrollStepPx = 14

/** Dragging heads to other places. Escape lets everything be as it was. */
export function useHeadDrag({ scroller, lefts, frozenCount, onMove }: HeadDragTools) {
  const [drag, setDrag] = useState<HeadDrag | null>(null)
  const stop = useRef<() => void>(() => {})
  useEffect(() => () => stop.current(), [])
  /** The click that ends a drag does not sort. */
  const hasDragged = useRef(false)

  const onPress = (event: ReactPointerEvent, column: number) => {
    hasDragged.current = false
    const element = scroller.current
    if (!onMove || !element || event.button !== 0) return
    const start = { x: event.clientX, y: event.clientY }
    let newest: HeadDrag | null = null
    const move = ({ clientX, clientY }: PointerEvent) => {
      if (!newest && Math.hypot(clientX - start.x, clientY - start.y) < clickPx) return
      hasDragged.current = true
      const x = clientX - element.getBoundingClientRect().left
      if (x > element.clientWidth - edgePx) element.scrollLeft += scrollStepPx
      else if (x < (lefts[frozenCount] ?? 0) + edgePx && column >= frozenCount)
        element.scrollLeft -= scrollStepPx
      newest = { column, gap: gapAt(lefts, frozenCount, element.scrollLeft, x) }
      setDrag(newest)
    }
    const end = () => {
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', drop)
      window.removeEventListener('pointercancel', end)
      window.removeEventListener('keydown', onKey, true)
      setDrag(null)
    }
    const drop = () => {
      end()
      if (!newest) return
      const place = newest.gap > column ? newest.gap - 1 : newest.gap
      if (place !== column) onMove(column, place)
    }
    const onKey = (key: KeyboardEvent) => {
      if (key.key !== 'Escape') return
      key.preventDefault()
      key.stopPropagation()
      end()
    }
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', drop)
    window.addEventListener('pointercancel', end)
    window.addEventListener('keydown', onKey, true)
    stop.current = end
  }
  return { drag, onPress, wasDragged: () => hasDragged.current }
}
