import { splitByLargestRemainder } from '#shared/domain/money.ts'

/** A line while money is dealt out. Units: minor units. */
export type MoneyLine = {
  /** What the line would cost by itself; the share in which the order's money falls on it. */
  readonly weight: number
  /** What the archive has as its share of the paid money, null for a new line. */
  readonly knownPaid: number | null
  readonly knownRefunded: number
  /** What the file says was given back for it. */
  readonly refunded: number | null
}

/** What was paid and given back, in all and by line. */
export type DealtMoney = {
  readonly paidMinor: number
  readonly refundedMinor: number
  readonly linesPaid: readonly number[]
  readonly linesRefunded: readonly number[]
}

/**
 * Deals the money of an order out to its lines.
 *
 * Shape: with `orderPaid` that is the sum and falls on the lines by largest remainder; without it the sum is that of the
 * lines. With `isDealtAnew` false known lines keep their share. Refunds never shrink: a line's own counts for it, the
 * rest of the order's falls on the lines by what is left of their share.
 */
export function dealMoney(
  lines: readonly MoneyLine[],
  order: {
    readonly paidMinor: number | null
    readonly refundedMinor: number | null
    readonly knownRefunded: number
    readonly isDealtAnew: boolean
  },
): DealtMoney {
  const [only] = lines
  const isPlain =
    lines.length === 1 && order.refundedMinor === null && order.knownRefunded === 0 && !only?.refunded
  if (isPlain && only && order.isDealtAnew) {
    const paid = order.paidMinor ?? only.weight
    return { paidMinor: paid, refundedMinor: 0, linesPaid: [paid], linesRefunded: [0] }
  }
  const linesPaid = dealPaid(lines, order)
  const paidMinor = lines.length > 0 ? sum(linesPaid) : (order.paidMinor ?? 0)
  const own = lines.map(line => Math.max(line.knownRefunded, Math.abs(line.refunded ?? 0)))
  const known = Math.max(order.knownRefunded, sum(lines.map(line => line.knownRefunded)))
  const refundedMinor = Math.max(
    order.refundedMinor === null ? 0 : Math.abs(order.refundedMinor),
    known + sum(own) - sum(lines.map(line => line.knownRefunded)),
  )
  return { paidMinor, refundedMinor, linesPaid, linesRefunded: dealRefunds(refundedMinor, own, linesPaid) }
}

function dealPaid(
  lines: readonly MoneyLine[],
  order: { readonly paidMinor: number | null; readonly isDealtAnew: boolean },
): number[] {
  const ownMoney = () => lines.map(line => line.knownPaid ?? line.weight)
  if (order.paidMinor !== null && order.isDealtAnew && lines.length > 0)
    return splitByLargestRemainder(
      order.paidMinor,
      lines.map(line => line.weight),
    )
  return order.isDealtAnew ? lines.map(line => line.weight) : ownMoney()
}

function dealRefunds(refundedMinor: number, own: readonly number[], linesPaid: readonly number[]): number[] {
  const rest = refundedMinor - sum(own)
  if (rest === 0 || own.length === 0) return [...own]
  const left = linesPaid.map((paid, index) => Math.max(0, paid - (own[index] ?? 0)))
  const shares = splitByLargestRemainder(rest, left)
  return own.map((refunded, index) => refunded + (shares[index] ?? 0))
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
