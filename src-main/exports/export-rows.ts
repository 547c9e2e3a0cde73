import type { ReadableDb } from '#main/database/db.ts'
import { getFieldValuesOfMany } from '#main/fields/field-cell.service.ts'
import type { ExportChoices, ExportColumn, ExportColumnName } from '#shared/domain/export.ts'
import { exportedText } from '#shared/domain/exported-text.ts'
import { fieldIdOf } from '#shared/domain/field.ts'
import { writeOwnRowKey } from '#shared/domain/own-row.ts'
import type { CellContext } from './cell-values.ts'
import { type CardColumnName, customerCells, type ExportedCustomer, readCustomers } from './customer-rows.ts'
import { countExportedOrders, listExportedIds, type OrderRow, prepareExportReads } from './export.queries.ts'
import { type FieldColumn, fieldCell } from './field-cells.ts'
import { type OrderColumnName, orderCells, readLines } from './order-rows.ts'
import { cutText, type ExportCell } from './sheet-xml.ts'

/** What rows are made of. `onChunk` is told how many customers or orders are done; what it throws ends the export. */
export type RowSource = {
  readonly choices: ExportChoices
  readonly customerIds: readonly number[] | Int32Array | null
  /** Orders of nobody known follow those of the customers. */
  readonly hasOrdersOfNobody?: boolean | undefined
  readonly archiveMark: string
  readonly columns: readonly (ExportColumn & { readonly name: ExportColumnName })[]
  readonly fields: ReadonlyMap<string, FieldColumn>
  readonly context: CellContext
  readonly onChunk: (done: number, total: number) => void
}

/** Of how many customers the file speaks, and how many were left out because they refused contact. */
export type ExportTally = { readonly customerCount: number; readonly refusedCount: number }

const chunkSize = 500
const ownKeyNames = new Set<ExportColumnName>(['ownCustomerKey', 'ownOrderKey'])

/** Makes the rows of an export, chunk by chunk. */
export class ExportRows {
  readonly columns
  readonly fields
  private readonly source: RowSource
  private readonly db: ReadableDb
  private readonly reads
  private readonly customers = new Set<number>()
  private readonly refused = new Set<number>()

  constructor(db: ReadableDb, source: RowSource) {
    this.db = db
    this.source = source
    this.columns = source.columns
    this.fields = source.fields
    this.reads = prepareExportReads(db)
  }

  /** Counts what was listed so far. */
  get tally(): ExportTally {
    return { customerCount: this.customers.size, refusedCount: this.refused.size }
  }

  /** Lists the rows in the order of the customers, all orders in the order in which they were entered. */
  list(): Iterable<readonly ExportCell[]> {
    return this.source.choices.table === 'customers' ? this.listCustomers() : this.listOrders()
  }

  private *listCustomers(): Generator<readonly ExportCell[]> {
    const { context, onChunk } = this.source
    const fill = this.filler(name => this.customerCell(name))
    const fieldIds = this.columns.flatMap(({ name }) => fieldIdOf(name) ?? [])
    const fieldsOf = (some: readonly number[]) => getFieldValuesOfMany(this.db, some, fieldIds)
    const ids = this.source.customerIds ?? listExportedIds(this.db)
    for (let start = 0; start < ids.length; start += chunkSize) {
      onChunk(start, ids.length)
      for (const customer of readCustomers(this.reads, [...ids.slice(start, start + chunkSize)], fieldsOf)) {
        const { customer_id, contact_refused_on } = customer.card
        if (this.isTaken(customer_id, contact_refused_on !== null)) yield fill(customer, context, '')
      }
    }
    onChunk(ids.length, ids.length)
  }

  private customerCell(name: ExportColumnName) {
    const field = this.source.fields.get(name)?.field
    if (!field) return customerCells[name as CardColumnName]
    return ({ fields }: ExportedCustomer, context: CellContext) =>
      fieldCell(field, fields[field.fieldId], context)
  }

  private *listOrders(): Generator<readonly ExportCell[]> {
    const { context, customerIds } = this.source
    const fill = this.filler(name => orderCells[name as OrderColumnName])
    for (const orders of customerIds ? this.ordersOf(customerIds) : this.allOrders())
      for (const row of readLines(
        this.reads,
        orders.filter(order => this.isTaken(order.customer_id, order.is_refused === 1)),
      ))
        yield fill(row, context, row.order.order_number === null ? row.order.order_key : '')
  }

  private *allOrders(): Generator<readonly OrderRow[]> {
    const total = countExportedOrders(this.db)
    let done = 0
    let orders: readonly OrderRow[] = []
    do {
      this.source.onChunk(done, Math.max(done, total))
      orders = this.reads.ordersAfter(orders.at(-1)?.sales_order_id ?? 0, chunkSize)
      done += orders.length
      yield orders
    } while (orders.length > 0)
  }

  private *ordersOf(ids: readonly number[] | Int32Array): Generator<readonly OrderRow[]> {
    for (let start = 0; start < ids.length; start += chunkSize) {
      this.source.onChunk(start, ids.length)
      yield this.reads.ordersOfCustomers([...ids.slice(start, start + chunkSize)])
    }
    if (this.source.hasOrdersOfNobody) yield* this.ordersOfNobody(ids.length)
  }

  private *ordersOfNobody(done: number): Generator<readonly OrderRow[]> {
    let orders: readonly OrderRow[] = []
    do {
      this.source.onChunk(done, done)
      orders = this.reads.ordersOfNobodyAfter(orders.at(-1)?.sales_order_id ?? 0, chunkSize)
      yield orders
    } while (orders.length > 0)
  }

  /** Who refused contact is in no file for contacting. */
  private isTaken(customerId: number | null, isRefused: boolean): boolean {
    const isLeftOut = isRefused && this.source.choices.purpose === 'contact'
    if (customerId !== null) (isLeftOut ? this.refused : this.customers).add(customerId)
    return !isLeftOut
  }

  /** Makes the function that fills the chosen columns of a row, the row's key last. */
  private filler<Row>(
    cellOf: (name: ExportColumnName) => ((row: Row, context: CellContext) => ExportCell) | undefined,
  ): (row: Row, context: CellContext, orderKey: string) => readonly ExportCell[] {
    const { columns, archiveMark } = this.source
    const cells = columns.map(({ name }) => (ownKeyNames.has(name) ? undefined : cellOf(name)))
    const keyAt = columns.findIndex(({ name }) => ownKeyNames.has(name))
    return (row, context, orderKey) => {
      const filled = cells.map(cell => shortened(cell?.(row, context) ?? null))
      if (keyAt < 0) return filled
      const marked = columns.map(({ mark, value }, index) => ({
        mark,
        text: exportedText(value, textOf(filled[index])),
      }))
      filled[keyAt] = writeOwnRowKey(archiveMark, marked, orderKey)
      return filled
    }
  }
}

function shortened(cell: ExportCell): ExportCell {
  return typeof cell === 'string' ? cutText(cell) : cell
}

function textOf(cell: ExportCell | undefined): string {
  if (cell === null || cell === undefined) return ''
  return typeof cell === 'object' ? cell.time : String(cell)
}
