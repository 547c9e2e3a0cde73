import { type ConflictPolicies, policyOf } from '#shared/domain/conflict-policy.ts'
import type { ImportFieldName } from '#shared/domain/import-field.ts'
import { isCountedOrder, type OrderStatus } from '#shared/domain/sales-order.ts'
import type { KnownOrder, Lookups } from './lookups.ts'
import type { LineChange, NewRefund, OrderChange, OrderValues } from './order-change.ts'
import type { OrderGroup } from './order-group.ts'
import { isNegativeLine, type OrderRow } from './order-line.ts'
import { type DealtMoney, dealMoney } from './order-money.ts'
import { combineStatus, isLater, statusWhenUnknown } from './order-status.ts'
import { earlierTime } from './order-time.ts'
import { type LineDraft, type SettledLines, settleLines } from './settle-lines.ts'

/** What planning an order needs besides its rows. */
export type OrderContext = {
  readonly lookups: Lookups
  readonly today: string
  /** Whether an order in the bin comes back. */
  readonly canRestore: boolean
  readonly policies: ConflictPolicies
  /** The newest day that the file names; null when it names none. */
  readonly fileReachesTo: string | null
}

/** What a row of an order leads to; the last two reject it. */
export type RowResult = 'created' | 'updated' | 'unchanged' | 'line-ambiguous' | 'money-missing'

/** What becomes of an order, and of each of its rows. */
export type PlannedOrder = { readonly change: OrderChange; readonly rowResults: readonly RowResult[] }

type Comparison = {
  readonly group: OrderGroup
  readonly known: KnownOrder | undefined
  /** Whether the file's money and sizes are those of an earlier state, or are to be left aside. */
  readonly isOlder: boolean
  readonly lines: SettledLines
  /** What the file says was paid for the whole order. */
  readonly stated: number | null
  readonly context: OrderContext
}

/** Compares one order of the file with the archive. `rowResults` are in the order of `group.rows`. */
export function planOrder(group: OrderGroup, context: OrderContext): PlannedOrder {
  const { known } = group
  const { comparison, money, hasConflict } = compareMoney(group, context)
  const { isOlder, lines } = comparison
  const values = valuesOf(comparison, money)
  const lineChanges = lines.drafts.map((draft, index) => lineChange(draft, isOlder, money, index))
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
    newRefunds: newRefunds(comparison, lineChanges, money),
    datedRefund: datedRefund(comparison, money),
    factsOn: hasConflict ? (known?.factsOn ?? null) : laterDay(known?.factsOn, context.fileReachesTo),
    isRestored,
    hasMoneyConflict: hasConflict,
    isChanged: known === undefined || isOrderChanged(known, values, group) || isRestored,
  }
  return { change, rowResults: resultsOf(group.rows, lines, change) }
}

/**
 * Compares what was paid. Where a file contradicts the archive and says nothing else that is new, the one that reaches
 * further counts; of two that reach as far the archive stays, and that is a conflict.
 */
function compareMoney(group: OrderGroup, context: OrderContext) {
  const { known } = group
  const policy = policyOf(context.policies, 'orderPaid')
  const isOlder = policy !== 'overwrite' && (policy === 'skip' || isOlderListing(group, known))
  const knownLines = known ? context.lookups.listLines(known.orderId) : []
  const compare = (asOlder: boolean) => {
    const lines = settleLines(group, { known, isOlder: asOlder && known !== undefined }, knownLines)
    const stated = statedPaid(group, lines)
    const comparison = { group, known, isOlder: asOlder && known !== undefined, lines, stated, context }
    return { comparison, money: moneyOf(comparison), hasConflict: false }
  }
  const taken = compare(isOlder)
  if (!known || policy !== 'newer-wins' || !isContradiction(known, taken)) return taken
  const reach = context.fileReachesTo
  if (reach !== null && (known.factsOn === null || reach > known.factsOn)) return taken
  return { ...compare(true), hasConflict: reach === null || reach === known.factsOn }
}

/** The sum differs although no line, refund or status came. */
function isContradiction(
  known: KnownOrder,
  {
    comparison: { group, isOlder, lines },
    money,
  }: { readonly comparison: Comparison; readonly money: DealtMoney },
): boolean {
  return (
    !isOlder &&
    money.paidMinor !== known.paidMinor &&
    money.refundedMinor === known.refundedMinor &&
    !lines.drafts.some(draft => draft.known === undefined) &&
    !isLater(statusOf(group)?.status ?? null, known.status)
  )
}

function laterDay(one: string | null | undefined, other: string | null): string | null {
  if (one == null || other === null) return one ?? other
  return one > other ? one : other
}

/** A file that has an order in an earlier state, or with less given back, is older than the archive. */
function isOlderListing(group: OrderGroup, known: KnownOrder | undefined): boolean {
  if (!known) return false
  const status = statusOf(group)?.status ?? null
  const isEarlier = status !== null && isLater(known.status, status)
  return isEarlier || (group.refundedMinor !== null && Math.abs(group.refundedMinor) < known.refundedMinor)
}

function statusOf(group: OrderGroup) {
  return combineStatus(group.rows.map(row => row.status).filter(status => status !== null))
}

/** The order's own sum, or that of its rows where they are no items. Empty: null. */
function statedPaid(group: OrderGroup, { compared }: SettledLines): number | null {
  if (group.paidMinor !== null || compared.length > 0) return group.paidMinor
  const sums = group.rows.map(row => row.money).filter(sum => sum !== null)
  return sums.length === 0 ? null : sums.reduce((total, sum) => total + sum, 0)
}

function moneyOf({ group, known, isOlder, lines, stated: ofFile, context }: Comparison): DealtMoney {
  const { drafts } = lines
  const takesRefunds = mayTakeRefunds(known, context)
  const stated = isOlder && ofFile !== null && known ? known.paidMinor : ofFile
  const hasNewLine = drafts.some(draft => draft.known === undefined)
  const hasOtherMoney = hasNewLine || stated !== known?.paidMinor || drafts.some(draft => draft.hasNewSize)
  const hasNoMoney = drafts.every(draft => weightOf(draft) === 0)
  return dealMoney(
    drafts.map(draft => ({
      weight: hasNoMoney && stated !== null ? 1 : weightOf(draft),
      knownPaid: keepsShare(draft, isOlder) ? knownShare(draft) : null,
      knownRefunded: draft.known?.refundedMinor ?? 0,
      refunded: takesRefunds ? (draft.file?.refundedMinor ?? null) : null,
    })),
    {
      paidMinor: stated ?? known?.paidMinor ?? null,
      refundedMinor: takesRefunds ? group.refundedMinor : null,
      knownRefunded: known?.refundedMinor ?? 0,
      isDealtAnew: known === undefined || (stated !== null && hasOtherMoney),
    },
  )
}

/** Whether money given back may be learned of a known order. */
function mayTakeRefunds(known: KnownOrder | undefined, { policies }: OrderContext): boolean {
  return known === undefined || policyOf(policies, 'orderRefunded') !== 'skip'
}

function knownShare({ known }: LineDraft): number {
  return known ? known.netMinor + known.refundedMinor : 0
}

function weightOf(draft: LineDraft): number {
  return draft.file?.money ?? knownShare(draft)
}

/** Quantity times price says nothing new while both are as known; a stated sum does. */
function keepsShare({ file, known, hasNewSize }: LineDraft, isOlder: boolean): boolean {
  if (!known) return false
  return file === undefined || isOlder || file.money === null || !(file.isMoneyStated || hasNewSize)
}

function valuesOf({ group, known, lines, context }: Comparison, money: DealtMoney): OrderValues {
  const reading = statusOf(group)
  const { goesOn, status } = statusAfter(reading?.status ?? null, known, context)
  const isCancellation = known?.isCancellation ?? isCancellationOf(group, lines.described, money)
  const pick = (field: ImportFieldName, stored: string | null | undefined, stated: string | null) => {
    const policy = known ? policyOf(context.policies, field) : 'overwrite'
    if (policy === 'skip') return stored ?? null
    const isStatedFirst = policy === 'overwrite' || (policy === 'newer-wins' && goesOn)
    return isStatedFirst ? (stated ?? stored ?? null) : (stored ?? stated)
  }
  const orderedAt = earlierTime(known?.orderedAt ?? null, group.orderedAt)
  if (orderedAt === null) throw new Error('orders without a date were rejected before')
  const { paidMinor, refundedMinor } = money
  const contactOf = (kind: string) =>
    group.facts?.contacts.find(contact => contact.kind === kind)?.value ?? null
  return {
    orderedAt,
    status,
    statusText: pick('orderStatus', known?.statusText, reading?.text ?? null),
    isCancellation,
    isCounted: isCountedOrder({ status, isCancellation, paidMinor, refundedMinor }),
    paidMinor,
    refundedMinor,
    receiverName: pick('name', known?.receiverName, group.facts?.card.name ?? null),
    receiverPhone: pick('phone', known?.receiverPhone, contactOf('phone')),
    receiverAddress: pick('address', known?.receiverAddress, contactOf('address')),
    note: pick('orderNote', known?.note, group.note),
    flowNote: pick('flowNote', known?.flowNote, group.flowNote),
  }
}

/** A status goes on; it steps back only where the operator said that the file's is the right one. */
function statusAfter(stated: OrderStatus | null, known: KnownOrder | undefined, { policies }: OrderContext) {
  if (!known) return { goesOn: false, status: stated ?? statusWhenUnknown }
  const policy = policyOf(policies, 'orderStatus')
  const goesOn = policy !== 'skip' && isLater(stated, known.status)
  const isTaken = stated !== null && (goesOn || policy === 'overwrite')
  return { goesOn, status: isTaken ? stated : known.status }
}

/** A document of negative lines only takes earlier ones back; a prefix of its number proves nothing. */
function isCancellationOf(group: OrderGroup, lines: readonly OrderRow[], money: DealtMoney): boolean {
  if (lines.length === 0) return money.paidMinor < 0
  return lines.every(isNegativeLine) && (group.paidMinor ?? 0) <= 0
}

function lineChange(draft: LineDraft, isOlder: boolean, money: DealtMoney, index: number): LineChange {
  const refundedMinor = money.linesRefunded[index] ?? 0
  const netMinor = (money.linesPaid[index] ?? 0) - refundedMinor
  const { file, known } = draft
  if (known) return knownLineChange(draft, isOlder, { netMinor, refundedMinor })
  if (!file) throw new Error('a line comes from the file or from the archive')
  return {
    ordinal: file.ordinal,
    known: undefined,
    subOrderNumber: file.subOrderNumber,
    product: file.product,
    title: file.title,
    attributes: file.attributes,
    quantity: file.quantity ?? 1,
    unitPriceMicro: file.unitPriceMicro,
    netMinor,
    refundedMinor,
    isChanged: true,
  }
}

function knownLineChange(
  { file, known, hasNewSize }: LineDraft,
  isOlder: boolean,
  money: { readonly netMinor: number; readonly refundedMinor: number },
): LineChange {
  if (!known) throw new Error('called for known lines')
  const takesPrice = hasNewSize || (known.unitPriceMicro === null && !isOlder)
  const next = {
    subOrderNumber: known.subOrderNumber ?? file?.subOrderNumber ?? null,
    product: known.productId === null ? (file?.product ?? null) : null,
    title: known.title,
    attributes: known.attributes ?? file?.attributes ?? null,
    quantity: hasNewSize ? (file?.quantity ?? known.quantity) : known.quantity,
    unitPriceMicro: takesPrice ? (file?.unitPriceMicro ?? known.unitPriceMicro) : known.unitPriceMicro,
    ...money,
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

const noRefunds: readonly NewRefund[] = []

function newRefunds(
  { group, known, lines, context }: Comparison,
  changes: readonly LineChange[],
  money: DealtMoney,
): readonly NewRefund[] {
  if (money.refundedMinor === (known?.refundedMinor ?? 0)) return noRefunds
  const dayOf = (stated: string | null | undefined) => ({
    refundedOn: stated ?? context.today,
    isDateKnown: stated != null,
  })
  const refunds: NewRefund[] = []
  lines.drafts.forEach(({ file, known: knownLine }, index) => {
    const minor = Math.abs(file?.refundedMinor ?? 0) - (knownLine?.refundedMinor ?? 0)
    if (minor > 0) refunds.push({ line: changes[index] ?? null, minor, ...dayOf(file?.refundedOn) })
  })
  const ofLines = refunds.reduce((sum, { minor }) => sum + minor, 0)
  const rest = money.refundedMinor - (known?.refundedMinor ?? 0) - ofLines
  if (rest > 0) refunds.push({ line: null, minor: rest, ...dayOf(statedRefundDay(group)) })
  return refunds
}

function statedRefundDay(group: OrderGroup): string | null {
  return group.rows.find(row => row.refundedOn !== null)?.refundedOn ?? null
}

/** The day of the only refund was not known when it was first seen, and now it is. */
function datedRefund({ group, known, context }: Comparison, money: DealtMoney): OrderChange['datedRefund'] {
  if (
    !known ||
    !mayTakeRefunds(known, context) ||
    known.refundedMinor === 0 ||
    money.refundedMinor !== known.refundedMinor
  )
    return null
  const stated = statedRefundDay(group)
  if (stated === null) return null
  const [refund, ...others] = context.lookups.listRefunds(known.orderId)
  if (!refund || others.length > 0 || refund.isDateKnown) return null
  return { refundId: refund.refundId, before: refund.refundedOn, after: stated }
}

function isOrderChanged(known: KnownOrder, values: OrderValues, group: OrderGroup): boolean {
  if (known.customerId === null && group.customer !== null) return true
  const columns = Object.keys(values) as (keyof OrderValues)[]
  return columns.some(column => values[column] !== known[column])
}

function resultsOf(
  rows: readonly OrderRow[],
  { compared, fates, drafts }: SettledLines,
  change: OrderChange,
): RowResult[] {
  if (!change.known) return rows.map(() => 'created')
  const ofOrder = change.isChanged || change.datedRefund ? 'updated' : 'unchanged'
  const ofLines = new Map<OrderRow, RowResult>()
  compared.forEach((line, index) => {
    const fate = fates[index]
    if (fate === 'ambiguous') ofLines.set(line, 'line-ambiguous')
    else if (fate === 'money-missing') ofLines.set(line, fate)
    else if (fate === 'new') ofLines.set(line, 'created')
  })
  drafts.forEach(({ file, known }, index) => {
    if (file && known && change.lines[index]?.isChanged) ofLines.set(file, 'updated')
  })
  return rows.map(row => ofLines.get(row) ?? ofOrder)
}
