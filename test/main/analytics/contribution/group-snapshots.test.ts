import { expect, test } from 'vitest'
import { notYet, snapshotGroups } from '#main/analytics/contribution/group-snapshots.ts'
import { assignSevenGroups } from '#main/analytics/contribution/seven-groups.ts'
import { purchasesAsOf } from '#main/analytics/rfm/rfm-metrics.ts'
import { CalendarDate, toDayNumber } from '#shared/domain/calendar-date.ts'
import { contributionGroups, contributionPresets } from '#shared/domain/contribution.ts'
import { SeededRandom } from '#test/helpers/seeded-random.ts'

const dayOf = (text: string) => toDayNumber(CalendarDate.parse(text))
const monthEnds = (firstMonth: number, count: number) =>
  Array.from({ length: count }, (_, at) => {
    const next = new Date(Date.UTC(2024, firstMonth + at, 1))
    return CalendarDate.parse(new Date(next.getTime() - 86_400_000).toISOString().slice(0, 10))
  })

/** Four years of purchases with cancellations, sales to nobody, and refunds in parts, whole and too large. */
function randomShop(seed: number, customers: number, orders: number) {
  const random = new SeededRandom(seed)
  const first = dayOf('2021-01-01')
  const rows = Array.from({ length: orders }, () => ({
    customer: random.below(customers + 5) - 5,
    day: first + random.below(1900),
    minor: random.chance(4) ? -random.below(5000) : random.below(random.pick([500, 5000, 90_000])),
  }))
  const refunds = rows.flatMap((row, at) => {
    if (row.minor <= 0 || !random.chance(12)) return []
    const parts = random.pick([[1], [0.5, 0.5], [0.3], [1.2]])
    return parts.map(part => ({ at, day: row.day + random.below(300), minor: Math.round(row.minor * part) }))
  })
  const refunded = new Map<number, number>()
  for (const { at, minor } of refunds) refunded.set(at, (refunded.get(at) ?? 0) + minor)
  const purchases = {
    customerIndex: Int32Array.from(rows, row => Math.max(-1, row.customer)),
    orderedOnDay: Int32Array.from(rows, row => row.day),
    netMinor: Float64Array.from(rows, (row, at) => row.minor - (refunded.get(at) ?? 0)),
    isCounted: Uint8Array.from(rows, (row, at) => (row.minor - (refunded.get(at) ?? 0) > 0 ? 1 : 0)),
  }
  const knownFromDay = new Int32Array(customers).fill(dayOf('2026-01-01'))
  for (const { customer, day } of rows)
    if (customer >= 0) knownFromDay[customer] = Math.min(knownFromDay[customer] ?? day, day)
  return {
    ...{ knownFromDay, purchases },
    refunds: {
      purchaseIndex: Int32Array.from(refunds, refund => refund.at),
      refundedOnDay: Int32Array.from(refunds, refund => refund.day),
      refundedMinor: Float64Array.from(refunds, refund => refund.minor),
    },
  }
}

test('D5: the snapshots of 25 month ends, made in one pass, are the groups of each of those days alone', () => {
  const days = monthEnds(1, 25)
  const odd = { ...contributionPresets.corrected, comparedMonths: 7, pauseMonths: 1, seasonMonths: 2 }
  const recent = { fromMonths: 5, toMonths: 2 }
  for (const [seed, rules] of [
    [1, contributionPresets['as-printed']],
    [2, contributionPresets.corrected],
    [3, { ...odd, recent, recentFactor: 0.5 }],
  ] as const) {
    const shop = randomShop(seed, 300, 2500)
    const snapshots = snapshotGroups(shop, days, rules)
    const seen = new Set<number>()
    for (const { asOf, group } of snapshots) {
      const purchases = purchasesAsOf(shop.purchases, shop.refunds, dayOf(asOf))
      const alone = assignSevenGroups(purchases, 300, asOf, rules).group
      const expected = alone.map((place, index) =>
        (shop.knownFromDay[index] ?? 0) > dayOf(asOf) ? notYet : place,
      )
      expect(Array.from(group), asOf).toEqual(Array.from(expected))
      for (const place of group) seen.add(place)
    }
    expect(snapshots.map(({ asOf }) => asOf)).toEqual(days)
    // Every group occurs, so that every rule was compared.
    if (seed < 3) expect(seen.size).toBe(contributionGroups.length + 1)
  }
})

test('without orders everybody is unassigned, and without customers there is nobody', () => {
  const nothing = new Int32Array(0)
  const empty = {
    purchases: {
      ...{ customerIndex: nothing, orderedOnDay: nothing },
      ...{ netMinor: new Float64Array(0), isCounted: new Uint8Array(0) },
    },
    refunds: { purchaseIndex: nothing, refundedOnDay: nothing, refundedMinor: new Float64Array(0) },
  }
  const rules = contributionPresets['as-printed']
  const [day] = snapshotGroups({ ...empty, knownFromDay: Int32Array.of(0, 99_999) }, monthEnds(1, 1), rules)
  expect(Array.from(day?.group ?? [])).toEqual([contributionGroups.indexOf('unassigned'), notYet])
  expect(snapshotGroups({ ...empty, knownFromDay: nothing }, monthEnds(1, 2), rules)).toHaveLength(2)
})
