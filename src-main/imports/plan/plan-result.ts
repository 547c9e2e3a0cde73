import { AppError } from '#shared/contract/app-error.ts'
import type { CurrencyCode } from '#shared/domain/currency.ts'
import type { CellIssueCount, ImportCounts } from '#shared/domain/import-batch.ts'
import type { CellIssue, ImportTarget } from '#shared/domain/import-field.ts'
import type { CellIssueBook } from './cell-issues.ts'
import { cellIssueOf, issuesOfValues } from './cell-verdict.ts'
import type { CellWatch } from './cell-watch.ts'
import type { CustomerRecord } from './customer-record.ts'
import type { OrderChange } from './order-change.ts'
import type { RowReading } from './row-reader.ts'
import type { RowTable } from './row-table.ts'

/**
 * A cell of a row that gets another value in the archive. `field` is the column that brought it; of a field beyond the default
 * card `before` and `after` are the JSON of its stored rows.
 */
export type RowChange = {
  readonly ordinal: number
  readonly field: ImportTarget
  readonly before: string | null
  readonly after: string | null
}

/** Receives what an import does, customers first. A preview only looks on; the commit writes. */
export type PlanSink = {
  /** Called once, before any order: every customer of the import, new, changed or not. */
  customers(records: readonly CustomerRecord[]): void
  order(change: OrderChange): void
  /** Told, once or more, of what has to be decided before anything may be written; the commit throws. */
  ask?(question: 'shop-differs' | 'balance-overlaps'): void
  /** Notes damaged cells and those that are stored otherwise. */
  readonly watch?: CellWatch
  /** Collects the cells that somebody has to look at. */
  readonly issueBook?: CellIssueBook
  /** Told of changed cells of known records. */
  changed?(change: RowChange): void
  /** Called often; throws to stop. `progress` is 0..1. */
  tick(progress: number): void
}

/** What a plan came to. */
export type PlanResult = {
  readonly counts: ImportCounts
  readonly rows: RowTable
  /** By ordinal: the customer's index in the book, -1 without one. */
  customerOf(ordinal: number): number
  /** By ordinal: the order's index, -1 without one. */
  orderOf(ordinal: number): number
  readonly issues: ReadonlyMap<CellIssue, number>
  /** Orders that an opening balance covers already, while no choice was made. */
  readonly overlappingOrders: number
  /** Whether order numbers of the file are known under another shop. */
  readonly isShopDifferent: boolean
}

/** Lists the issues of cells by number, the most frequent first. Empty: no cell has any. */
export function cellIssueCounts(result: PlanResult): CellIssueCount[] {
  return [...result.issues]
    .map(([code, count]) => ({ code, count }))
    .toSorted((one, other) => other.count - one.count)
}

const noIssues: readonly CellIssue[] = []

/** Lists what is to be noted of a row: its bad cells, masked phones, unknown words. */
export function issuesOf(reading: RowReading): readonly CellIssue[] {
  const ofValues = issuesOfValues(reading.values)
  if (reading.problems.length + ofValues.length === 0) return noIssues
  return [...reading.problems.map(({ field, problem }) => cellIssueOf(field, problem.code)), ...ofValues]
}

/** Counts bad cells, and money of another currency, while rows are read. */
export class IssueCounter {
  readonly counts = new Map<CellIssue, number>()
  private foreignMoney = 0
  private ownMoney = 0

  add(issue: CellIssue): void {
    this.counts.set(issue, (this.counts.get(issue) ?? 0) + 1)
  }

  /** Takes note of a row that is imported. */
  countRow(reading: RowReading): void {
    for (const issue of issuesOf(reading)) this.add(issue)
  }

  countMoney(reading: RowReading): void {
    const { orderPaid, linePaid, unitPrice, openingSpend } = reading.values
    if (orderPaid !== null || linePaid !== null || unitPrice !== null || openingSpend !== null)
      this.ownMoney++
    if (reading.problems.some(({ problem }) => problem.code === 'other-currency')) this.foreignMoney++
  }

  /** Errors: currency-differs when most sums are marked with another currency than the archive's. */
  checkCurrency(currency: CurrencyCode): void {
    if (this.foreignMoney > this.ownMoney) throw new AppError('currency-differs', { currency })
  }
}
