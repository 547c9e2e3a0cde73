import { describe, expect, it } from 'vitest'
import { isSumRow } from '#main/imports/plan/cell-verdict.ts'
import {
  balanceFactsOf,
  customerFactsOf,
  displayName,
  mergeFacts,
} from '#main/imports/plan/customer-facts.ts'
import type { KnownLine } from '#main/imports/plan/lookups.ts'
import { isOtherListing, matchLines } from '#main/imports/plan/match-lines.ts'
import { matchNames } from '#main/imports/plan/name-match.ts'
import { moneyOfRow, type OrderRow } from '#main/imports/plan/order-line.ts'
import { dealMoney } from '#main/imports/plan/order-money.ts'
import { combineStatus, isLater } from '#main/imports/plan/order-status.ts'
import { earlierTime } from '#main/imports/plan/order-time.ts'
import { rowHash } from '#main/imports/plan/row-hash.ts'
import { emptyRowValues } from '#main/imports/plan/row-values.ts'

const source = { platform: '', shop: '' }
const phone = (key: string, value = key) => [{ key, value, isMasked: key === '' }]

describe('names', () => {
  it('fit when they are equal, missing or behind a mask', () => {
    expect(matchNames('林样一', '林样一')).toBe('equal')
    expect(matchNames('Ann LEE', 'ann lee')).toBe('equal')
    expect(matchNames(null, '林样一')).toBe('compatible')
    expect(matchNames('林*', '林样一')).toBe('compatible')
    expect(matchNames('林样一', '*一')).toBe('compatible')
    expect(matchNames('陈*', '林样一')).toBe('different')
    expect(matchNames('**', '林样一')).toBe('different')
    expect(matchNames('林样一', '林样二')).toBe('different')
  })
})

describe('facts of a customer', () => {
  it('put Chinese and Latin names together, and the region before the street', () => {
    const chinese = customerFactsOf({ ...emptyRowValues(), familyName: '林', givenName: '样一' }, source)
    expect(chinese.card.name).toBe('林样一')
    const latin = customerFactsOf({ ...emptyRowValues(), familyName: 'Example', givenName: 'Ann' }, source)
    expect(latin.card.name).toBe('Ann Example')
    const region = { province: '样例省', city: '示例市', district: '示范区', address: '示例市样例路 1 号' }
    const placed = customerFactsOf({ ...emptyRowValues(), ...region }, source)
    expect(placed.contacts.map(contact => contact.value)).toEqual(['样例省 示范区 示例市样例路 1 号'])
  })

  it('take a masked buyer ID for a nick and never for a key', () => {
    const facts = customerFactsOf({ ...emptyRowValues(), buyerId: 't**3' }, source)
    expect([facts.buyerId, facts.nickname, displayName(facts)]).toEqual([null, 't**3', 't**3'])
  })

  it('drop a masked phone beside the number it hides', () => {
    const facts = customerFactsOf(
      { ...emptyRowValues(), phone: phone('', '138****1107'), secondPhone: phone('13800001107') },
      source,
    )
    expect(facts.contacts.map(contact => contact.value)).toEqual(['13800001107'])
  })

  it('of two rows of an order add up, the first one first', () => {
    const first = customerFactsOf(
      { ...emptyRowValues(), name: '林样一', phone: phone('13800001107') },
      source,
    )
    const second = customerFactsOf(
      { ...emptyRowValues(), name: '陈样二', buyerId: 'u1', phone: phone('13900002208') },
      source,
    )
    expect(mergeFacts(first, second)).toMatchObject({
      buyerId: 'u1',
      phoneKeys: ['13800001107', '13900002208'],
      card: { name: '林样一' },
    })
  })

  it('hold a balance with at least one order when money or a day is stated', () => {
    expect(balanceFactsOf(emptyRowValues(), '2026-08-16')).toBeUndefined()
    expect(balanceFactsOf({ ...emptyRowValues(), openingSpend: 500 }, '2026-08-16')).toEqual({
      ...{
        orderCount: 1,
        spendMinor: 500,
        returnCount: 0,
        firstOn: null,
        lastOn: null,
        coversUntilOn: '2026-08-16',
      },
    })
    expect(balanceFactsOf({ ...emptyRowValues(), openingOrderCount: 0 }, '2026-08-16')?.orderCount).toBe(0)
  })
})

describe('a sum row', () => {
  it('is known by the first filled cell', () => {
    expect(isSumRow([null, '合 计：', null, 500])).toBe(true)
    expect(isSumRow(['Grand Total', 1])).toBe(true)
    expect(isSumRow(['林样一', '合计'])).toBe(false)
    expect(isSumRow([1, '合计'])).toBe(false)
    expect(isSumRow(['总计划师', 1])).toBe(false)
  })
})

describe('the status of an order', () => {
  it('is the furthest of its rows, closed only when all are', () => {
    const of = (...statuses: ('unpaid' | 'paid' | 'shipped' | 'completed' | 'closed' | null)[]) =>
      combineStatus(statuses.map(status => ({ status, text: String(status) })))?.text
    expect(of('closed', 'shipped', 'paid')).toBe('shipped')
    expect(of('closed', 'closed')).toBe('closed')
    expect(of(null, 'paid')).toBe('paid')
    expect(of(null)).toBe('null')
    expect(combineStatus([])).toBeNull()
    expect(isLater('shipped', 'paid')).toBe(true)
    expect(isLater('paid', 'paid')).toBe(false)
    expect(isLater(null, 'unpaid')).toBe(false)
  })
})

describe('the time of an order', () => {
  it('is the earlier day, and on one day the one that knows its hour', () => {
    expect(earlierTime('2024-03-05', '2024-03-05T12:30:00')).toBe('2024-03-05T12:30:00')
    expect(earlierTime('2024-03-05', '2024-03-06T12:30:00')).toBe('2024-03-05')
    expect(earlierTime('2024-03-05T13:00:00', '2024-03-05T12:30:00')).toBe('2024-03-05T12:30:00')
    expect(earlierTime(null, '2024-03-05')).toBe('2024-03-05')
    expect(earlierTime(null, null)).toBeNull()
  })
})

describe('money of a row', () => {
  it('is what it states, else quantity times price, rounded half away from zero', () => {
    const of = (linePaid: number | null, quantity: number | null, unitPrice: number | null) =>
      moneyOfRow({ linePaid, quantity, unitPrice }, 10_000)
    expect(of(500, 3, 1_000_000)).toBe(500)
    expect(of(null, 3, 3_335_000)).toBe(1001)
    expect(of(null, -3, 3_335_000)).toBe(-1001)
    expect(of(null, 0.1, 1_050_000)).toBe(11)
    expect(of(null, null, 2_000_000)).toBe(200)
    expect(of(null, 3, null)).toBeNull()
    expect(Object.is(of(null, -1, 0), 0)).toBe(true)
  })
})

describe('money dealt out to lines', () => {
  const line = (
    weight: number,
    knownPaid: number | null = null,
    knownRefunded = 0,
    refunded: number | null = null,
  ) => ({
    ...{ weight, knownPaid, knownRefunded, refunded },
  })

  it('adds up to what was paid, the largest remainders first', () => {
    const dealt = dealMoney([line(1000), line(1000), line(1000)], {
      ...{ paidMinor: 1000, refundedMinor: null, knownRefunded: 0, isDealtAnew: true },
    })
    expect(dealt).toMatchObject({ paidMinor: 1000, linesPaid: [334, 333, 333], linesRefunded: [0, 0, 0] })
  })

  it('lets a refund of the order fall on what is left of each line', () => {
    const dealt = dealMoney([line(600, null, 0, 200), line(400)], {
      ...{ paidMinor: null, refundedMinor: 600, knownRefunded: 0, isDealtAnew: true },
    })
    // 200 are the first line's own; 400 fall on 400 left of each.
    expect(dealt).toMatchObject({ paidMinor: 1000, refundedMinor: 600, linesRefunded: [400, 200] })
  })

  it('keeps known shares and never takes a refund back', () => {
    const dealt = dealMoney([line(700, 600, 100, 50), line(400)], {
      ...{ paidMinor: null, refundedMinor: 20, knownRefunded: 100, isDealtAnew: false },
    })
    expect(dealt).toEqual({
      paidMinor: 1000,
      refundedMinor: 100,
      linesPaid: [600, 400],
      linesRefunded: [100, 0],
    })
  })

  it("is the order's own where it has no lines", () => {
    const dealt = dealMoney([], { paidMinor: 500, refundedMinor: -30, knownRefunded: 0, isDealtAnew: true })
    expect(dealt).toEqual({ paidMinor: 500, refundedMinor: 30, linesPaid: [], linesRefunded: [] })
  })
})

describe('lines of a known order', () => {
  const known = (lineId: number, values: Partial<KnownLine> = {}): KnownLine => ({
    ...{ lineId, lineNumber: lineId, subOrderNumber: null, productId: null, title: '甲', attributes: null },
    ...{ quantity: 1, unitPriceMicro: 10_000_000, netMinor: 1000, refundedMinor: 0 },
    ...values,
  })
  const row = (values: Partial<OrderRow> = {}): OrderRow => ({
    ...{
      ordinal: 0,
      isLine: true,
      subOrderNumber: null,
      product: null,
      title: '甲',
      attributes: null,
      quantity: 1,
    },
    ...{
      unitPriceMicro: 10_000_000,
      money: 1000,
      isMoneyStated: false,
      refundedMinor: null,
      refundedOn: null,
      status: null,
    },
    ...values,
  })
  const ids = (rows: OrderRow[], lines: KnownLine[], isOlder = false) =>
    matchLines(rows, lines, isOlder).map(match => (typeof match === 'string' ? match : match.lineId))

  it('go by sub-order number before anything else', () => {
    expect(
      ids(
        [row({ subOrderNumber: 'b' })],
        [known(1, { subOrderNumber: 'a' }), known(2, { subOrderNumber: 'b', title: '乙' })],
      ),
    ).toEqual([2])
    expect(ids([row({ subOrderNumber: 'c' })], [known(1, { subOrderNumber: 'a' })])).toEqual(['new'])
  })

  it('go by product with the same size, each line once', () => {
    expect(ids([row(), row()], [known(1), known(2)])).toEqual([1, 2])
    expect(ids([row(), row()], [known(1)])).toEqual([1, 'new'])
    expect(ids([row({ title: '乙' })], [known(1)])).toEqual(['new'])
  })

  it('go by the closest price, then quantity, and are ambiguous when two are equally near', () => {
    const lines = [known(1, { unitPriceMicro: 9_000_000 }), known(2, { unitPriceMicro: 20_000_000 })]
    expect(ids([row()], lines)).toEqual([1])
    expect(ids([row({ quantity: 2 })], [known(1, { quantity: 1 }), known(2, { quantity: 3 })])).toEqual([
      'ambiguous',
    ])
  })

  it('of an older file are earlier states and change nothing', () => {
    expect(ids([row({ quantity: 5 })], [known(1)], true)).toEqual(['earlier'])
    expect(ids([row({ title: '乙' })], [known(1)], true)).toEqual(['new'])
  })

  it('give the refunded row to the line that has the refund', () => {
    expect(ids([row(), row({ refundedMinor: 500 })], [known(1, { refundedMinor: 500 }), known(2)])).toEqual([
      2, 1,
    ])
  })

  it('are listed another way when one title holds the others', () => {
    expect(isOtherListing([row({ title: '甲，乙' })], [known(1), known(2, { title: '乙' })])).toBe(true)
    expect(isOtherListing([row(), row({ title: '乙' })], [known(1, { title: '甲，乙' })])).toBe(true)
    expect(isOtherListing([row()], [known(1)])).toBe(false)
  })
})

describe('the key of a row without a key', () => {
  it('is the same for the same cells, whatever is empty behind them', () => {
    expect(rowHash(['林样一', 5, null])).toBe(rowHash(['林样一', '5']))
    expect(rowHash(['a', 'b'])).not.toBe(rowHash(['ab', '']))
    expect(rowHash(['林样一'])).toMatch(/^[0-9a-z]{22}$/)
  })

  it('differs for 200,000 different rows', () => {
    const hashes = new Set<string>()
    for (let index = 0; index < 200_000; index++) hashes.add(rowHash(['样例', index, `138${index}`]))
    expect(hashes.size).toBe(200_000)
  })
})
