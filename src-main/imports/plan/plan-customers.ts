import type { RawCell } from '#main/imports/raw-row.ts'
import type { ImportTarget } from '#shared/domain/import-field.ts'
import { isSumRow, rowReasonOf } from './cell-verdict.ts'
import { chooseBalance } from './choose-balance.ts'
import { CustomerBook, type FindHints } from './customer-book.ts'
import {
  balanceFactsOf,
  type CustomerFacts,
  customerFactsOf,
  displayName,
  hasKey,
  withImpliedFacts,
} from './customer-facts.ts'
import type { CustomerRecord } from './customer-record.ts'
import type { ImportPlan } from './import-plan.ts'
import type { Lookups } from './lookups.ts'
import { OwnRows } from './own-rows.ts'
import { IssueCounter, type PlanResult, type PlanSink } from './plan-result.ts'
import { reportChanges } from './report-changes.ts'
import { rowHash } from './row-hash.ts'
import { makeRowReader, type RowReading } from './row-reader.ts'
import { RowTable } from './row-table.ts'
import { forEachDataRow, type SheetRows } from './sheet-rows.ts'

/** Fields whose bad cell takes the row with it: keys and money. */
const decidingFields = new Set<ImportTarget>(['buyerId', 'legacyNumber', 'openingSpend'])

/**
 * Plans a sheet with one customer a row.
 *
 * Shape: rows with the same key are folded in their order; the sink gets all customers at the end. The same function
 * serves preview and commit, so that they cannot differ.
 * Errors: currency-differs; whatever `sink.tick` throws.
 */
export function planCustomers(
  sheet: SheetRows,
  plan: ImportPlan,
  lookups: Lookups,
  sink: PlanSink,
): PlanResult {
  const planner = new CustomerPlanner(plan, lookups, sink)
  forEachDataRow(
    sheet,
    plan.headerRow,
    (cells, rowNumber) => planner.addRow(cells, rowNumber),
    done => {
      planner.endChunk()
      sink.tick(0.6 * done)
    },
  )
  return planner.finish()
}

/** A row that was read and waits for the others of its chunk, so that the archive is asked about all of them at once. */
type WaitingRow = {
  readonly ordinal: number
  readonly reading: RowReading
  readonly facts: CustomerFacts
  readonly hints: FindHints
}

class CustomerPlanner {
  private readonly plan: ImportPlan
  private readonly lookups: Lookups
  private readonly sink: PlanSink
  private readonly book: CustomerBook
  private readonly rows = new RowTable()
  private readonly issues = new IssueCounter()
  private readonly read: ReturnType<typeof makeRowReader>
  private readonly ownRows: OwnRows
  private readonly seenHashes = new Map<string, number>()
  private waiting: WaitingRow[] = []

  constructor(plan: ImportPlan, lookups: Lookups, sink: PlanSink) {
    this.plan = plan
    this.lookups = lookups
    this.sink = sink
    this.book = new CustomerBook(lookups, plan)
    this.read = makeRowReader(plan)
    this.ownRows = new OwnRows(plan)
  }

  addRow(raw: readonly RawCell[], rowNumber: number): void {
    const ordinal = this.rows.add(rowNumber)
    const { cells, own } = this.ownRows.take(raw)
    const ownCustomerId = own?.archiveNumber && this.lookups.findArchiveNumber(own.archiveNumber)
    if (own && ownCustomerId) {
      this.takeOwnRow(ordinal, own.edited, ownCustomerId)
      return
    }
    if (isSumRow(cells)) {
      this.rows.reject(ordinal, 'sum-row', null)
      return
    }
    const reading = this.read(cells)
    const { watch, issueBook } = this.sink
    const marks = watch?.marksOf(cells, reading) ?? []
    watch?.add(ordinal, marks)
    issueBook?.add(ordinal, cells, reading, marks)
    this.issues.countMoney(reading)
    const bad = reading.problems.find(({ field }) => decidingFields.has(field))
    if (bad) this.rows.reject(ordinal, rowReasonOf(bad), bad.columnIndex)
    else this.takeRow(ordinal, cells, reading)
  }

  /** Folds the rows of a chunk in their order. */
  endChunk(): void {
    this.book.expect(this.waiting)
    for (const row of this.waiting) this.foldRow(row)
    this.waiting = []
    this.rows.chunkEnds.push(this.rows.count)
  }

  finish(): PlanResult {
    this.issues.checkCurrency(this.plan.currency)
    const { records } = this.book
    this.sink.customers(records)
    const verdicts = this.rows.countVerdicts()
    return {
      counts: {
        rows: this.rows.count,
        ...verdicts,
        customersCreated: records.filter(record => !record.known).length,
        customersUpdated: records.filter(record => record.known && record.isChanged).length,
        ordersCreated: 0,
        ordersUpdated: 0,
        linesCreated: 0,
        rowsWithoutCustomer: 0,
      },
      rows: this.rows,
      customerOf: ordinal => this.rows.recordOf(ordinal),
      orderOf: () => -1,
      issues: this.issues.counts,
      overlappingOrders: 0,
      isShopDifferent: false,
    }
  }

  private takeRow(ordinal: number, cells: readonly RawCell[], reading: RowReading): void {
    const { values } = reading
    const source = { platform: values.platform ?? this.plan.platform, shop: values.shop ?? this.plan.shop }
    const stated = customerFactsOf(values, source)
    const facts = this.plan.fillFromIdNumber ? withImpliedFacts(stated) : stated
    const rowKey = this.rowKeyOf(cells, hasKey(facts))
    if (displayName(facts) === null) this.rows.reject(ordinal, 'name-and-keys-missing', null)
    else this.waiting.push({ ordinal, reading, facts, hints: { rowKey } })
  }

  private foldRow({ ordinal, reading, facts: stated, hints }: WaitingRow): void {
    const found = this.book.find(stated, hints)
    if (!found) throw new Error('a row that names somebody has a customer')
    const { record, isSeen, isNew } = found
    if (record.known?.isInBin && !this.plan.restoreFromBin) {
      this.rows.reject(ordinal, 'in-bin', null)
      return
    }
    const facts = this.withFieldsOfKind(record, stated)
    this.issues.countRow(reading)
    this.rows.setRecord(ordinal, record.index)
    const report = reportChanges(record, ordinal, this.sink)
    let isChanged = this.fold(record, { facts, reading, hints }, isSeen)
    if (record.known?.isInBin && !record.isRestored) {
      record.isRestored = true
      isChanged = true
    }
    if (this.applyBalance(record, { facts, reading, hints }, isSeen)) isChanged = true
    this.book.index(record, facts, hints.rowKey)
    report()
    if (isNew) this.rows.raise(ordinal, 'created')
    else if (isChanged) this.rows.raise(ordinal, 'updated')
  }

  /** What is not asked for of this kind of customer stays blank, as on the form. */
  private withFieldsOfKind(record: CustomerRecord, facts: CustomerFacts): CustomerFacts {
    if (facts.fields.size === 0) return facts
    const kind = facts.card.kind ?? record.card.kind ?? 'individual'
    const fields = new Map(
      [...facts.fields].filter(([fieldId]) => {
        const asked = this.plan.fieldCells.get(fieldId)?.customerKind ?? kind
        if (asked !== kind) this.issues.add('field-of-other-kind')
        return asked === kind
      }),
    )
    return { ...facts, fields }
  }

  private fold(record: CustomerRecord, row: Omit<WaitingRow, 'ordinal'>, isSeen: boolean): boolean {
    const { facts, reading, hints } = row
    const { today } = this.plan
    if (hints.ownCustomerId !== undefined)
      return record.applyEdited(facts, today, reading.values.phone !== null)
    return isSeen ? record.fillBlanks(facts) : record.apply(facts, { at: `${today}T24`, isNew: true })
  }

  /** A row of an own export: whose it is stands in it, so it needs no other key. */
  private takeOwnRow(ordinal: number, edited: readonly RawCell[], ownCustomerId: number): void {
    const reading = this.read(edited)
    const { values, problems } = reading
    const bad = problems.find(({ field }) => decidingFields.has(field))
    if (bad) {
      this.rows.reject(ordinal, rowReasonOf(bad), bad.columnIndex)
      return
    }
    const source = { platform: values.platform ?? this.plan.platform, shop: values.shop ?? this.plan.shop }
    this.waiting.push({ ordinal, reading, facts: customerFactsOf(values, source), hints: { ownCustomerId } })
  }

  /** Rows without a key of their own are told apart by how often the same row came before. */
  private rowKeyOf(cells: readonly RawCell[], isKeyed: boolean): string {
    const hash = rowHash(cells)
    if (isKeyed) return `${hash}:1`
    const occurrence = (this.seenHashes.get(hash) ?? 0) + 1
    this.seenHashes.set(hash, occurrence)
    return `${hash}:${occurrence}`
  }

  /** Sums that hold days of which the archive has the orders would count twice. */
  private applyBalance(record: CustomerRecord, row: Omit<WaitingRow, 'ordinal'>, isSeen: boolean): boolean {
    const source = row.facts
    const sums = balanceFactsOf(row.reading.values, this.plan.today)
    if (!sums || (isSeen && record.listBalances().length > 0)) return false
    const choice = chooseBalance(this.lookups, record, row, sums)
    if (choice === 'unclear') this.issues.add('balance-of-merged')
    if (typeof choice === 'string') return false
    const change = record.balanceChange(source, sums, choice.known)
    if (!change) return false
    if (record.known && this.lookups.hasOrderUpTo(record.known.customerId, source, sums.coversUntilOn)) {
      this.issues.add('balance-covered-by-orders')
      return false
    }
    record.setBalance(change)
    return true
  }
}
