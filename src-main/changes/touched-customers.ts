import type { ReadableDb } from '#main/database/db.ts'
import type { LoggedTable } from './change.queries.ts'
import { listCustomersOfRows, prepareCustomersOfRange } from './undo.queries.ts'

/** What a card does not show: of these a customer holds the products bought and the totals. */
const orderTables: ReadonlySet<LoggedTable> = new Set(['sales_order', 'order_line', 'refund'])

/** Gathers whose files an undo touches. */
export class TouchedCustomers {
  readonly cards = new Set<number>()
  readonly buyers = new Set<number>()
  /** Whose totals may differ though no order of theirs was touched. */
  readonly summed = new Set<number>()
  private readonly customersOf = new Map<LoggedTable, (firstId: number, lastId: number) => number[]>()
  private readonly db: ReadableDb

  constructor(db: ReadableDb) {
    this.db = db
  }

  /** Adds the customers in whose files the rows of an id range stand now. */
  addRange(table: LoggedTable, firstId: number, lastId: number): void {
    if (table === 'customer' && firstId === lastId) {
      this.cards.add(firstId)
      return
    }
    let customersOf = this.customersOf.get(table)
    if (!customersOf) {
      customersOf = prepareCustomersOfRange(this.db, table)
      this.customersOf.set(table, customersOf)
    }
    this.add(table, customersOf(firstId, lastId))
  }

  /** The same for some rows. */
  addRows(table: LoggedTable, rowIds: readonly number[]): void {
    this.add(table, table === 'customer' ? rowIds : listCustomersOfRows(this.db, table, rowIds))
  }

  private add(table: LoggedTable, customerIds: readonly number[]): void {
    const customers = orderTables.has(table) ? this.buyers : this.cards
    for (const id of customerIds) {
      customers.add(id)
      if (table === 'opening_balance') this.summed.add(id)
    }
  }
}
