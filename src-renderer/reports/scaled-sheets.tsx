import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { useWidth } from '#renderer/charts/use-width.ts'

/** An A4 page is 210 mm wide: 793.7 px at 96 px an inch. */
const paperPx = (210 / 25.4) * 96

type ScaledSheetsProps = { readonly children: ReactNode }

/**
 * Shows pages as wide as there is room, at most in their own size. They are scaled after they were laid out: with CSS zoom their
 * hairlines would be drawn thicker and push the last rows off the page.
 */
export function ScaledSheets({ children }: ScaledSheetsProps) {
  const { ref, widthPx } = useWidth(undefined)
  const sheets = useRef<HTMLDivElement>(null)
  const [heightPx, setHeightPx] = useState(0)
  useLayoutEffect(() => {
    const element = sheets.current
    if (!element) return
    const observer = new ResizeObserver(() => setHeightPx(element.offsetHeight))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const scale = Math.min(1, widthPx / paperPx)
  return (
    <div ref={ref} className="reports-scaled" style={{ height: heightPx * scale }}>
      <div
        ref={sheets}
        className="reports-sheets"
        style={{ width: paperPx, transform: `scale(${scale})`, marginLeft: (widthPx - paperPx * scale) / 2 }}
      >
        {children}
      </div>
    </div>
  )
}
