import { afterEach, beforeEach, expect, test } from 'vitest'
import { createCustomer } from '#main/customers/customer.service.ts'
import { refreshCustomerTotals, refreshCustomerTotalsOfRange } from '#main/orders/customer-total.service.ts'
import { getArchiveStats } from '#main/orders/sales-order.service.ts'
import { act, draftOf, insertOrder } from '#test/helpers/builders.ts'
import { openTestDatabase, type TestDatabase } from '#test/helpers/test-database.ts'

let archive: TestDatabase
beforeEach(() => {
  archive = openTestDatabase()
})
afterEach(() => archive.close())

const totalsOf = (customerId: number) =>
  archive.db.prepareRead('SELECT * FROM customer_total WHERE customer_id = ?').get(customerId)

const addBalance = (customerId: number, spendMinor: number) =>
  archive.db
    .prepare(
      `INSERT INTO opening_balance (customer_id, platform, shop, order_count, spend_minor, return_count, first_on, last_on, covers_until_on)
       VALUES (?, '', '', 4, ?, 1, '2019-03-01', '2021-06-30', '2021-12-31')`,
    )
    .run(customerId, spendMinor)

test('totals are those of paid, shipped and completed orders, net of refunds, plus the opening balance', () => {
  const { customerId } = createCustomer(archive.db, draftOf(), act)
  insertOrder(archive.db, { customerId, orderedOn: '2026-01-10', netMinor: 10_000 })
  insertOrder(archive.db, {
    customerId,
    orderedOn: '2026-03-01',
    netMinor: 4_000,
    refundedMinor: 1_000,
    status: 'paid',
  })
  insertOrder(archive.db, { customerId, orderedOn: '2026-04-01', netMinor: 99_900, status: 'unpaid' })
  insertOrder(archive.db, { customerId, orderedOn: '2026-04-02', netMinor: 88_800, status: 'closed' })
  insertOrder(archive.db, { customerId, orderedOn: '2026-05-05', netMinor: -2_000, isCancellation: true })
  insertOrder(archive.db, {
    customerId,
    orderedOn: '2026-06-06',
    netMinor: 0,
    refundedMinor: 5_000,
    isCounted: false,
  })
  addBalance(customerId, 50_000)
  refreshCustomerTotals(archive.db, [customerId])
  // Counted: the first two orders and four of the balance. Spend: 100 + 40 - 20 + 0 + 500. Returns: one part refund,
  // one cancellation, one whole refund, one of the balance.
  expect(totalsOf(customerId)).toEqual({
    customer_id: customerId,
    order_count: 6,
    spend_minor: 62_000,
    return_count: 4,
    first_on: '2019-03-01',
    last_on: '2026-03-01',
  })
})

test('an order that its platform closed because all its money went back earned nothing and is a return', () => {
  const { customerId } = createCustomer(archive.db, draftOf(), act)
  const closed = { customerId, status: 'closed', isCounted: false } as const
  insertOrder(archive.db, { ...closed, orderedOn: '2026-04-02', netMinor: 0, refundedMinor: 8_800 })
  insertOrder(archive.db, { ...closed, orderedOn: '2026-04-03', netMinor: 5_000 })
  refreshCustomerTotals(archive.db, [customerId])
  expect(totalsOf(customerId)).toMatchObject({
    order_count: 0,
    spend_minor: 0,
    return_count: 1,
    last_on: null,
  })
})

test('a customer without orders has totals of nothing, and ids that do not exist are passed over', () => {
  const { customerId } = createCustomer(archive.db, draftOf(), act)
  refreshCustomerTotalsOfRange(archive.db, customerId, customerId + 10)
  expect(archive.db.prepareRead('SELECT * FROM customer_total').all()).toEqual([
    {
      customer_id: customerId,
      order_count: 0,
      spend_minor: 0,
      return_count: 0,
      first_on: null,
      last_on: null,
    },
  ])
})

test('the figures of the archive count cancellations apart and know sales without a customer', () => {
  const { customerId } = createCustomer(archive.db, draftOf(), act)
  insertOrder(archive.db, { customerId, orderedOn: '2026-01-10', netMinor: 10_050 })
  insertOrder(archive.db, { customerId: null, orderedOn: '2026-02-10', netMinor: 2_000 })
  insertOrder(archive.db, { customerId, orderedOn: '2026-03-10', netMinor: -1_000, isCancellation: true })
  expect(getArchiveStats(archive.db)).toMatchObject({
    customers: 1,
    orders: 2,
    cancellations: 1,
    revenue: '110.50',
    revenueWithCustomer: '90.50',
    firstOrderOn: '2026-01-10',
    lastOrderOn: '2026-02-10',
  })
})
