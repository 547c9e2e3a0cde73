import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { CustomerListRow } from '#shared/domain/customer.ts'
import type { CustomerFile } from '#shared/domain/report.ts'
import type { SalesOrder } from '#shared/domain/sales-order.ts'

export const day = (text: string) => text as CalendarDate

/** A line of the list: customer n of an artificial shop. */
export function exampleRow(n: number, change: Partial<CustomerListRow> = {}): CustomerListRow {
  return {
    customerId: n,
    archiveNumber: `X-${String(n).padStart(6, '0')}`,
    kind: 'individual',
    cardType: 'active',
    name: `样例${n}`,
    gender: 'female',
    birthOn: '1988-03-09',
    occupation: null,
    phone: `1380000${String(n).padStart(4, '0')}`,
    address: `样板路 ${n} 号`,
    email: null,
    tags: [],
    isContactRefused: false,
    wechat: null,
    source: null,
    contactRefusedOn: null,
    region: null,
    fields: {},
    total: {
      orderCount: n,
      spendMinor: n * 10_000,
      returnCount: 0,
      firstOn: day('2026-01-01'),
      lastOn: day('2026-08-16'),
    },
    completeness: 67,
    knownOn: day('2026-08-16'),
    ...change,
  }
}

export function exampleOrder(
  salesOrderId: number,
  orderedOn: string,
  paidMinor: number,
  change: Partial<SalesOrder> = {},
): SalesOrder {
  return {
    salesOrderId,
    customerId: 1,
    platform: 'taobao',
    shop: '',
    orderNumber: `S${salesOrderId}`,
    orderedOn: day(orderedOn),
    orderedAtLocal: `${orderedOn}T21:30:00`,
    status: 'completed',
    statusText: null,
    isCancellation: false,
    isCounted: true,
    paidMinor,
    refundedMinor: 0,
    netMinor: paidMinor,
    flowNote: null,
    note: null,
    lines: [
      {
        ...{ orderLineId: salesOrderId, isOfProduct: true, details: null, picture: null },
        lineNumber: 1,
        title: `样品 ${salesOrderId}`,
        attributes: null,
        quantity: 2,
        unitPriceMicro: null,
        netMinor: paidMinor,
        refundedMinor: 0,
      },
    ],
    ...change,
  }
}

/** A customer's whole file; the totals follow from the orders given. */
export function exampleFile(change: Partial<CustomerFile> = {}): CustomerFile {
  const row = exampleRow(1, { name: '林样一' })
  const orders = change.orders ?? []
  const counted = orders.filter(order => order.isCounted)
  const days = counted.map(order => order.orderedOn).toSorted()
  return {
    ...row,
    contactPoints: [
      { kind: 'phone', value: '13800008826' },
      { kind: 'address', value: '样板路 12 号' },
    ],
    source: null,
    note: null,
    idNumber: null,
    legacyNumber: null,
    contactRefusedOn: null,
    confirmedOn: null,
    missing: ['occupation', 'email'],
    identities: [],
    openingBalances: [],
    fields: {},
    orders,
    allOrderCount: orders.length,
    createdAt: '2024-01-05T02:00:00.000Z',
    updatedAt: '2024-01-05T02:00:00.000Z',
    total: {
      orderCount: counted.length,
      spendMinor: orders.reduce((sum, order) => sum + order.netMinor, 0),
      returnCount: 0,
      firstOn: days[0] ?? null,
      lastOn: days.at(-1) ?? null,
    },
    ...change,
  }
}
