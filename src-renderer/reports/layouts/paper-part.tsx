import type { ReactNode } from 'react'
import type { PaperBlock } from '#renderer/reports/paper-block.ts'

/** A part of a sheet that stays together on one page. */
export function paperPart(key: string, node: ReactNode): PaperBlock {
  return { kind: 'block', key, node: <div className="paper-part">{node}</div> }
}
