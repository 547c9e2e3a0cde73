import type { RawCell } from '#main/imports/raw-row.ts'
import { minorUnitExponent } from '#shared/domain/currency.ts'
import type { ImportFieldName, RowReason } from '#shared/domain/import-field.ts'
import { isSumRow, rowReasonOf } from './cell-verdict.ts'
import { CustomerBook } from './customer-book.ts'
import { type CustomerFacts, customerFactsOf } from './customer-facts.ts'
import type { CustomerRecord } from './customer-record.ts'
import type { ImportPlan } from './import-plan.ts'
import type { Lookups } from './lookups.ts'
import { isOrderTouched, type OrderChange } from './order-change.ts'
import {
  addToGroup,
  decidingProblem,
  type OrderColumns,
  type OrderGroup,
  OrderGroups,
  rejectGroup,
} from './order-group.ts'
import { moneyOfRow } from './order-line.ts'
import { type OrderRow, planOrder } from './plan-order.ts'
import { IssueCounter, type PlanResult, type PlanSink } from './plan-result.ts'
import { ProductBook } from './product-book.ts'
import { reportChanges } from './report-changes.ts'
import { reportOrderChanges } from './report-order-changes.ts'
import { rowHash } from './row-hash.ts'
import { makeRowReader } from './row-reader.ts'
import { IntList, RowTable } from './row-table.ts'
import { forEachDataRow, type SheetRows } from './sheet-rows.ts'

/**
 * Plans a sheet with one order, or one item of an order, a row.
 *
 * Shape: three passes over the rows: gather them by order, fold the customers, compare the orders. The sink gets all
 * customers first, then the orders in the order of their last row. The same function serves preview and commit.
 * Errors: currency-differs; whatever `sink.tick` throws.
 * Cost: rows of one order that stand apart are kept until the last of them; else some 200 bytes per order and customer.
 */
export function planOrders(sheet: SheetRows, plan: ImportPlan, lookups: Lookups, sink: PlanSink): PlanResult {
  const planner = new OrderPlanner(sheet, plan, lookups, sink)
  planner.gather()
  planner.settleGroups()
  planner.foldCustomers()
  planner.compareOrders()
  return planner.result()
}

class OrderPlanner {
  private readonly sheet: SheetRows
  private readonly plan: ImportPlan
  private readonly lookups: Lookups
  private readonly sink: PlanSink
  private readonly groups = new OrderGroups()
  private readonly rows = new RowTable()
  private readonly moneyRows = new IntList()
  private readonly issues = new IssueCounter()
  private readonly book: CustomerBook
  private readonly products: ProductBook
  private readonly read: ReturnType<typeof makeRowReader>
  private readonly microPerMinor: number
  private overlappingOrders = 0
  private isShopDifferent = false
  private readonly orderCounts = { ordersCreated: 0, ordersUpdated: 0, linesCreated: 0 }

  constructor(sheet: SheetRows, plan: ImportPlan, lookups: Lookups, sink: PlanSink) {
    this.sheet = sheet
    this.plan = plan
    this.lookups = lookups
    this.sink = sink
    this.book = new CustomerBook(lookups, plan)
    this.products = new ProductBook(lookups)
    this.read = makeRowReader(plan)
    this.microPerMinor = 10 ** (6 - minorUnitExponent(plan.currency))
  }

  /** First pass: which row belongs to which order, and which cannot be imported by itself. */
  gather(): void {
    const columns = orderColumns(this.plan)
    const seenHashes = new Map<string, number>()
    const gatherRow = (cells: readonly RawCell[], rowNumber: number): void => {
      const ordinal = this.rows.add(rowNumber)
      this.moneyRows.push(0)
      if (isSumRow(cells)) {
        this.rows.reject(ordinal, 'sum-row', null)
        return
      }
      const reading = this.read(cells)
      this.issues.countMoney(reading)
      const { values } = reading
      const bad = decidingProblem(values, reading.problems)
      if (bad) {
        this.rows.reject(ordinal, rowReasonOf(bad), bad.columnIndex)
        return
      }
      const group = this.groups.get({
        platform: values.platform ?? this.plan.platform,
        shop: values.shop ?? this.plan.shop,
        orderNumber: values.orderNumber,
        orderKey: values.orderNumber === null ? hashKey(cells, seenHashes) : `n:${values.orderNumber}`,
      })
      this.rows.setRecord(ordinal, group.index)
      if (moneyOfRow(values, this.microPerMinor) !== null) {
        this.moneyRows.set(ordinal, 1)
        group.hasRowMoney = true
      }
      addToGroup(group, values, ordinal, columns)
      this.issues.countRow(reading)
    }
    forEachDataRow(this.sheet, this.plan.headerRow, gatherRow, done => {
      this.rows.chunkEnds.push(this.rows.count)
      this.sink.tick(0.3 * done)
    })
    this.groups.seal()
    this.issues.checkCurrency(this.plan.currency)
  }

  /** What the archive knows of each order, and what a new one needs: a date and money. */
  settleGroups(): void {
    for (const group of this.groups.list) {
      const known = this.lookups.findOrder(group.platform, group.shop, group.orderKey)
      group.isKnown = known !== undefined
      group.knownCustomerId = known?.customerId ?? null
      if (known?.isInBin && !this.plan.restoreFromBin) rejectGroup(group, 'in-bin', null)
      if (!known && group.orderedAt === null) rejectGroup(group, 'date-missing', this.columnOf('orderedAt'))
      if (!known) this.checkShop(group)
    }
    const moneyColumn = this.columnOf('orderPaid') ?? this.columnOf('linePaid') ?? this.columnOf('unitPrice')
    for (let ordinal = 0; ordinal < this.rows.count; ordinal++) {
      const group = this.groupOf(ordinal)
      if (group?.rejection) this.rows.reject(ordinal, group.rejection.reason, group.rejection.columnIndex)
      else if (group && this.lacksMoney(group, ordinal))
        this.rows.reject(ordinal, 'money-missing', moneyColumn)
    }
  }

  /** Second pass: whose orders these are, and what they say about their customers. */
  foldCustomers(): void {
    this.eachOrder(0.3, 0.55, (group, rows) => {
      const facts = customerFactsOf(
        rows.map(row => row.values),
        group,
      )
      const found = this.book.find(facts, { orderCustomerId: group.knownCustomerId })
      if (!found) return
      const { record } = found
      if (!this.mayUse(record, rows) || this.isCoveredByBalance(group, record, rows)) return
      group.customer = record
      this.applyFacts(record, facts, group, rows)
      this.book.index(record, facts)
    })
    this.sink.customers(this.book.records)
  }

  /** Third pass: the orders themselves. */
  compareOrders(): void {
    this.eachOrder(0.55, 1, (group, rows) => {
      const facts = customerFactsOf(
        rows.map(row => row.values),
        group,
      )
      const context = {
        lookups: this.lookups,
        products: this.products,
        today: this.plan.today,
        microPerMinor: this.microPerMinor,
        canRestore: this.plan.restoreFromBin,
      }
      const { change, rowResults } = planOrder(group, rows, facts, context)
      for (const [ordinal, result] of rowResults)
        if (result === 'line-ambiguous' || result === 'money-missing') this.rows.reject(ordinal, result, null)
        else this.rows.raise(ordinal, result)
      this.countOrder(change)
      reportOrderChanges(change, rows, this.sink)
      this.sink.order(change)
    })
  }

  result(): PlanResult {
    const records = this.book.records
    const customerOf = (ordinal: number) => this.groupOf(ordinal)?.customer?.index ?? -1
    let rowsWithoutCustomer = 0
    for (let ordinal = 0; ordinal < this.rows.count; ordinal++) {
      const group = this.rows.isRejected(ordinal) ? undefined : this.groupOf(ordinal)
      if (group && !group.customer && group.knownCustomerId === null) rowsWithoutCustomer++
    }
    return {
      counts: {
        rows: this.rows.count,
        ...this.rows.countVerdicts(),
        customersCreated: records.filter(record => !record.known).length,
        customersUpdated: records.filter(record => record.known && record.isChanged).length,
        ...this.orderCounts,
        rowsWithoutCustomer,
      },
      rows: this.rows,
      customerOf,
      orderOf: ordinal => this.rows.recordOf(ordinal),
      issues: this.issues.counts,
      overlappingOrders: this.overlappingOrders,
      isShopDifferent: this.isShopDifferent,
    }
  }

  /** Visits each order with its accepted rows when the last of them is reached. */
  private eachOrder(from: number, to: number, visit: (group: OrderGroup, rows: OrderRow[]) => void): void {
    const waiting = new Map<OrderGroup, OrderRow[]>()
    const visitRow = (cells: readonly RawCell[], _rowNumber: number, ordinal: number): void => {
      const group = this.groupOf(ordinal)
      if (!group || group.rejection) return
      const rows = waiting.get(group) ?? []
      if (!this.rows.isRejected(ordinal)) rows.push({ ordinal, values: this.read(cells).values })
      if (ordinal < group.lastOrdinal) {
        waiting.set(group, rows)
        return
      }
      waiting.delete(group)
      if (rows.length > 0) visit(group, rows)
    }
    forEachDataRow(this.sheet, this.plan.headerRow, visitRow, done =>
      this.sink.tick(from + (to - from) * done),
    )
  }

  /** A file without any money only adds to orders that are known: their status, a refund. */
  private lacksMoney(group: OrderGroup, ordinal: number): boolean {
    if (group.paidMinor !== null || this.moneyRows.at(ordinal) === 1) return false
    return !group.isKnown || group.hasRowMoney
  }

  private mayUse(record: CustomerRecord, rows: readonly OrderRow[]): boolean {
    if (!record.known?.isInBin || this.plan.restoreFromBin) return true
    this.rejectRows(rows, 'in-bin')
    return false
  }

  private applyFacts(
    record: CustomerRecord,
    facts: CustomerFacts,
    group: OrderGroup,
    rows: readonly OrderRow[],
  ): void {
    const first = rows[0]
    const report = first ? reportChanges(record, first.ordinal, this.sink) : () => undefined
    const isRestoring = record.known?.isInBin === true && !record.isRestored
    if (isRestoring) record.isRestored = true
    const at = group.orderedAt ?? record.factsOn ?? this.plan.today
    const isChanged = record.apply(facts, { at, isNew: !group.isKnown })
    report()
    if (record.known && (isChanged || isRestoring))
      for (const { ordinal } of rows) this.rows.raise(ordinal, 'updated')
  }

  /** Orders that an old archive's sums hold already would count twice. */
  private isCoveredByBalance(group: OrderGroup, record: CustomerRecord, rows: readonly OrderRow[]): boolean {
    if (group.isKnown || !record.known) return false
    const day = (group.orderedAt ?? '').slice(0, 10)
    const covering = record.listBalances().filter(one => isSamePlace(one, group) && day <= one.coversUntilOn)
    if (covering.length === 0) return false
    if (this.plan.balance === 'skip') {
      this.rejectRows(rows, 'covered-by-balance')
      return true
    }
    if (this.plan.balance === 'replace') for (const balance of covering) record.emptyBalance(balance)
    else {
      this.overlappingOrders++
      this.sink.ask?.('balance-overlaps')
    }
    return false
  }

  private rejectRows(rows: readonly OrderRow[], reason: RowReason): void {
    for (const { ordinal } of rows) this.rows.reject(ordinal, reason, null)
    const group = rows[0] && this.groupOf(rows[0].ordinal)
    if (group) rejectGroup(group, reason, null)
  }

  private checkShop(group: OrderGroup): void {
    if (this.isShopDifferent || this.plan.isShopConfirmed || group.orderNumber === null || group.rejection)
      return
    this.isShopDifferent = this.lookups.hasOrderElsewhere(group.orderNumber, group.platform, group.shop)
    if (this.isShopDifferent) this.sink.ask?.('shop-differs')
  }

  private countOrder(change: OrderChange): void {
    this.orderCounts.linesCreated += change.lines.filter(line => !line.known).length
    if (!change.known) this.orderCounts.ordersCreated++
    else if (isOrderTouched(change)) this.orderCounts.ordersUpdated++
    const { paidMinor, refundedMinor } = change.values
    if (change.newRefunds.length > 0 && refundedMinor > paidMinor) this.issues.add('refund-above-paid')
  }

  private groupOf(ordinal: number): OrderGroup | undefined {
    return this.groups.list[this.rows.recordOf(ordinal)]
  }

  private columnOf(field: ImportFieldName): number | null {
    return this.plan.columns.find(column => column.field === field)?.columnIndex ?? null
  }
}

/** A balance without a named source covers every shop. */
function isSamePlace(
  balance: { readonly platform: string; readonly shop: string },
  order: { readonly platform: string; readonly shop: string },
): boolean {
  if (balance.platform === '' && balance.shop === '') return true
  return balance.platform === order.platform && balance.shop === order.shop
}

function hashKey(cells: readonly RawCell[], seen: Map<string, number>): string {
  const hash = rowHash(cells)
  const occurrence = (seen.get(hash) ?? 0) + 1
  seen.set(hash, occurrence)
  return `h:${hash}:${occurrence}`
}

function orderColumns(plan: ImportPlan): OrderColumns {
  const columnOf = (field: ImportFieldName) =>
    plan.columns.find(column => column.field === field)?.columnIndex ?? null
  return {
    orderPaid: columnOf('orderPaid'),
    orderRefunded: columnOf('orderRefunded'),
    buyerId: columnOf('buyerId'),
  }
}
