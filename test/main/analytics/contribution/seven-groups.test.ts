import { describe, expect, it } from 'vitest'
import { spanOfMonths } from '#main/analytics/contribution/buying-days.ts'
import { daysOfSpan } from '#main/analytics/contribution/month-span.ts'
import { assignSevenGroups } from '#main/analytics/contribution/seven-groups.ts'
import type { PurchaseColumns } from '#main/analytics/rfm/rfm-columns.ts'
import { CalendarDate, fromDayNumber, toDayNumber } from '#shared/domain/calendar-date.ts'
import {
  type ContributionRules,
  contributionGroups,
  contributionPresets,
} from '#shared/domain/contribution.ts'

const { 'as-printed': asPrinted, corrected: correctedReading } = contributionPresets
const asOf = CalendarDate.parse('2026-11-22')

/** Two customers per group: what they bought on which day, in yuan. */
const shop: Record<string, Record<string, number>> = {
  'stable-top 1': { '2026-02-01': 3000, '2026-07-01': 3000, '2026-10-01': 1000 },
  'stable-top 2': { '2026-02-01': 2000, '2026-07-01': 2000, '2026-09-01': 2500 },
  // Exactly 15 times, and 16 times.
  'growing-high 1': { '2026-01-10': 100, '2026-06-10': 1500 },
  'growing-high 2': { '2025-12-24': 50, '2026-10-10': 800 },
  'stable-middle 1': { '2026-03-03': 300, '2026-07-07': 300 },
  'stable-middle 2': { '2025-12-12': 400, '2026-08-24': 350 },
  'lost-middle 1': { '2026-03-01': 900 },
  // Exactly 90 % less.
  'lost-middle 2': { '2026-01-15': 500, '2026-08-01': 50 },
  'lost-low 1': { '2026-04-01': 15 },
  'lost-low 2': { '2025-12-01': 30 },
  'back-low 1': { '2025-01-05': 20, '2026-09-05': 30 },
  'back-low 2': { '2024-06-01': 60, '2026-11-01': 25 },
  'seasonal-low 1': { '2024-01-20': 60, '2025-01-25': 70 },
  // December and January; out of season it is no loss.
  'seasonal-low 2': { '2024-12-28': 20, '2026-01-08': 25 },
}
const names = Object.keys(shop)

function purchasesOf(bought: Record<string, Record<string, number>>): PurchaseColumns {
  const lines = Object.values(bought).flatMap((days, customer) =>
    Object.entries(days).map(([day, yuan]) => ({ customer, day, yuan })),
  )
  return {
    customerIndex: Int32Array.from(lines, line => line.customer),
    orderedOnDay: Int32Array.from(lines, line => toDayNumber(CalendarDate.parse(line.day))),
    netMinor: Float64Array.from(lines, line => line.yuan * 100),
    isCounted: Uint8Array.from(lines, line => (line.yuan > 0 ? 1 : 0)),
  }
}

const groupsOf = (bought: typeof shop, rules: ContributionRules) => {
  const { group, ...rest } = assignSevenGroups(purchasesOf(bought), Object.keys(bought).length, asOf, rules)
  return { groups: Array.from(group, index => contributionGroups[index]), ...rest }
}

describe('the seven groups', () => {
  it('D3: each of the 14 customers lands in the group that he was made for', () => {
    const { groups } = groupsOf(shop, asPrinted)
    expect(Object.fromEntries(names.map((name, index) => [name, groups[index]]))).toEqual(
      Object.fromEntries(names.map(name => [name, name.split(' ')[0]])),
    )
  })

  it('D2: the score is twice the last 3 months plus 36 months, or plus months 3 to 6, as a calculator says', () => {
    const inYuan = (rules: ContributionRules) =>
      Object.fromEntries(
        Array.from(groupsOf(shop, rules).scores.scoreMinor, (minor, index) => [names[index], minor / 100]),
      )
    expect(inYuan(asPrinted)).toMatchObject({
      ...{ 'stable-top 1': 9000, 'stable-top 2': 11_500, 'growing-high 1': 1600, 'growing-high 2': 2450 },
      ...{ 'stable-middle 1': 600, 'stable-middle 2': 1450, 'lost-middle 1': 900, 'lost-middle 2': 550 },
      ...{ 'lost-low 1': 15, 'lost-low 2': 30, 'back-low 1': 110, 'back-low 2': 135 },
      ...{ 'seasonal-low 1': 130, 'seasonal-low 2': 45 },
    })
    expect(inYuan(correctedReading)).toMatchObject({
      ...{ 'stable-top 1': 2 * 1000 + 3000, 'stable-top 2': 2 * 2500 + 2000, 'growing-high 1': 1500 },
      ...{ 'stable-middle 1': 300, 'stable-middle 2': 700, 'lost-middle 1': 0, 'lost-middle 2': 50 },
    })
  })

  it('D4: a fall just short of the share is no loss, growth just short of the factor no growth', () => {
    const { groups } = groupsOf(
      {
        ...shop,
        'lost-middle 2': { '2026-01-15': 500, '2026-08-01': 50.01 },
        'growing-high 1': { '2026-01-10': 100, '2026-06-10': 1499.99 },
      },
      asPrinted,
    )
    expect(groups[names.indexOf('lost-middle 2')]).toBe('stable-middle')
    expect(groups[names.indexOf('growing-high 1')]).toBe('stable-middle')
  })

  it('D3: everybody has one group; without a purchase, or with more returned than bought, it is none of the seven', () => {
    const { groups, limits } = groupsOf(
      { a: {}, b: { '2026-09-01': -20 }, c: { '2020-01-01': 500 } },
      asPrinted,
    )
    expect(groups).toEqual(['unassigned', 'unassigned', 'unassigned'])
    expect(limits).toBeNull()
  })

  it('D2: both days of a span are in it, and the spans of 3 and of 3 to 6 months touch', () => {
    const days = (fromMonths: number, toMonths: number) =>
      daysOfSpan(asOf, { fromMonths, toMonths }).map(fromDayNumber)
    expect(days(3, 0)).toEqual(['2026-08-23', '2026-11-22'])
    expect(days(6, 3)).toEqual(['2026-05-23', '2026-08-22'])
  })

  it('a season is counted round the turn of the year', () => {
    const months = (...list: number[]) =>
      spanOfMonths(list.reduce((mask, month) => mask | (1 << (month - 1)), 0))
    expect([months(11, 12, 1), months(3), months(1, 7), months(), months(2, 3, 6)]).toEqual([3, 1, 7, 0, 5])
  })
})
