import { afterEach, beforeEach, expect, test } from 'vitest'
import { KeptColumns } from '#main/analytics/kept-columns.service.ts'
import { reckonValue, ValueAnalyst } from '#main/analytics/lifetime-value.service.ts'
import { getMarkMembers, listMarkMembers } from '#main/analytics/mark-members.service.ts'
import { RfmAnalyst } from '#main/analytics/rfm-analysis.service.ts'
import { raiseRevision } from '#main/changes/revision.service.ts'
import { createCustomer } from '#main/customers/customer.service.ts'
import { addDays, CalendarDate } from '#shared/domain/calendar-date.ts'
import { act, draftOf, insertOrder } from '#test/helpers/builders.ts'
import { openTestDatabase, type TestDatabase } from '#test/helpers/test-database.ts'

const firstOn = CalendarDate.parse('2024-01-01')
const request = { asOf: addDays(firstOn, 730), horizonMonths: 12, yearlyDiscount: 0 }
let archive: TestDatabase
beforeEach(() => {
  archive = openTestDatabase()
})
afterEach(() => archive.close())

/** Customers who buy every `gap` days for a random while: about a third of them stop after each half year. */
function fill(customers: number) {
  let seed = 3
  const random = () => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed / 2_147_483_647
  }
  const early = { ...act, now: '2023-12-31T00:00:00.000Z' }
  archive.db.transaction(() => {
    for (let n = 0; n < customers; n++) {
      const { customerId } = createCustomer(archive.db, draftOf({ name: `样例${n}` }), early)
      const mean = 20 + 200 * random()
      const stops = 730 * random() * 1.6
      const spend = 5_000 + Math.floor(20_000 * random())
      for (let day = 180 * random(); day < Math.min(730, stops + 180); day += mean * Math.log(1 / random()))
        insertOrder(archive.db, {
          customerId,
          orderedOn: addDays(firstOn, Math.floor(day)),
          netMinor: Math.round(spend * (0.6 + 0.8 * random())),
        })
    }
    raiseRevision(archive.db, 'orders')
  })
}
const reckon = (asked = request) => reckonValue(archive.readable, new KeptColumns(archive.readable), asked)

test('G: too little to go by is refused with what is missing, and nobody is reckoned', () => {
  fill(20)
  expect(reckon()).toMatchObject({
    analysis: { refusal: 'too-few-customers', timing: null, spend: null, holdout: null, buyers: 20 },
    members: [],
  })
})

test('G: sums are those of the members; a longer time brings more, a discount less; the held-out quarter comes near', () => {
  fill(400)
  const { analysis, members } = reckon()
  expect(analysis).toMatchObject({ refusal: null, buyers: 400, balancesLeftOut: 0 })
  const sum = (value: (one: (typeof members)[number]) => number) =>
    members.reduce((total, one) => total + value(one), 0)
  const byChance = [0.8, 0.5, 0.2, 0].map((from, place, all) =>
    members.filter(
      one => one.chanceAlive >= from && (place === 0 || one.chanceAlive < (all[place - 1] ?? 1)),
    ),
  )
  expect(analysis.chances.map(({ customers }) => customers)).toEqual(byChance.map(({ length }) => length))
  const kept = new KeptColumns(archive.readable)
  const sources = { db: archive.readable, kept, analyst: new RfmAnalyst(archive.readable, kept) }
  const { result, indexes } = listMarkMembers(
    { ...sources, values: new ValueAnalyst(archive.readable, kept) },
    { kind: 'value', ...request, fromChance: 0.8 },
    { column: 'valueMinor', isDescending: true },
  )
  const shown = getMarkMembers(archive.readable, result, indexes)
  const worth = (byChance[0] ?? []).map(one => one.valueMinor ?? 0).toSorted((a, b) => b - a)
  expect(shown.map(({ figures }) => figures.valueMinor)).toEqual(worth)
  expect(analysis.timing?.expectedPurchases).toBeCloseTo(
    sum(one => one.expectedPurchases),
    6,
  )
  expect(analysis.spend?.valueMinor).toBe(sum(one => one.valueMinor ?? 0))
  for (const one of members) {
    expect(one.chanceAlive).toBeGreaterThanOrEqual(0)
    expect(one.chanceAlive).toBeLessThanOrEqual(1)
    // Without a discount the value is what is bought times what each is worth.
    expect(Math.abs((one.valueMinor ?? 0) - one.expectedPurchases * (one.meanSpendMinor ?? 0))).toBeLessThan(
      1 + one.expectedPurchases,
    )
  }
  const longer = reckon({ ...request, horizonMonths: 24 }).analysis
  const discounted = reckon({ ...request, yearlyDiscount: 0.5 }).analysis
  expect(longer.timing?.expectedPurchases).toBeGreaterThan(analysis.timing?.expectedPurchases ?? 0)
  expect(discounted.spend?.valueMinor).toBeLessThan(analysis.spend?.valueMinor ?? 0)
  const { groups = [] } = analysis.holdout ?? {}
  const total = (value: 'expected' | 'actual') =>
    groups.reduce((all, group) => all + group.customers * group[value], 0)
  // The customers above do not follow the model exactly: a quarter off would still be a poor one.
  expect(Math.abs(total('expected') / total('actual') - 1)).toBeLessThan(0.25)
})
