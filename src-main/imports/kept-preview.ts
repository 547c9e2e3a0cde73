import type { CurrencyCode } from '#shared/domain/currency.ts'
import type { ImportPreview, RowVerdict } from '#shared/domain/import-batch.ts'
import type { ImportTarget } from '#shared/domain/import-field.ts'
import type { CellWatch } from './plan/cell-watch.ts'
import type { ImportPlan } from './plan/import-plan.ts'
import type { PlanResult, RowChange } from './plan/plan-result.ts'
import type { PreparedColumn } from './prepare-import.service.ts'

/** What is kept of a plan: its records, a kilobyte for each row, go. */
export type KeptResult = Pick<PlanResult, 'counts' | 'rows'>

/** The verdicts of the last preview of a staged file; `changes` by ordinal. */
export type KeptPreview = {
  readonly sheetIndex: number
  readonly headerRow: number
  readonly columns: readonly PreparedColumn[]
  readonly currency: CurrencyCode
  readonly result: KeptResult
  readonly changes: ReadonlyMap<number, readonly RowChange[]>
  readonly plan: ImportPlan
  readonly watch: CellWatch
}

/** Lists the rows in which a column changes a value, in their order. */
export function changedOrdinals({ changes, columns }: KeptPreview, columnIndex: number): number[] {
  const field = columns[columnIndex]?.field
  const changed = [...changes].filter(([, ofRow]) => ofRow.some(change => change.field === field))
  return changed.map(([ordinal]) => ordinal).sort((one, other) => one - other)
}

/** Counts, for each column, the rows in which it changes a value. Empty: none of a column that changes nothing. */
export function changedColumns({ changes, columns }: KeptPreview): ImportPreview['changedColumns'] {
  const counts = new Map<ImportTarget, number>()
  for (const ofRow of changes.values())
    for (const field of new Set(ofRow.map(change => change.field)))
      counts.set(field, (counts.get(field) ?? 0) + 1)
  return columns.flatMap(({ columnIndex, field }) => {
    const count = field === null ? 0 : (counts.get(field) ?? 0)
    return count === 0 ? [] : [{ columnIndex, count }]
  })
}

/** Lists rows of a verdict, or with null of any, from a place on. */
export function firstOrdinals(
  result: KeptResult,
  verdict: RowVerdict | null,
  start: number,
  count: number,
): number[] {
  const ordinals: number[] = []
  let skipped = 0
  for (let ordinal = 0; ordinal < result.rows.count && ordinals.length < count; ordinal++) {
    if (verdict !== null && result.rows.verdictOf(ordinal) !== verdict) continue
    if (skipped++ >= start) ordinals.push(ordinal)
  }
  return ordinals
}
