import type { RawCell } from '#main/imports/raw-row.ts'
import { minorUnitExponent } from '#shared/domain/currency.ts'
import { type CellIssue, type ImportTarget, importFields } from '#shared/domain/import-field.ts'
import type { CellIssueBook } from './cell-issues.ts'
import { isSumRow, rowReasonOf } from './cell-verdict.ts'
import type { CellMark, CellWatch } from './cell-watch.ts'
import { type CustomerFacts, customerFactsOf, mergeFacts } from './customer-facts.ts'
import { columnOf, type ImportPlan } from './import-plan.ts'
import type { Lookups } from './lookups.ts'
import {
  addToGroup,
  decidingProblem,
  type OrderColumns,
  type OrderGroup,
  OrderGroups,
  setBuyer,
} from './order-group.ts'
import { orderRowOf } from './order-line.ts'
import { type OwnRow, OwnRows } from './own-rows.ts'
import { type IssueCounter, issuesOf } from './plan-result.ts'
import type { ProductBook } from './product-book.ts'
import { rowHash } from './row-hash.ts'
import { makeRowReader, type RowReading } from './row-reader.ts'
import type { RowTable } from './row-table.ts'
import type { FieldProblem } from './row-values.ts'
import { forEachDataRow, type SheetRows } from './sheet-rows.ts'

const customerFields = new Set<ImportTarget>(
  importFields.filter(field => field.of === 'customer').map(field => field.name),
)

const isOfCustomer = (field: ImportTarget | null) => field !== null && customerFields.has(field)
const isOfOrder = (field: ImportTarget | null) => !isOfCustomer(field)
const noMarks: readonly CellMark[] = []

const sharedTexts = 50_000

/** What a customer's cells said when they were first read. */
type SeenCustomer = {
  readonly cells: readonly (RawCell | undefined)[]
  readonly facts: CustomerFacts
  readonly bad: FieldProblem | undefined
  readonly issues: readonly CellIssue[]
  readonly reading: RowReading
  readonly marks: readonly CellMark[]
}

/** Where what is gathered goes. */
export type GatherTarget = {
  readonly rows: RowTable
  readonly products: ProductBook
  readonly lookups: Pick<Lookups, 'findOrder' | 'findArchiveNumber'>
  readonly issues: IssueCounter
  readonly watch: CellWatch | undefined
  readonly issueBook: CellIssueBook | undefined
  readonly tick: (done: number) => void
}

/**
 * Reads every row of an order file once: which order it belongs to, what it says, and whether it can be imported by
 * itself.
 *
 * Shape: the orders in the order of their first row. Rows that cannot be imported are rejected in the table.
 * Errors: currency-differs.
 */
export function gatherOrders(
  sheet: SheetRows,
  plan: ImportPlan,
  target: GatherTarget,
): readonly OrderGroup[] {
  const gatherer = new Gatherer(plan, target)
  const { rows, issues, tick } = target
  forEachDataRow(
    sheet,
    plan.headerRow,
    (cells, rowNumber) => gatherer.addRow(cells, rows.add(rowNumber)),
    done => {
      rows.chunkEnds.push(rows.count)
      tick(done)
    },
  )
  issues.checkCurrency(plan.currency)
  return gatherer.groups.list
}

class Gatherer {
  readonly groups = new OrderGroups()
  private readonly plan: ImportPlan
  private readonly target: GatherTarget
  private readonly readOrder: ReturnType<typeof makeRowReader>
  private readonly readCustomer: ReturnType<typeof makeRowReader>
  private readonly columns: OrderColumns
  private readonly customerColumns: readonly number[]
  private readonly ownRows: OwnRows
  private readonly seenHashes = new Map<string, number>()
  private readonly microPerMinor: number
  /** Customers by their key as the file writes it: most rows repeat one that was read before. */
  private readonly customers = new Map<RawCell | undefined, SeenCustomer>()
  private readonly keyColumn: number
  private readonly texts = new Map<string, string>()

  constructor(plan: ImportPlan, target: GatherTarget) {
    this.plan = plan
    this.target = target
    this.ownRows = new OwnRows(plan)
    this.readOrder = makeRowReader(plan, field => !customerFields.has(field))
    this.readCustomer = makeRowReader(plan, field => customerFields.has(field))
    this.customerColumns = plan.columns
      .filter(({ field }) => customerFields.has(field))
      .map(column => column.columnIndex)
    this.keyColumn = columnOf(plan, 'buyerId') ?? columnOf(plan, 'phone') ?? columnOf(plan, 'name') ?? -1
    this.columns = {
      orderPaid: columnOf(plan, 'orderPaid'),
      orderRefunded: columnOf(plan, 'orderRefunded'),
      buyerId: columnOf(plan, 'buyerId'),
    }
    this.microPerMinor = 10 ** (6 - minorUnitExponent(plan.currency))
  }

  addRow(raw: readonly RawCell[], ordinal: number): void {
    const { rows, products, issues } = this.target
    const { cells: stated, own } = this.ownRows.take(raw)
    if (isSumRow(stated)) {
      rows.reject(ordinal, 'sum-row', null)
      return
    }
    const isKnown = own !== undefined && this.isKnown(stated, own)
    const cells = isKnown ? own.edited : stated
    const reading = this.readOrder(cells)
    const { watch } = this.target
    watch?.add(ordinal, watch.marksOf(cells, reading, isOfOrder))
    issues.countMoney(reading)
    if (this.isRejectedFor(reading, ordinal)) return
    const { values } = reading
    const platform = values.platform ?? this.plan.platform
    const shop = values.shop ?? this.plan.shop
    const group = this.groupOf(cells, values.orderNumber, { platform, shop, own })
    if (own?.archiveNumber && !isKnown)
      group.ownCustomerId = this.target.lookups.findArchiveNumber(own.archiveNumber)
    const customer = this.readSeenCustomer(cells, group)
    watch?.add(ordinal, customer.marks)
    this.target.issueBook?.add(ordinal, cells, customer.reading, customer.marks)
    if (customer.bad) {
      rows.reject(ordinal, rowReasonOf(customer.bad), customer.bad.columnIndex)
      return
    }
    this.addCustomer(group, customer)
    const product = products.find(values, platform, shop)
    const row = orderRowOf(ordinal, values, product, { microPerMinor: this.microPerMinor, share: this.share })
    addToGroup(group, values, row, this.columns)
    rows.setRecord(ordinal, group.index)
    issues.countRow(reading)
  }

  private groupOf(
    cells: readonly RawCell[],
    orderNumber: string | null,
    { platform, shop, own }: { platform: string; shop: string; own: OwnRow | undefined },
  ): OrderGroup {
    const { groups } = this
    if (orderNumber === null && own && own.orderKey !== '')
      return groups.get(platform, shop, own.orderKey, null)
    if (orderNumber === null) return groups.get(platform, shop, this.hashKey(cells), null)
    return (
      groups.sameAsLast(platform, shop, orderNumber) ??
      groups.get(platform, shop, `n:${orderNumber}`, orderNumber)
    )
  }

  /** Says whether the archive still has the order of an own export: then only what was edited counts. */
  private isKnown(cells: readonly RawCell[], own: OwnRow): boolean {
    const { orderNumber, ...values } = this.readOrder(cells).values
    const key = orderNumber === null ? own.orderKey : `n:${orderNumber}`
    const { lookups } = this.target
    return (
      lookups.findOrder(values.platform ?? this.plan.platform, values.shop ?? this.plan.shop, key) !==
      undefined
    )
  }

  private isRejectedFor(reading: RowReading, ordinal: number): boolean {
    const bad = decidingProblem(reading.values, reading.problems)
    if (bad) this.target.rows.reject(ordinal, rowReasonOf(bad), bad.columnIndex)
    return bad !== undefined
  }

  /** Reads the customer of a row, unless one with the very same cells was read before. */
  private readSeenCustomer(cells: readonly RawCell[], source: OrderGroup): SeenCustomer {
    const key = cells[this.keyColumn]
    const seen = this.customers.get(key)
    const isSame =
      seen?.facts.platform === source.platform &&
      seen.facts.shop === source.shop &&
      this.customerColumns.every((column, index) => cells[column] === seen.cells[index])
    if (seen && isSame) return seen
    const reading = this.readCustomer(cells)
    const customer: SeenCustomer = {
      cells: this.customerColumns.map(column => cells[column]),
      facts: customerFactsOf(reading.values, source),
      bad: decidingProblem(reading.values, reading.problems),
      issues: issuesOf(reading),
      reading,
      marks: this.target.watch?.marksOf(cells, reading, isOfCustomer) ?? noMarks,
    }
    this.customers.set(key, customer)
    return customer
  }

  private addCustomer(group: OrderGroup, { facts, issues }: SeenCustomer): void {
    for (const issue of issues) this.target.issues.add(issue)
    if (group.facts === facts) return
    setBuyer(group, facts.buyerId, this.columns)
    group.facts = group.facts ? mergeFacts(group.facts, facts) : facts
  }

  /** Gives one copy of a text that comes again and again; there are few different ones. */
  private readonly share = (text: string): string => {
    const known = this.texts.get(text)
    if (known !== undefined) return known
    if (this.texts.size < sharedTexts) this.texts.set(text, text)
    return text
  }

  /** Rows without an order number are told apart by how often the same row came before. */
  private hashKey(cells: readonly RawCell[]): string {
    const hash = rowHash(cells)
    const occurrence = (this.seenHashes.get(hash) ?? 0) + 1
    this.seenHashes.set(hash, occurrence)
    return `h:${hash}:${occurrence}`
  }
}
