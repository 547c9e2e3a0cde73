import type { ReactNode } from 'react'
import { isSegmentColor } from '#renderer/design/tokens.ts'

/** CSS colour of a segment by its colour key; an unknown key is drawn as "none". */
export function segmentCssColor(colorKey: string): string {
  return `var(--seg-${isSegmentColor(colorKey) ? colorKey : 'none'})`
}

/** A segment's colour with its name, which always stands beside it. */
export function SegmentSwatch({ colorKey, children }: { colorKey: string; children: ReactNode }) {
  return (
    <span className="nowrap">
      <span className="swatch" style={{ background: segmentCssColor(colorKey) }} />
      {children}
    </span>
  )
}
