import type { RowReason } from '#shared/domain/import-field.ts'
import { CustomerBook } from './customer-book.ts'
import type { CustomerFacts } from './customer-facts.ts'
import type { CustomerRecord } from './customer-record.ts'
import { gatherOrders } from './gather-orders.ts'
import { columnOf, type ImportPlan } from './import-plan.ts'
import type { Lookups } from './lookups.ts'
import { isOrderTouched, type OrderChange } from './order-change.ts'
import { type OrderGroup, rejectGroup } from './order-group.ts'
import type { OrderRow } from './order-line.ts'
import { planOrder } from './plan-order.ts'
import { IssueCounter, type PlanResult, type PlanSink } from './plan-result.ts'
import { ProductBook } from './product-book.ts'
import { reportChanges } from './report-changes.ts'
import { reportOrderChanges } from './report-order-changes.ts'
import { RowTable } from './row-table.ts'
import type { SheetRows } from './sheet-rows.ts'

/**
 * Plans a sheet with one order, or one item of an order, a row.
 *
 * Shape: rows are gathered by order, then the customers are folded, then the orders compared. The sink gets all
 * customers first, then the orders in the order of their first row. The same function serves preview and commit.
 * Errors: currency-differs; whatever `sink.tick` throws.
 * Cost: memory of some 300 bytes a row and 500 an order and a customer.
 */
export function planOrders(sheet: SheetRows, plan: ImportPlan, lookups: Lookups, sink: PlanSink): PlanResult {
  const planner = new OrderPlanner(sheet, plan, lookups, sink)
  planner.gather()
  planner.settleGroups()
  planner.foldCustomers()
  planner.compareOrders()
  return planner.result()
}

const groupsPerTick = 1000

class OrderPlanner {
  private readonly sheet: SheetRows
  private readonly plan: ImportPlan
  private readonly lookups: Lookups
  private readonly sink: PlanSink
  private groups: readonly OrderGroup[] = []
  private readonly rows = new RowTable()
  private readonly issues = new IssueCounter()
  private readonly book: CustomerBook
  private readonly products: ProductBook
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
  }

  /** Reads the file: its orders with their rows. */
  gather(): void {
    const { rows, products, issues, lookups, sink } = this
    const tick = (done: number) => sink.tick(0.4 * done)
    this.groups = gatherOrders(this.sheet, this.plan, {
      ...{ rows, products, issues, lookups, tick, watch: sink.watch },
      issueBook: sink.issueBook,
    })
  }

  /** What the archive knows of each order, and what a new one needs: a date and money. */
  settleGroups(): void {
    const moneyColumn =
      columnOf(this.plan, 'orderPaid') ?? columnOf(this.plan, 'linePaid') ?? columnOf(this.plan, 'unitPrice')
    this.groups.forEach((group, index) => {
      if (index % groupsPerTick === 0) this.lookups.expectOrders(this.slice(index))
      if (group.rows.length === 0) return
      group.known = this.lookups.findOrder(group.platform, group.shop, group.orderKey)
      if (group.known?.isInBin && !this.plan.restoreFromBin) rejectGroup(group, 'in-bin', null)
      if (!group.known && group.orderedAt === null)
        rejectGroup(group, 'date-missing', columnOf(this.plan, 'orderedAt'))
      if (!group.known) this.checkShop(group)
      if (group.rejection) this.rejectRows(group, group.rejection.reason, group.rejection.columnIndex)
      else this.rejectRowsWithoutMoney(group, moneyColumn)
    })
  }

  /** Whose orders these are, and what they say about their customers. */
  foldCustomers(): void {
    const hintsOf = ({ known, ownCustomerId }: OrderGroup) => ({
      ownCustomerId,
      orderCustomerId: known?.customerId ?? null,
    })
    const expect = (groups: readonly OrderGroup[]) =>
      this.book.expect(
        groups.flatMap(group => (group.facts ? [{ facts: group.facts, hints: hintsOf(group) }] : [])),
      )
    this.eachGroup(0.4, 0.55, expect, group => {
      const { facts } = group
      const found = facts && this.book.find(facts, hintsOf(group))
      if (!found) return
      const { record } = found
      if (!this.mayUse(record, group) || this.isCoveredByBalance(group, record)) return
      group.customer = record
      this.applyFacts(record, facts, group)
      this.book.index(record, facts)
    })
    this.sink.customers(this.book.records)
  }

  /** The orders themselves. */
  compareOrders(): void {
    const { today, restoreFromBin, policies } = this.plan
    const fileReachesTo = newestDay(this.groups)
    const context = { lookups: this.lookups, today, canRestore: restoreFromBin, policies, fileReachesTo }
    const expect = (groups: readonly OrderGroup[]) =>
      this.lookups.expectLines(groups.flatMap(({ known }) => known?.orderId ?? []))
    this.eachGroup(0.55, 1, expect, group => {
      const { change, rowResults } = planOrder(group, context)
      group.rows.forEach(({ ordinal }, index) => {
        const result = rowResults[index] ?? 'unchanged'
        if (result === 'line-ambiguous' || result === 'money-missing') this.rows.reject(ordinal, result, null)
        else this.rows.raise(ordinal, result)
      })
      this.countOrder(change)
      reportOrderChanges(change, group.rows, this.sink)
      this.sink.order(change)
      group.rows = []
      group.facts = null
    })
  }

  result(): PlanResult {
    const { records } = this.book
    const list = this.groups
    let rowsWithoutCustomer = 0
    for (let ordinal = 0; ordinal < this.rows.count; ordinal++) {
      const group = this.rows.isRejected(ordinal) ? undefined : list[this.rows.recordOf(ordinal)]
      if (group && !group.customer && !group.known?.customerId) rowsWithoutCustomer++
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
      customerOf: ordinal => list[this.rows.recordOf(ordinal)]?.customer?.index ?? -1,
      orderOf: ordinal => this.rows.recordOf(ordinal),
      issues: this.issues.counts,
      overlappingOrders: this.overlappingOrders,
      isShopDifferent: this.isShopDifferent,
    }
  }

  /** A file without any money only adds to orders that are known: their status, a refund. */
  private rejectRowsWithoutMoney(group: OrderGroup, moneyColumn: number | null): void {
    if (group.paidMinor !== null || (group.known && !group.hasRowMoney)) return
    const needsMoney = (row: OrderRow) => row.money === null && (row.isLine || !group.known)
    if (!group.rows.some(needsMoney)) return
    for (const row of group.rows)
      if (needsMoney(row)) this.rows.reject(row.ordinal, 'money-missing', moneyColumn)
    group.rows = group.rows.filter(row => !needsMoney(row))
  }

  /** Visits the orders that are still to be imported; `expect` is told of every thousand before they are visited. */
  private eachGroup(
    from: number,
    to: number,
    expect: (groups: readonly OrderGroup[]) => void,
    visit: (group: OrderGroup) => void,
  ): void {
    const list = this.groups
    list.forEach((group, index) => {
      if (index % groupsPerTick === 0) expect(this.slice(index).filter(isOpen))
      if (isOpen(group)) visit(group)
      if (index % groupsPerTick === 0) this.sink.tick(from + ((to - from) * index) / list.length)
    })
  }

  private slice(from: number): readonly OrderGroup[] {
    return this.groups.slice(from, from + groupsPerTick)
  }

  private mayUse(record: CustomerRecord, group: OrderGroup): boolean {
    if (!record.known?.isInBin || this.plan.restoreFromBin) return true
    this.rejectRows(group, 'in-bin', null)
    return false
  }

  private applyFacts(record: CustomerRecord, facts: CustomerFacts, group: OrderGroup): void {
    const first = group.rows[0]
    const report = first ? reportChanges(record, first.ordinal, this.sink) : () => undefined
    const isRestoring = record.known?.isInBin === true && !record.isRestored
    if (isRestoring) record.isRestored = true
    const at = group.orderedAt ?? record.factsOn ?? this.plan.today
    const isChanged = record.apply(facts, { at, isNew: !group.known })
    report()
    if (record.known && (isChanged || isRestoring))
      for (const { ordinal } of group.rows) this.rows.raise(ordinal, 'updated')
  }

  /** Orders that an old archive's sums hold already would count twice. */
  private isCoveredByBalance(group: OrderGroup, record: CustomerRecord): boolean {
    if (group.known || !record.known) return false
    const day = (group.orderedAt ?? '').slice(0, 10)
    const covering = record
      .listBalances()
      .filter(balance => isSamePlace(balance, group) && day <= balance.coversUntilOn)
    if (covering.length === 0) return false
    if (this.plan.balance === 'skip') {
      this.rejectRows(group, 'covered-by-balance', null)
      return true
    }
    if (this.plan.balance === 'replace') for (const balance of covering) record.emptyBalance(balance)
    else {
      this.overlappingOrders++
      this.sink.ask?.('balance-overlaps')
    }
    return false
  }

  private rejectRows(group: OrderGroup, reason: RowReason, columnIndex: number | null): void {
    rejectGroup(group, reason, columnIndex)
    for (const { ordinal } of group.rows) this.rows.reject(ordinal, reason, columnIndex)
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
    if (change.hasMoneyConflict) this.issues.add('order-money-conflict')
    if (change.newRefunds.length > 0 && refundedMinor > paidMinor) this.issues.add('refund-above-paid')
  }
}

/** The newest day of all orders of a file. Empty: null when it names none. */
function newestDay(groups: readonly OrderGroup[]): string | null {
  let newest = ''
  for (const { orderedAt } of groups) if (orderedAt !== null && orderedAt > newest) newest = orderedAt
  return newest === '' ? null : newest.slice(0, 10)
}

/** Says whether an order is still to be imported. */
function isOpen({ rejection, rows }: OrderGroup): boolean {
  return !rejection && rows.length > 0
}

/** A balance without a named source covers every shop. */
function isSamePlace(
  balance: { readonly platform: string; readonly shop: string },
  order: { readonly platform: string; readonly shop: string },
): boolean {
  if (balance.platform === '' && balance.shop === '') return true
  return balance.platform === order.platform && balance.shop === order.shop
}
