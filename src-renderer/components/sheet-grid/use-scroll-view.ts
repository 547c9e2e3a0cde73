import { type RefObject, useCallback, useLayoutEffect, useState } from 'react'
import { size } from '#renderer/design/tokens.ts'

export type ScrollView = {
  readonly scrollTop: number
  /** Of the part below the heads. */
  readonly viewPx: number
  readonly viewWidthPx: number
}

/** Follows the scrolling and the size of an element, at most once a frame. */
export function useScrollView(scroller: RefObject<HTMLDivElement | null>): ScrollView {
  const [view, setView] = useState<ScrollView>({ scrollTop: 0, viewPx: 0, viewWidthPx: 0 })
  const measure = useCallback(() => {
    const element = scroller.current
    if (!element) return
    const next = {
      scrollTop: element.scrollTop,
      viewPx: Math.max(0, element.clientHeight - size.sheetHead),
      viewWidthPx: element.clientWidth,
    }
    setView(before =>
      before.scrollTop === next.scrollTop &&
      before.viewPx === next.viewPx &&
      before.viewWidthPx === next.viewWidthPx
        ? before
        : next,
    )
  }, [scroller])
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    let frame = 0
    const onScroll = () => {
      if (frame) return
      frame = requestAnimationFrame(() => {
        frame = 0
        measure()
      })
    }
    measure()
    const observer = new ResizeObserver(onScroll)
    observer.observe(element)
    element.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      observer.disconnect()
      element.removeEventListener('scroll', onScroll)
    }
  }, [scroller, measure])
  return view
}
