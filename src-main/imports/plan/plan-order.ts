import { isCountedOrder } from '#shared/domain/sales-order.ts'
import type { CustomerFacts } from './customer-facts.ts'
import type { KnownLine, KnownOrder, Lookups } from './lookups.ts'
import { isOtherListing, type LineMatch, matchLines } from './match-lines.ts'
import type { LineChange, NewRefund, OrderChange, OrderValues } from './order-change.ts'
import type { OrderGroup } from './order-group.ts'
import { type FileLine, isLineRow, isNegativeLine, moneyOfRow } from './order-line.ts'
import { type DealtMoney, dealMoney } from './order-money.ts'
import { combineStatus, isLater, statusWhenUnknown } from './order-status.ts'
import { earlierTime } from './order-time.ts'
import type { ProductBook } from './product-book.ts'
import type { RowValues } from './row-values.ts'

/** A row of an order with its place in the sheet. */
export type OrderRow = { readonly ordinal: number; readonly values: RowValues }

/** What planning an order needs besides its rows. */
export type OrderContext = {
  readonly lookups: Lookups
  readonly products: ProductBook
  readonly today: string
  /** Units: 10^-6 major units in one minor unit. */
  readonly microPerMinor: number
  /** Whether an order in the bin comes back. */
  readonly canRestore: boolean
}

/** What a row of an order leads to; the last two reject it. */
export type RowResult = 'created' | 'updated' | 'unchanged' | 'line-ambiguous' | 'money-missing'

/** What becomes of an order, and of each of its rows. */
export type PlannedOrder = {
  readonly change: OrderChange
  readonly rowResults: ReadonlyMap<number, RowResult>
}

/** A line on its way: what the file says, what the archive has, or both. */
type Draft = {
  readonly file: FileLine | undefined
  readonly known: KnownLine | undefined
  readonly hasNewSize: boolean
}

/** Compares one order of the file with the archive. */
export function planOrder(
  group: OrderGroup,
  rows: readonly OrderRow[],
  receiver: CustomerFacts,
  context: OrderContext,
): PlannedOrder {
  const known = group.isKnown
    ? context.lookups.findOrder(group.platform, group.shop, group.orderKey)
    : undefined
  const knownLines = known ? context.lookups.listLines(known.orderId) : []
  const described = fileLinesOf(group, rows, context)
  const isRelisting = known !== undefined && isOtherListing(described, knownLines)
  const lines = isRelisting ? [] : described
  const isOlder = isOlderListing(group, rows, known)
  const matches = requireMoney(matchLines(lines, knownLines, isOlder), lines, group, known)
  const drafts = draftLines(lines, matches, knownLines, isOlder)
  const stated = statedPaid(group, rows, lines, context)
  const money = moneyOf(drafts, { group, known, stated, isOlder })
  const values = valuesOf(group, rows, receiver, known, { money, lines: described })
  const lineChanges = drafts.map((draft, index) => lineChange(draft, isOlder, money, index))
  const isRestored = known?.isInBin === true && context.canRestore
  const change: OrderChange = {
    index: group.index,
    platform: group.platform,
    shop: group.shop,
    orderKey: group.orderKey,
    orderNumber: group.orderNumber,
    known,
    customer: group.customer,
    values,
    lines: lineChanges,
    newRefunds: newRefunds(drafts, lineChanges, { known, rows, money, today: context.today }),
    datedRefund: datedRefund(known, rows, money, context.lookups),
    isRestored,
    isChanged: known === undefined || isOrderChanged(known, values, group) || isRestored,
  }
  return { change, rowResults: resultsOf(rows, lines, matches, drafts, change) }
}

/** A new line of a known order needs money as much as a new order does. */
function requireMoney(
  matches: readonly LineMatch[],
  lines: readonly FileLine[],
  group: OrderGroup,
  known: KnownOrder | undefined,
): (LineMatch | 'money-missing')[] {
  const isNeeded = known !== undefined && group.paidMinor === null
  return matches.map((match, index) =>
    match === 'new' && isNeeded && lines[index]?.money === null ? 'money-missing' : match,
  )
}

function fileLinesOf(group: OrderGroup, rows: readonly OrderRow[], context: OrderContext): FileLine[] {
  if (!rows.some(({ values }) => isLineRow(values))) return []
  const lines: FileLine[] = []
  for (const { ordinal, values } of distinctRows(rows, context)) {
    lines.push({
      ordinal,
      subOrderNumber: values.subOrderNumber,
      product: context.products.find(values, group.platform, group.shop),
      title: values.productTitle ?? values.merchantCode ?? values.productId ?? values.sku ?? '',
      attributes: values.productAttributes,
      quantity: values.quantity,
      unitPriceMicro: values.unitPrice,
      money: moneyOfRow(values, context.microPerMinor),
      isMoneyStated: values.linePaid !== null,
      refundedMinor: values.lineRefunded,
      refundedOn: values.refundedOn,
    })
  }
  return lines
}

/** The same sub-order twice is the same line; the first row that states its money stands for it. */
function distinctRows(rows: readonly OrderRow[], context: OrderContext): OrderRow[] {
  const bySubOrder = new Map<string, OrderRow>()
  for (const row of rows) {
    const { subOrderNumber } = row.values
    if (subOrderNumber === null) continue
    const seen = bySubOrder.get(subOrderNumber)
    const hasMoney = (one: OrderRow) => moneyOfRow(one.values, context.microPerMinor) !== null
    if (!seen || (!hasMoney(seen) && hasMoney(row))) bySubOrder.set(subOrderNumber, row)
  }
  return rows.filter(
    row => row.values.subOrderNumber === null || bySubOrder.get(row.values.subOrderNumber) === row,
  )
}

/** A file that has an order in an earlier state, or with less given back, is older than the archive. */
function isOlderListing(
  group: OrderGroup,
  rows: readonly OrderRow[],
  known: KnownOrder | undefined,
): boolean {
  if (!known) return false
  const status = statusOf(rows)?.status ?? null
  const isEarlier = status !== null && isLater(known.status, status)
  return isEarlier || (group.refundedMinor !== null && Math.abs(group.refundedMinor) < known.refundedMinor)
}

function statusOf(rows: readonly OrderRow[]) {
  return combineStatus(rows.map(row => row.values.orderStatus).filter(status => status !== null))
}

function draftLines(
  lines: readonly FileLine[],
  matches: readonly (LineMatch | 'money-missing')[],
  knownLines: readonly KnownLine[],
  isOlder: boolean,
): Draft[] {
  const matched = new Set<LineMatch | 'money-missing'>(matches)
  const drafts: Draft[] = []
  lines.forEach((file, index) => {
    const match = matches[index]
    if (match === undefined || (typeof match === 'string' && match !== 'new')) return
    const known = match === 'new' ? undefined : match
    const hasNewSize = known !== undefined && !isOlder && differsInSize(file, known)
    drafts.push({ file, known, hasNewSize })
  })
  for (const known of knownLines)
    if (!matched.has(known)) drafts.push({ file: undefined, known, hasNewSize: false })
  return drafts
}

function differsInSize(file: FileLine, known: KnownLine): boolean {
  return (
    (file.quantity !== null && file.quantity !== known.quantity) ||
    (file.unitPriceMicro !== null && file.unitPriceMicro !== known.unitPriceMicro)
  )
}

/** What the file says was paid for the whole order; the rows' own money where they are no lines. Empty: null. */
function statedPaid(
  group: OrderGroup,
  rows: readonly OrderRow[],
  lines: readonly FileLine[],
  context: OrderContext,
): number | null {
  if (group.paidMinor !== null || lines.length > 0) return group.paidMinor
  const sums = rows.map(row => moneyOfRow(row.values, context.microPerMinor)).filter(sum => sum !== null)
  return sums.length === 0 ? null : sums.reduce((total, sum) => total + sum, 0)
}

function moneyOf(
  drafts: readonly Draft[],
  order: { group: OrderGroup; known: KnownOrder | undefined; stated: number | null; isOlder: boolean },
): DealtMoney {
  const { group, known, isOlder } = order
  const stated = isOlder && order.stated !== null && known ? known.paidMinor : order.stated
  const hasNewLine = drafts.some(draft => draft.known === undefined)
  const isDealtAnew =
    known === undefined ||
    (stated !== null && (hasNewLine || stated !== known.paidMinor || drafts.some(draft => draft.hasNewSize)))
  const hasNoMoney = drafts.every(draft => weightOf(draft) === 0)
  return dealMoney(
    drafts.map(draft => ({
      weight: hasNoMoney && stated !== null ? 1 : weightOf(draft),
      knownPaid: keepsShare(draft, isOlder) ? knownShare(draft) : null,
      knownRefunded: draft.known?.refundedMinor ?? 0,
      refunded: draft.file?.refundedMinor ?? null,
    })),
    {
      paidMinor: stated ?? known?.paidMinor ?? null,
      refundedMinor: group.refundedMinor,
      knownRefunded: known?.refundedMinor ?? 0,
      isDealtAnew: isDealtAnew && (known === undefined || stated !== null),
    },
  )
}

function knownShare({ known }: Draft): number {
  return known ? known.netMinor + known.refundedMinor : 0
}

function weightOf(draft: Draft): number {
  return draft.file?.money ?? knownShare(draft)
}

/** Quantity times price says nothing new while both are as known; a stated sum does. */
function keepsShare({ file, known, hasNewSize }: Draft, isOlder: boolean): boolean {
  if (!known) return false
  return file === undefined || isOlder || file.money === null || !(file.isMoneyStated || hasNewSize)
}

function valuesOf(
  group: OrderGroup,
  rows: readonly OrderRow[],
  receiver: CustomerFacts,
  known: KnownOrder | undefined,
  { money, lines }: { money: DealtMoney; lines: readonly FileLine[] },
): OrderValues {
  const reading = statusOf(rows)
  const goesOn = known !== undefined && isLater(reading?.status ?? null, known.status)
  const status = known && !goesOn ? known.status : (reading?.status ?? statusWhenUnknown)
  const isCancellation = known?.isCancellation ?? isCancellationOf(group, lines, money)
  const pick = (stored: string | null | undefined, stated: string | null) =>
    goesOn ? (stated ?? stored ?? null) : (stored ?? stated)
  const contact = (kind: string) => receiver.contacts.find(one => one.kind === kind)?.value ?? null
  const note = rows.find(row => row.values.orderNote !== null)?.values.orderNote ?? null
  const orderedAt = earlierTime(known?.orderedAt ?? null, group.orderedAt)
  if (orderedAt === null) throw new Error('orders without a date were rejected before')
  const sums = { paidMinor: money.paidMinor, refundedMinor: money.refundedMinor }
  return {
    orderedAt,
    status,
    statusText: pick(known?.statusText, reading?.text ?? null),
    isCancellation,
    isCounted: isCountedOrder({ status, isCancellation, ...sums }),
    ...sums,
    receiverName: pick(known?.receiverName, receiver.card.name),
    receiverPhone: pick(known?.receiverPhone, contact('phone')),
    receiverAddress: pick(known?.receiverAddress, contact('address')),
    note: pick(known?.note, note),
  }
}

/** A document of negative lines only takes earlier ones back; a prefix of its number proves nothing. */
function isCancellationOf(group: OrderGroup, lines: readonly FileLine[], money: DealtMoney): boolean {
  if (lines.length === 0) return money.paidMinor < 0
  return lines.every(isNegativeLine) && (group.paidMinor ?? 0) <= 0
}

function lineChange(
  { file, known, hasNewSize }: Draft,
  isOlder: boolean,
  money: DealtMoney,
  index: number,
): LineChange {
  const refundedMinor = money.linesRefunded[index] ?? 0
  const netMinor = (money.linesPaid[index] ?? 0) - refundedMinor
  if (!known) {
    if (!file) throw new Error('a line comes from the file or from the archive')
    const { subOrderNumber, product, title, attributes, unitPriceMicro } = file
    const own = { subOrderNumber, product, title, attributes, unitPriceMicro, quantity: file.quantity ?? 1 }
    return { ...own, ordinal: file.ordinal, known, netMinor, refundedMinor, isChanged: true }
  }
  const next = {
    subOrderNumber: known.subOrderNumber ?? file?.subOrderNumber ?? null,
    product: known.productId === null ? (file?.product ?? null) : null,
    title: known.title,
    attributes: known.attributes ?? file?.attributes ?? null,
    quantity: hasNewSize ? (file?.quantity ?? known.quantity) : known.quantity,
    unitPriceMicro:
      hasNewSize || (known.unitPriceMicro === null && !isOlder)
        ? (file?.unitPriceMicro ?? known.unitPriceMicro)
        : known.unitPriceMicro,
    netMinor,
    refundedMinor,
  }
  const isChanged =
    next.product !== null ||
    next.subOrderNumber !== known.subOrderNumber ||
    next.attributes !== known.attributes ||
    next.quantity !== known.quantity ||
    next.unitPriceMicro !== known.unitPriceMicro ||
    next.netMinor !== known.netMinor ||
    next.refundedMinor !== known.refundedMinor
  return { ...next, ordinal: file?.ordinal ?? null, known, isChanged }
}

function newRefunds(
  drafts: readonly Draft[],
  lines: readonly LineChange[],
  order: { known: KnownOrder | undefined; rows: readonly OrderRow[]; money: DealtMoney; today: string },
): NewRefund[] {
  const { known, rows, money, today } = order
  const dayOf = (stated: string | null | undefined) => ({
    refundedOn: stated ?? today,
    isDateKnown: stated != null,
  })
  const refunds: NewRefund[] = []
  drafts.forEach(({ file, known: knownLine }, index) => {
    const minor = Math.abs(file?.refundedMinor ?? 0) - (knownLine?.refundedMinor ?? 0)
    const line = lines[index] ?? null
    if (minor > 0) refunds.push({ line, minor, ...dayOf(file?.refundedOn) })
  })
  const rest =
    money.refundedMinor - (known?.refundedMinor ?? 0) - refunds.reduce((sum, { minor }) => sum + minor, 0)
  const stated = rows.find(row => row.values.refundedOn !== null)?.values.refundedOn
  if (rest > 0) refunds.push({ line: null, minor: rest, ...dayOf(stated) })
  return refunds
}

/** The day of the only refund was not known when it was first seen, and now it is. */
function datedRefund(
  known: KnownOrder | undefined,
  rows: readonly OrderRow[],
  money: DealtMoney,
  lookups: Lookups,
): OrderChange['datedRefund'] {
  const stated = rows.find(row => row.values.refundedOn !== null)?.values.refundedOn
  if (!known || !stated || known.refundedMinor === 0 || money.refundedMinor !== known.refundedMinor)
    return null
  const [refund, ...others] = lookups.listRefunds(known.orderId)
  if (!refund || others.length > 0 || refund.isDateKnown) return null
  return { refundId: refund.refundId, before: refund.refundedOn, after: stated }
}

function isOrderChanged(known: KnownOrder, values: OrderValues, group: OrderGroup): boolean {
  const columns = Object.keys(values) as (keyof OrderValues)[]
  return (
    columns.some(column => values[column] !== known[column]) ||
    (known.customerId === null && group.customer !== null)
  )
}

function resultsOf(
  rows: readonly OrderRow[],
  lines: readonly FileLine[],
  matches: readonly (LineMatch | 'money-missing')[],
  drafts: readonly Draft[],
  change: OrderChange,
): PlannedOrder['rowResults'] {
  const ofOrder =
    change.known === undefined ? 'created' : change.isChanged || change.datedRefund ? 'updated' : 'unchanged'
  const results = new Map<number, RowResult>()
  for (const { ordinal } of rows) results.set(ordinal, ofOrder)
  lines.forEach((line, index) => {
    const match = matches[index]
    if (match === 'ambiguous') results.set(line.ordinal, 'line-ambiguous')
    else if (match === 'money-missing') results.set(line.ordinal, match)
    else if (match === 'new') results.set(line.ordinal, 'created')
  })
  drafts.forEach(({ file, known }, index) => {
    if (file && known && change.lines[index]?.isChanged) results.set(file.ordinal, 'updated')
  })
  return results
}
