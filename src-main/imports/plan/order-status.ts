import type { StatusReading } from '#main/imports/cells/read-choice.ts'
import type { OrderStatus } from '#shared/domain/sales-order.ts'

const ranks: Record<OrderStatus, number> = { unpaid: 0, paid: 1, shipped: 2, completed: 3, closed: 4 }

/** How an order without any status is taken: its money came in. */
export const statusWhenUnknown: OrderStatus = 'paid'

/**
 * Sums up the status of an order from its rows: the furthest one, closed only when every row is.
 *
 * Empty: null without rows; of words that are not known the first is kept.
 * Example: closed, shipped -> shipped; closed, closed -> closed
 */
export function combineStatus(readings: readonly StatusReading[]): StatusReading | null {
  const known = readings.filter(reading => reading.status !== null)
  const open = known.filter(reading => reading.status !== 'closed')
  const candidates = open.length > 0 ? open : known
  const furthest = candidates.reduce<StatusReading | undefined>(
    (best, reading) => (best?.status && !isLater(reading.status, best.status) ? best : reading),
    undefined,
  )
  return furthest ?? readings[0] ?? null
}

/** Says whether an order went on from one status to another. Example: 'shipped' after 'paid' -> true */
export function isLater(status: OrderStatus | null, than: OrderStatus): boolean {
  return status !== null && ranks[status] > ranks[than]
}
