import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

/** Width of an element, followed while it changes; a given width (for paper) is taken as it is. */
export function useWidth(given: number | undefined): {
  readonly ref: RefObject<HTMLDivElement | null>
  readonly widthPx: number
} {
  const ref = useRef<HTMLDivElement>(null)
  const [measured, setMeasured] = useState(0)
  useLayoutEffect(() => {
    const element = ref.current
    if (!element || given !== undefined) return
    const measure = () => setMeasured(element.clientWidth)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [given])
  return { ref, widthPx: given ?? measured }
}
