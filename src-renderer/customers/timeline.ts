import { formatInstant } from '#renderer/i18n/format-date.ts'
import type { FileEntry, FileEntryDraft } from '#shared/domain/file-entry.ts'
import type { CustomerFile } from '#shared/domain/report.ts'
import { isRevenueStatus, type OpeningBalance, type SalesOrder } from '#shared/domain/sales-order.ts'

/** Something that happened with a customer, on a day. */
export type TimelineEvent = { readonly key: string; readonly day: string } & (
  | { readonly kind: 'order' | 'uncounted' | 'cancellation'; readonly order: SalesOrder }
  | { readonly kind: 'balance'; readonly balance: OpeningBalance }
  | { readonly kind: 'refused' }
  | { readonly kind: 'created' }
  | { readonly kind: 'entry'; readonly entry: FileEntryDraft }
)

function orderKind(order: SalesOrder): 'order' | 'uncounted' | 'cancellation' {
  if (order.isCancellation) return 'cancellation'
  return isRevenueStatus(order.status) ? 'order' : 'uncounted'
}

/** All that the file and its records know of happenings, the newest first. */
export function timelineOf(file: CustomerFile, records: readonly FileEntry[] = []): readonly TimelineEvent[] {
  const events: TimelineEvent[] = [
    ...(file.contactRefusedOn
      ? [{ key: 'refused', day: file.contactRefusedOn, kind: 'refused' } as const]
      : []),
    ...file.orders.map(order => ({
      key: `order-${order.salesOrderId}`,
      day: order.orderedOn,
      kind: orderKind(order),
      order,
    })),
    ...file.openingBalances.map((balance, index) => ({
      key: `balance-${index}`,
      day: balance.coversUntilOn,
      kind: 'balance' as const,
      balance,
    })),
    ...records.flatMap(({ entryId, entry }) =>
      'happenedOn' in entry
        ? [{ key: `entry-${entryId}`, day: entry.happenedOn, kind: 'entry' as const, entry }]
        : [],
    ),
    { key: 'created', day: formatInstant(file.createdAt).slice(0, 10), kind: 'created' },
  ]
  // A stable sort: orders of one day keep the order in which main gave them.
  return events.toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
}
