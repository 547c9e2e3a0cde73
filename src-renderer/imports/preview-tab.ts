import { call } from '#renderer/ipc/client.ts'
import type { ImportCounts, PreviewRow, RowVerdict } from '#shared/domain/import-batch.ts'

/** What the rows of a preview can be narrowed to. `written` = changed and new, in this order: changes are what one looks at. */
export const previewTabs = ['all', 'written', 'updated', 'created', 'unchanged', 'rejected'] as const
export type PreviewTab = (typeof previewTabs)[number]

type Part = { readonly verdict: RowVerdict | null; readonly count: number }

/** A part of a tab's rows that is asked for at once. */
export type PartRange = {
  readonly verdict: RowVerdict | null
  readonly start: number
  readonly count: number
}

const rowsPerRequest = 200

function partsOf(tab: PreviewTab, counts: ImportCounts): readonly Part[] {
  if (tab === 'all') return [{ verdict: null, count: counts.rows }]
  if (tab !== 'written') return [{ verdict: tab, count: counts[tab] }]
  return [
    { verdict: 'updated', count: counts.updated },
    { verdict: 'created', count: counts.created },
  ]
}

/** How many rows a tab holds. */
export function tabCount(tab: PreviewTab, counts: ImportCounts): number {
  return partsOf(tab, counts).reduce((sum, { count }) => sum + count, 0)
}

/** The tab that a preview opens with: what will be written, else everything. */
export function firstTab(counts: ImportCounts): PreviewTab {
  return tabCount('written', counts) > 0 ? 'written' : 'all'
}

/** Cuts a range of a tab's rows into the ranges that are asked for. Shape: in order, each within one verdict, at most 200 rows. */
export function splitRange(
  tab: PreviewTab,
  counts: ImportCounts,
  start: number,
  count: number,
): readonly PartRange[] {
  const ranges: PartRange[] = []
  let before = 0
  for (const part of partsOf(tab, counts)) {
    const first = Math.max(start - before, 0)
    const last = Math.min(start + count - before, part.count)
    for (let at = first; at < last; at += rowsPerRequest)
      ranges.push({ verdict: part.verdict, start: at, count: Math.min(rowsPerRequest, last - at) })
    before += part.count
  }
  return ranges
}

/** Fetches rows of a tab. Errors: AppError. */
export async function fetchTabRows(
  stagingId: string,
  tab: PreviewTab,
  counts: ImportCounts,
  start: number,
  count: number,
): Promise<readonly PreviewRow[]> {
  const ranges = splitRange(tab, counts, start, count)
  const answers = await Promise.all(ranges.map(range => call('imports.previewRows', { stagingId, ...range })))
  return answers.flatMap(answer => answer.rows)
}

/** Fetches rows in which a column changes a value. Errors: AppError. */
export async function fetchChangedRows(
  stagingId: string,
  changedColumn: number,
  start: number,
  count: number,
): Promise<readonly PreviewRow[]> {
  const rows: PreviewRow[] = []
  for (let at = start; at < start + count; at += rowsPerRequest) {
    const size = Math.min(rowsPerRequest, start + count - at)
    const request = { stagingId, verdict: null, start: at, count: size, changedColumn }
    rows.push(...(await call('imports.previewRows', request)).rows)
  }
  return rows
}
