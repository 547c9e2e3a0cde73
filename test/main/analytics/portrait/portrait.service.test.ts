import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ContributionAnalyst } from '#main/analytics/contribution.service.ts'
import { KeptColumns } from '#main/analytics/kept-columns.service.ts'
import { NextProductFinder } from '#main/analytics/next-product.service.ts'
import { Portraits } from '#main/analytics/portrait.service.ts'
import { getPortraitRows } from '#main/analytics/portrait-rows.service.ts'
import { RfmAnalyst } from '#main/analytics/rfm-analysis.service.ts'
import { analyseSensitivity } from '#main/analytics/sensitivity.service.ts'
import { raiseRevision } from '#main/changes/revision.service.ts'
import { createCustomer, deleteCustomers } from '#main/customers/customer.service.ts'
import { addEntry } from '#main/entries/entry.service.ts'
import { listFields } from '#main/fields/field.service.ts'
import { CalendarDate } from '#shared/domain/calendar-date.ts'
import {
  mostEvidenceRows,
  type Portrait,
  type PortraitOwner,
  type PortraitSection,
  portraitSections,
} from '#shared/domain/portrait.ts'
import { act, draftOf, insertOrder } from '#test/helpers/builders.ts'
import { SeededRandom } from '#test/helpers/seeded-random.ts'
import { openTestDatabase, type TestDatabase } from '#test/helpers/test-database.ts'

const asOf = CalendarDate.parse('2026-11-22')
const early = { ...act, now: '2025-01-01T00:00:00.000Z' }
let archive: TestDatabase
let portraits: Portraits
let kept: KeptColumns
let nightMother = 0
let once = 0
let nobody = 0
let others: number[] = []
const nightOrders: number[] = []

type Line = {
  readonly product: number
  readonly net: number
  readonly listed?: number
  readonly refunded?: number
}

function order(customerId: number, at: string, lines: readonly Line[], refundedOn?: string): number {
  const sum = (of: (line: Line) => number) => lines.reduce((total, line) => total + of(line), 0)
  const refundedMinor = sum(({ refunded = 0 }) => refunded)
  const orderId = insertOrder(archive.db, {
    ...{ customerId, orderedOn: at.slice(0, 10), refundedMinor, netMinor: sum(({ net }) => net) },
  })
  archive.db.prepare('UPDATE sales_order SET ordered_at_local = ? WHERE sales_order_id = ?').run(at, orderId)
  for (const [index, { product, net, listed, refunded = 0 }] of lines.entries())
    archive.db
      .prepare(
        `INSERT INTO order_line (sales_order_id, line_number, product_id, title, quantity, unit_price_micro, net_minor,
          refunded_minor) VALUES (?, ?, ?, '样例货', 1, ?, ?, ?)`,
      )
      .run(orderId, index + 1, product, listed === undefined ? null : listed * 10_000, net, refunded)
  if (refundedOn)
    archive.db
      .prepare(
        'INSERT INTO refund (sales_order_id, order_line_id, refunded_on, is_date_known, refunded_minor) VALUES (?, NULL, ?, 1, ?)',
      )
      .run(orderId, refundedOn, refundedMinor)
  return orderId
}

beforeAll(() => {
  archive = openTestDatabase()
  for (const [name, category] of [
    ['纸尿裤大号', '纸尿裤'],
    ['奶瓶', '喂养'],
    ['湿巾', '洗护'],
  ] as const)
    archive.db
      .prepare(
        "INSERT INTO product (platform, shop, product_key, name, category) VALUES ('taobao', '', ?, ?, ?)",
      )
      .run(name, name, category)
  const fields = listFields(archive.db).flatMap(group => group.fields)
  const fieldOf = (code: string) => {
    const field = fields.find(one => one.code === code)
    if (!field) throw new Error(code)
    return field
  }
  const psychology = fieldOf('psychology')
  const practical = psychology.options.find(({ code }) => code === 'practical')?.optionId ?? 0
  nightMother = createCustomer(
    archive.db,
    draftOf({
      ...{ name: '林样一', gender: 'female', birthOn: '1990-11-23', contactRefusedOn: asOf },
      contactPoints: [{ kind: 'address', value: '浙江省杭州市西湖区样板路 1 号' }],
      fields: {
        [psychology.fieldId]: [practical],
        [fieldOf('psychology-evidence').fieldId]: '每次都问哪款划算',
      },
    }),
    early,
  ).customerId
  const make = (name: string) => createCustomer(archive.db, draftOf({ name }), early).customerId
  once = make('样例乙')
  nobody = make('样例丙')
  others = Array.from({ length: 30 }, (_, n) => make(`样例${n}`))
  const times = ['21:05', '21:40', '22:10', '22:59', '21:00', '22:30', '21:15', '23:00', '09:30']
  // The 15th of January to September, 30.00 each; listed at 40.00 from June on.
  for (const [index, time] of times.entries())
    nightOrders.push(
      order(nightMother, `2026-0${index + 1}-15T${time}:00`, [
        { product: 1, net: 3000, listed: index < 5 ? 3000 : 4000 },
      ]),
    )
  order(once, '2026-03-03T12:00:00', [{ product: 1, net: 3000, listed: 3000 }])
  const random = new SeededRandom(53)
  const below = (most: number) => random.below(most)
  for (let n = 0; n < 400; n++) {
    const day = `2026-${String(1 + below(12)).padStart(2, '0')}-${String(1 + below(28)).padStart(2, '0')}`
    order(
      others[below(30)] ?? 0,
      `${day}T${String(below(24)).padStart(2, '0')}:30:00`,
      Array.from({ length: below(4) }, () => ({
        ...{ product: 1 + below(3), net: 100 * below(60) },
        ...(below(2) === 0 ? { listed: 4000 } : {}),
      })),
    )
  }
  addEntry(
    archive.db,
    nightMother,
    { kind: 'service', happenedOn: CalendarDate.parse('2026-10-01'), note: '换过一次尺码' },
    act,
  )
  addEntry(
    archive.db,
    nightMother,
    { kind: 'service', happenedOn: CalendarDate.parse('2026-12-01'), note: '还没发生' },
    act,
  )
  deleteCustomers(archive.db, others.slice(-1), act)
  raiseRevision(archive.db, 'orders')
  kept = new KeptColumns(archive.readable)
  const analyst = new RfmAnalyst(archive.readable, kept)
  portraits = new Portraits(
    archive.readable,
    analyst,
    new ContributionAnalyst(kept),
    new NextProductFinder(archive.readable, kept),
  )
})
afterAll(() => archive.close())

const paint = (of: PortraitOwner, day = asOf) =>
  portraits.paint({ of, analysis: { asOf: day, period: { kind: 'all' }, ruleSetCode: 'ten-segments' } })
const paintCustomer = (customerId: number, day = asOf) => paint({ kind: 'customer', customerId }, day)
const sectionOf = (portrait: Portrait, wanted: PortraitSection) =>
  portrait.sections.find(({ section }) => section === wanted)?.sentences ?? []
const find = (portrait: Portrait, section: PortraitSection, wanted: string) =>
  sectionOf(portrait, section).find(({ code }) => code === wanted)
const codes = (portrait: Portrait, section: PortraitSection) =>
  sectionOf(portrait, section).map(({ code }) => code)

describe('the portrait of a customer', () => {
  test('E1, E2: has the nine sections in the order of the source, none of them empty', () => {
    for (const customerId of [nightMother, once, nobody])
      expect(paintCustomer(customerId).sections.map(({ section }) => section)).toEqual(portraitSections)
  })

  test('E1, feature 24: nine orders of nappies, seven of them between 21 and 23, each with the rows it rests on', () => {
    const portrait = paintCustomer(nightMother)
    expect([portrait.orderCount, portrait.firstOn, portrait.lastOn]).toEqual([9, '2026-01-15', '2026-09-15'])
    expect(find(portrait, 'what', 'category')?.values).toEqual({
      ...{ name: '纸尿裤', count: 9, orderCount: 9, shareRate: 1 },
    })
    const hours = find(portrait, 'when', 'hours')
    expect(hours?.values).toEqual({ orderCount: 9, fromHour: 21, toHour: 23, count: 7 })
    expect(hours?.evidence).toEqual({
      ...{ kind: 'orders', count: 7, firstOn: '2026-01-15', lastOn: '2026-07-15' },
      ids: nightOrders.slice(0, 7).reverse(),
    })
  })

  test('E1: the rhythm is the median of 28 to 31 days, and 68 days since the last are late', () => {
    // Gaps from 15 January to 15 September 2026: 31 28 31 30 31 30 31 31.
    expect(find(paintCustomer(nightMother), 'when', 'rhythm-late')?.values).toEqual({
      ...{ days: 31, purchaseDays: 9, since: 68 },
    })
    expect(codes(paintCustomer(nightMother, CalendarDate.parse('2026-10-01')), 'when')).toContain('rhythm')
  })

  test('E1: sums, prices and discounts are those of the orders', () => {
    const portrait = paintCustomer(nightMother)
    expect(find(portrait, 'how-much', 'spend')?.values).toEqual({
      ...{ orderCount: 9, netMinor: 27_000, perOrderMinor: 3000 },
    })
    expect(find(portrait, 'price', 'prices')?.values).toEqual({
      ...{ lineCount: 9, lowerMinor: 3000, medianMinor: 3000, upperMinor: 3000 },
    })
  })

  test('E1, D13: discounts are the same as in the analysis of all', () => {
    const { customers } = analyseSensitivity(archive.readable, kept, { fromOn: null, asOf })
    for (const customerId of [nightMother, ...others.slice(0, -1)]) {
      const wanted = customers.find(one => one.customerId === customerId)
      const told = find(paintCustomer(customerId), 'price', 'discount')
      expect(told?.values.count).toBe(wanted?.spendShare === null ? undefined : wanted?.discountOrders)
      expect(told?.values.spendRate).toBe(wanted?.spendShare ?? undefined)
    }
    expect(customers.length).toBeGreaterThan(20)
  })

  test('E2: what was typed says by whom and when, and psychology only what was typed', () => {
    const portrait = paintCustomer(nightMother)
    expect(find(portrait, 'who', 'age')?.values, 'the birthday is tomorrow').toEqual({
      ...{ age: 35, birthOn: '1990-11-23' },
    })
    expect(find(portrait, 'who', 'region')?.values.text).toBe('浙江省 杭州市 西湖区')
    expect(sectionOf(portrait, 'psychology').map(({ field }) => field)).toMatchObject([
      { code: 'psychology', options: [{ code: 'practical' }], text: null },
      { code: 'psychology-evidence', options: [], text: '每次都问哪款划算' },
    ])
    for (const { evidence } of sectionOf(portrait, 'psychology'))
      expect(evidence).toMatchObject({ kind: 'typed', origin: 'edit', actor: 'operator', madeAt: early.now })
    expect(codes(paintCustomer(once), 'psychology')).toEqual(['psychology-none'])
  })

  test('E1: a note of service is told on its day, and not before', () => {
    expect(find(paintCustomer(nightMother), 'service', 'notes')?.values).toEqual({
      ...{ count: 1, day: '2026-10-01', text: '换过一次尺码' },
    })
    expect(codes(paintCustomer(nightMother, CalendarDate.parse('2026-09-30')), 'service')).toEqual([
      'refused',
    ])
  })

  test('E1, feature 24: of one order nothing is said but that it is too few', () => {
    const portrait = paintCustomer(once)
    expect(portrait.isTooFew).toBe(true)
    for (const section of ['what', 'when', 'price'] as const)
      expect(sectionOf(portrait, section)[0]).toMatchObject({
        ...{ code: 'too-few', values: { orderCount: 1, least: 5 }, evidence: { count: 1 } },
      })
    expect(find(portrait, 'how-much', 'spend')?.values.netMinor).toBe(3000)
    expect(codes(portrait, 'when')).toEqual(['too-few', 'rhythm-too-few'])
  })

  test('D18: nappies every 31 days are due again after 68, and no more after three times as long', () => {
    const dueOn = (day: string) =>
      find(paintCustomer(nightMother, CalendarDate.parse(day)), 'next-step', 'buy-again')
    expect(dueOn('2026-11-22')).toMatchObject({
      values: { name: '纸尿裤大号', days: 31, since: 68 },
      evidence: { kind: 'orders', count: 9, ids: [...nightOrders].reverse() },
    })
    // The last on 15 September: due from 16 October on, 93 days are up on 17 December.
    expect(dueOn('2026-10-15')).toBeUndefined()
    expect(dueOn('2026-10-16')?.values.since).toBe(31)
    expect(dueOn('2026-12-17')?.values.since).toBe(93)
    expect(dueOn('2026-12-18')).toBeUndefined()
  })

  test('D18: suggests what customers with the same product bought besides, with their number', () => {
    const day = CalendarDate.parse('2025-03-31')
    const make = (products: readonly number[]) => {
      const customerId = createCustomer(archive.db, draftOf({ name: '样例戊' }), early).customerId
      order(
        customerId,
        '2025-03-01T10:00:00',
        products.map(product => ({ product, net: 100 })),
      )
      return customerId
    }
    const both = Array.from({ length: 6 }, () => make([1, 3]))
    const [only = 0] = [make([1]), make([1])]
    for (let n = 0; n < 4; n++) make([2])
    raiseRevision(archive.db, 'orders')
    const told = find(paintCustomer(only, day), 'next-step', 'next-product')
    expect(told?.values).toEqual({
      ...{ name: '湿巾', because: '纸尿裤大号', count: 6, leftCount: 8, confidenceRate: 0.75, lift: 1.5 },
    })
    expect(told?.evidence).toEqual({ kind: 'customers', count: 6, ids: both })
  })

  test('E1: who never bought has a portrait that says so; who is gone has none', () => {
    expect(codes(paintCustomer(nobody), 'what')).toEqual(['no-orders'])
    expect(() => paintCustomer(others.at(-1) ?? 0)).toThrow('not-found')
    expect(() => paintCustomer(999_999)).toThrow('not-found')
  })

  test('E1: what came back after the day was paid on it', () => {
    const customerId = createCustomer(archive.db, draftOf({ name: '样例丁' }), early).customerId
    order(customerId, '2026-06-01T10:00:00', [{ product: 2, net: 500, refunded: 300 }], '2026-07-01')
    raiseRevision(archive.db, 'orders')
    const netOn = (day: string) =>
      find(paintCustomer(customerId, CalendarDate.parse(day)), 'how-much', 'spend')?.values.netMinor
    expect([netOn('2026-06-30'), netOn('2026-07-01')]).toEqual([800, 500])
    expect(find(paintCustomer(customerId), 'service', 'returns')?.values).toEqual({
      ...{ count: 1, orderCount: 1, refundedMinor: 300 },
    })
    expect(codes(paintCustomer(customerId, CalendarDate.parse('2026-06-30')), 'service')).toEqual([
      'service-none',
    ])
  })

  test('E2: every sentence that states something rests on rows, and the rows are there', () => {
    const says = (code: string) =>
      code.endsWith('-none') || ['no-orders', 'discount-unknown', 'next-product-none'].includes(code)
    for (const customerId of [nightMother, once, ...others.slice(0, 5)])
      for (const { sentences } of paintCustomer(customerId).sections)
        for (const { code, evidence } of sentences) {
          expect(evidence === null, code).toBe(says(code))
          if (evidence?.kind !== 'orders') continue
          const { orders } = getPortraitRows(archive.readable, { kind: 'orders', ids: evidence.ids })
          expect(orders.map(({ salesOrderId }) => salesOrderId)).toEqual(evidence.ids)
          expect(orders.every(one => one.customerId === customerId)).toBe(true)
          expect(orders).toHaveLength(evidence.count)
        }
  })
})

describe('the portrait of a segment', () => {
  const all = () => paint({ kind: 'members', selector: { kind: 'all' } })
  const count = (sql: string) => archive.readable.prepareRead<{ n: number }>(sql).get()?.n ?? 0
  const from = `FROM sales_order JOIN customer USING (customer_id) WHERE customer.deleted_at IS NULL
    AND ordered_on <= '2026-11-22' AND is_counted = 1`

  test('E1: orders, sums and hours of all are what SQL counts', () => {
    const portrait = all()
    expect(portrait.customerCount).toBe(count('SELECT count(*) AS n FROM customer WHERE deleted_at IS NULL'))
    expect(portrait.orderCount).toBe(count(`SELECT count(*) AS n ${from}`))
    expect(find(portrait, 'how-much', 'spend')?.values.netMinor).toBe(
      count(`SELECT sum(net_minor) AS n ${from}`),
    )
    const [hours] = sectionOf(portrait, 'when').filter(({ code }) => code.startsWith('hours'))
    const { fromHour = 0, count: ofHours } = hours?.values ?? {}
    const two = [fromHour, (Number(fromHour) + 1) % 24].map(hour => `'T${String(hour).padStart(2, '0')}'`)
    expect(ofHours).toBe(
      count(`SELECT count(*) AS n ${from} AND substr(ordered_at_local, 11, 3) IN (${two.join()})`),
    )
    expect(hours?.evidence).toMatchObject({ count: ofHours })
  })

  test('E1: with more rows than are carried the newest are, and the number says all', () => {
    const evidence = find(all(), 'how-much', 'spend')?.evidence
    if (evidence?.kind !== 'orders') throw new Error('orders were expected')
    expect(evidence.count).toBeGreaterThan(mostEvidenceRows)
    expect(evidence.ids).toHaveLength(mostEvidenceRows)
    const days = archive.readable
      .prepareRead<{ day: string }>(`SELECT ordered_on AS day ${from} ORDER BY ordered_on DESC LIMIT 1`)
      .all()
    const { orders } = getPortraitRows(archive.readable, { kind: 'orders', ids: evidence.ids.slice(0, 1) })
    expect(orders[0]?.orderedAtLocal.slice(0, 10)).toBe(days[0]?.day)
  })

  test('E1: of fewer than five who said something no share is told; refused ones are counted', () => {
    const portrait = all()
    expect(codes(portrait, 'psychology')).toEqual(['psychology-none'])
    expect(portrait.refusedCount).toBe(1)
    expect(find(portrait, 'next-step', 'reachable')?.values).toEqual({
      ...{ count: portrait.customerCount - 1, refusedCount: 1 },
    })
  })

  test('E1: nobody in a segment gives a portrait that says so', () => {
    const portrait = paint({ kind: 'members', selector: { kind: 'segment', code: 'nobody' } })
    expect([portrait.customerCount, portrait.sections.map(({ sentences }) => sentences.length)]).toEqual([
      0,
      portraitSections.map(() => 1),
    ])
  })
})
