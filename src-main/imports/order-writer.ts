import type { ChangeRecorder } from '#main/changes/change-log.service.ts'
import type { WritableDb } from '#main/database/db.ts'
import { writeDetails } from '#main/orders/line-details.service.ts'
import { getArchiveSettings } from '#main/settings/setting.service.ts'
import { splitAttributes, type Trade } from '#shared/domain/line-details.ts'
import { prepareStoredValues, prepareUpdates } from './commit.queries.ts'
import type { CommitAct, CustomerWriter } from './customer-writer.ts'
import { KeyRange } from './key-range.ts'
import type { KnownLine, KnownOrder } from './plan/lookups.ts'
import { isOrderTouched, type LineChange, type OrderChange } from './plan/order-change.ts'
import type { ProductRecord } from './plan/product-book.ts'
import { RowInserter } from './row-inserter.ts'

/** Writes the orders of an import with their lines, refunds and products. */
export class OrderWriter {
  /** By order index: the order's key. */
  readonly ids: number[] = []
  /** Customers of before whose orders differ now, and those of them who may have bought other products. */
  readonly touchedCustomers = new Set<number>()
  readonly buyers = new Set<number>()
  readonly ranges: readonly KeyRange[]
  private readonly act: CommitAct
  private readonly trade: Trade | undefined
  private readonly recorder: ChangeRecorder
  private readonly customers: CustomerWriter
  private readonly orders: KeyRange
  private readonly lines: KeyRange
  private readonly refunds: KeyRange
  private readonly products: KeyRange
  private readonly productIds = new Map<ProductRecord, number>()
  private readonly insert
  private readonly update
  private readonly stored

  constructor(db: WritableDb, act: CommitAct, recorder: ChangeRecorder, customers: CustomerWriter) {
    this.act = act
    this.trade = getArchiveSettings(db).trade
    this.recorder = recorder
    this.customers = customers
    this.products = new KeyRange(db, 'product')
    this.orders = new KeyRange(db, 'sales_order')
    this.lines = new KeyRange(db, 'order_line')
    this.refunds = new KeyRange(db, 'refund')
    this.ranges = [this.products, this.orders, this.lines, this.refunds]
    const product = new RowInserter(db, 'product')
    const order = new RowInserter(db, 'sales_order')
    const line = new RowInserter(db, 'order_line', [product, order])
    this.insert = { product, order, line, refund: new RowInserter(db, 'refund', [order, line]) }
    this.update = prepareUpdates(db)
    this.stored = prepareStoredValues(db)
  }

  write(change: OrderChange): void {
    const { known, customer } = change
    const customerId = known?.customerId ?? (customer ? (this.customers.ids[customer.index] ?? null) : null)
    const orderId = known ? known.orderId : this.orders.take()
    this.ids[change.index] = orderId
    const lineIds = new Map<LineChange, number>()
    if (known) {
      this.updateOrder(change, known, customerId)
      this.writeLinesOfKnown(change, orderId, lineIds)
    } else {
      this.insertOrder(change, orderId, customerId)
      change.lines.forEach((line, index) => {
        lineIds.set(line, this.insertLine(line, orderId, index + 1))
      })
    }
    this.writeRefunds(change, orderId, lineIds)
    const isOfOldCustomer = customerId !== null && (!customer || customer.known !== undefined)
    if (isOfOldCustomer && isOrderTouched(change)) this.touchedCustomers.add(customerId)
    if (isOfOldCustomer && isPurchaseTouched(change)) this.buyers.add(customerId)
  }

  /** Stores what still waits; call it after the last order. */
  finish(): void {
    for (const rows of Object.values(this.insert)) rows.flush()
  }

  private insertOrder({ values, ...order }: OrderChange, orderId: number, customerId: number | null): void {
    const { now, importBatchId } = this.act
    this.insert.order.add(
      ...[orderId, customerId, order.platform, order.shop, order.orderKey, order.orderNumber],
      ...[values.orderedAt.slice(0, 10), values.orderedAt, values.status, values.statusText],
      ...[values.isCancellation, values.isCounted, values.paidMinor, values.refundedMinor],
      ...[
        values.paidMinor - values.refundedMinor,
        values.receiverName,
        values.receiverPhone,
        values.receiverAddress,
      ],
      ...[values.note, order.factsOn, importBatchId, now, now, values.flowNote],
    )
  }

  private insertLine(line: LineChange, orderId: number, lineNumber: number): number {
    const lineId = this.lines.take()
    this.insert.line.add(
      ...[
        lineId,
        orderId,
        lineNumber,
        line.subOrderNumber,
        this.productId(line.product),
        line.title,
        line.attributes,
      ],
      ...[line.quantity, line.unitPriceMicro, line.netMinor, line.refundedMinor, this.detailsOf(line)],
    )
    return lineId
  }

  /** An item of before keeps what is said of it. */
  private detailsOf({ attributes }: LineChange): string | null {
    return attributes === null ? null : writeDetails(splitAttributes(attributes, this.trade))
  }

  private productId(product: ProductRecord | null): number | null {
    if (product === null || product.knownId !== null) return product?.knownId ?? null
    const seen = this.productIds.get(product)
    if (seen !== undefined) return seen
    const productId = this.products.take()
    const { platform, shop, key, name, externalId, sku, merchantCode, category } = product
    this.insert.product.add(productId, platform, shop, key, name, externalId, sku, merchantCode, category)
    this.productIds.set(product, productId)
    return productId
  }

  private updateOrder(
    { values, factsOn, isChanged, isRestored }: OrderChange,
    known: KnownOrder,
    customerId: number | null,
  ): void {
    if (!isChanged) return
    const stored = this.stored.order(known.orderId)
    if (!stored) throw new Error('an order that was read is there')
    const log = (column: string, before: string | number | null, after: string | number | null) =>
      this.recorder.updated('sales_order', known.orderId, column, before, after)
    const orderedOn = values.orderedAt.slice(0, 10)
    const net = values.paidMinor - values.refundedMinor
    log('customer_id', known.customerId, customerId)
    log('ordered_on', stored.ordered_on, orderedOn)
    log('ordered_at_local', known.orderedAt, values.orderedAt)
    log('status', known.status, values.status)
    log('status_text', known.statusText, values.statusText)
    log('is_counted', Number(known.isCounted), Number(values.isCounted))
    log('paid_minor', known.paidMinor, values.paidMinor)
    log('refunded_minor', known.refundedMinor, values.refundedMinor)
    log('net_minor', known.paidMinor - known.refundedMinor, net)
    log('receiver_name', known.receiverName, values.receiverName)
    log('receiver_phone', known.receiverPhone, values.receiverPhone)
    log('receiver_address', known.receiverAddress, values.receiverAddress)
    log('note', known.note, values.note)
    log('flow_note', known.flowNote, values.flowNote)
    log('facts_on', known.factsOn, factsOn)
    log('updated_at', stored.updated_at, this.act.now)
    this.update.order(
      ...[customerId, orderedOn, values.orderedAt, values.status, values.statusText, values.isCounted],
      ...[values.paidMinor, values.refundedMinor, net, values.receiverName, values.receiverPhone],
      ...[values.receiverAddress, values.note, factsOn, this.act.now, values.flowNote, known.orderId],
    )
    if (!isRestored) return
    log('deleted_at', stored.deleted_at, null)
    this.update.restoreOrder(null, known.orderId)
  }

  private writeLinesOfKnown(change: OrderChange, orderId: number, lineIds: Map<LineChange, number>): void {
    const newLines = change.lines.filter(line => !line.known)
    let lineNumber = newLines.length > 0 ? (this.stored.order(orderId)?.line_count ?? 0) : 0
    for (const line of change.lines) {
      if (line.known) lineIds.set(line, line.known.lineId)
      if (line.known && line.isChanged) this.updateLine(line, line.known)
    }
    for (const line of newLines) lineIds.set(line, this.insertLine(line, orderId, ++lineNumber))
  }

  private updateLine(line: LineChange, known: KnownLine): void {
    const productId = known.productId ?? this.productId(line.product)
    const log = (column: string, before: string | number | null, after: string | number | null) =>
      this.recorder.updated('order_line', known.lineId, column, before, after)
    log('sub_order_number', known.subOrderNumber, line.subOrderNumber)
    log('product_id', known.productId, productId)
    log('attributes', known.attributes, line.attributes)
    log('quantity', known.quantity, line.quantity)
    log('unit_price_micro', known.unitPriceMicro, line.unitPriceMicro)
    log('net_minor', known.netMinor, line.netMinor)
    log('refunded_minor', known.refundedMinor, line.refundedMinor)
    this.insert.product.flush()
    this.update.line(
      ...[line.subOrderNumber, productId, line.attributes, line.quantity, line.unitPriceMicro, line.netMinor],
      ...[line.refundedMinor, known.lineId],
    )
  }

  private writeRefunds(change: OrderChange, orderId: number, lineIds: ReadonlyMap<LineChange, number>): void {
    for (const { line, refundedOn, isDateKnown, minor } of change.newRefunds) {
      const lineId = line ? (lineIds.get(line) ?? null) : null
      this.insert.refund.add(this.refunds.take(), orderId, lineId, refundedOn, isDateKnown, minor)
    }
    if (!change.datedRefund) return
    const { refundId, before, after } = change.datedRefund
    this.recorder.updated('refund', refundId, 'refunded_on', before, after)
    this.recorder.updated('refund', refundId, 'is_date_known', 0, 1)
    this.update.refundDay(after, true, refundId)
  }
}

/** Whether a customer may be found by other words of purchases after it: a status or money alone changes none. */
function isPurchaseTouched({ known, isRestored, customer, lines, values }: OrderChange): boolean {
  if (known && known.flowNote !== values.flowNote) return true
  const isNewlyOwned = known?.customerId === null && customer !== null
  return !known || isRestored || isNewlyOwned || lines.some(({ known: line }) => line?.productId == null)
}
