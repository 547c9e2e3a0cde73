import { cellText } from '#main/imports/cells/cell-preview.ts'
import { dayMonthHint } from '#main/imports/cells/date-spelling.ts'
import type { RawRow } from '#main/imports/raw-row.ts'

/** What most cells of a column look like; enough to tell a column that got another name from another column. */
export const valueKinds = ['empty', 'phone', 'digits', 'number', 'date', 'mail', 'text'] as const
export type ValueKind = (typeof valueKinds)[number]

const cellsLookedAt = 200

/**
 * Says what the cells of a column look like.
 *
 * Example: ['13800001111', '138****2222'] -> 'phone'; ['2024-03-05 12:30'] -> 'date'; ['30.00', '¥5'] -> 'number'
 */
export function valueKindOf(sample: readonly RawRow[], columnIndex: number): ValueKind {
  const counts = new Map<ValueKind, number>()
  let looked = 0
  for (const { cells } of sample) {
    const cell = cells[columnIndex]
    const text = cellText(cell).normalize('NFKC').trim()
    if (text === '') continue
    const kind = typeof cell === 'object' ? 'date' : kindOfText(text)
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
    if (++looked === cellsLookedAt) break
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1])
  return best && best[1] > looked / 2 ? best[0] : looked === 0 ? 'empty' : 'text'
}

function kindOfText(text: string): ValueKind {
  if (/^(\+?86[- ]?)?1[3-9][\d*]{9}$/.test(text)) return 'phone'
  if (/^\d{4}[-/.年]\d{1,2}([-/.月]\d{1,2})?/.test(text) || dayMonthHint(text) !== undefined) return 'date'
  if (/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(text)) return 'mail'
  if (/^'?[A-Za-z]{0,3}\d{8,}$/.test(text)) return 'digits'
  return /^[¥￥$-]?\s*\d[\d,]*(\.\d+)?\s*(元|%)?$/.test(text) ? 'number' : 'text'
}
