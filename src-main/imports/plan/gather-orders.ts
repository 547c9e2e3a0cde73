import type { RawCell } from '#main/imports/raw-row.ts'
import { minorUnitExponent } from '#shared/domain/currency.ts'
import { type ImportFieldName, importFields } from '#shared/domain/import-field.ts'
import { isSumRow, rowReasonOf } from './cell-verdict.ts'
import { customerFactsOf, mergeFacts } from './customer-facts.ts'
import { columnOf, type ImportPlan } from './import-plan.ts'
import {
  addToGroup,
  decidingProblem,
  type OrderColumns,
  type OrderGroup,
  OrderGroups,
  setBuyer,
} from './order-group.ts'
import { orderRowOf } from './order-line.ts'
import type { IssueCounter } from './plan-result.ts'
import type { ProductBook } from './product-book.ts'
import { rowHash } from './row-hash.ts'
import { makeRowReader, type RowReading } from './row-reader.ts'
import type { RowTable } from './row-table.ts'
import { forEachDataRow, type SheetRows } from './sheet-rows.ts'

const customerFields = new Set<ImportFieldName>(
  importFields.filter(field => field.of === 'customer').map(field => field.name),
)

/** Where what is gathered goes. */
export type GatherTarget = {
  readonly rows: RowTable
  readonly products: ProductBook
  readonly issues: IssueCounter
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
  private readonly seenHashes = new Map<string, number>()
  private readonly microPerMinor: number
  /** The last row whose customer was read: rows of one order mostly repeat it. */
  private last: { group: OrderGroup; cells: readonly RawCell[]; reading: RowReading } | undefined

  constructor(plan: ImportPlan, target: GatherTarget) {
    this.plan = plan
    this.target = target
    this.readOrder = makeRowReader(plan, field => !customerFields.has(field))
    this.readCustomer = makeRowReader(plan, field => customerFields.has(field))
    this.customerColumns = plan.columns
      .filter(({ field }) => customerFields.has(field))
      .map(column => column.columnIndex)
    this.columns = {
      orderPaid: columnOf(plan, 'orderPaid'),
      orderRefunded: columnOf(plan, 'orderRefunded'),
      buyerId: columnOf(plan, 'buyerId'),
    }
    this.microPerMinor = 10 ** (6 - minorUnitExponent(plan.currency))
  }

  addRow(cells: readonly RawCell[], ordinal: number): void {
    const { rows, products, issues } = this.target
    if (isSumRow(cells)) {
      rows.reject(ordinal, 'sum-row', null)
      return
    }
    const reading = this.readOrder(cells)
    issues.countMoney(reading)
    if (this.isRejectedFor(reading, ordinal)) return
    const { values } = reading
    const platform = values.platform ?? this.plan.platform
    const shop = values.shop ?? this.plan.shop
    const key = values.orderNumber === null ? this.hashKey(cells) : `n:${values.orderNumber}`
    const group = this.groups.get(platform, shop, key, values.orderNumber)
    if (this.isRejectedFor(this.gatherCustomer(group, cells), ordinal)) return
    const product = products.find(values, platform, shop)
    addToGroup(group, values, orderRowOf(ordinal, values, product, this.microPerMinor), this.columns)
    rows.setRecord(ordinal, group.index)
    issues.countRow(reading)
  }

  private isRejectedFor(reading: RowReading, ordinal: number): boolean {
    const bad = decidingProblem(reading.values, reading.problems)
    if (bad) this.target.rows.reject(ordinal, rowReasonOf(bad), bad.columnIndex)
    return bad !== undefined
  }

  /** Reads the customer of a row, unless the row before it in the same order had the very same cells. */
  private gatherCustomer(group: OrderGroup, cells: readonly RawCell[]): RowReading {
    const { last } = this
    const { issues } = this.target
    if (last?.group === group && this.customerColumns.every(column => cells[column] === last.cells[column])) {
      issues.countRow(last.reading)
      return last.reading
    }
    const reading = this.readCustomer(cells)
    this.last = { group, cells, reading }
    if (decidingProblem(reading.values, reading.problems)) return reading
    const facts = customerFactsOf(reading.values, group)
    setBuyer(group, facts.buyerId, this.columns)
    group.facts = group.facts ? mergeFacts(group.facts, facts) : facts
    issues.countRow(reading)
    return reading
  }

  /** Rows without an order number are told apart by how often the same row came before. */
  private hashKey(cells: readonly RawCell[]): string {
    const hash = rowHash(cells)
    const occurrence = (this.seenHashes.get(hash) ?? 0) + 1
    this.seenHashes.set(hash, occurrence)
    return `h:${hash}:${occurrence}`
  }
}
