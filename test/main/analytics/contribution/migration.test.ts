import { expect, test } from 'vitest'
import { groupDeciles } from '#main/analytics/contribution/group-deciles.ts'
import { notYet } from '#main/analytics/contribution/group-snapshots.ts'
import { countMoves } from '#main/analytics/contribution/migration-counts.ts'
import { findInMigration } from '#main/analytics/contribution/migration-finding.ts'
import { CalendarDate } from '#shared/domain/calendar-date.ts'
import {
  type ContributionGroup,
  contributionGroups,
  contributionPresets,
} from '#shared/domain/contribution.ts'
import { lastMonthEnd, MigrationRequest, monthEndAfter } from '#shared/domain/contribution-migration.ts'

const day = (text: string) => CalendarDate.parse(text)
const place = (group: ContributionGroup) => contributionGroups.indexOf(group)

/** Rows of a matrix from [from, to, customers]. */
const rowsOf = (...moves: readonly (readonly [ContributionGroup, ContributionGroup, number])[]) =>
  contributionGroups.map(from =>
    contributionGroups.map(to => moves.find(move => move[0] === from && move[1] === to)?.[2] ?? 0),
  )

test('D5: each customer is counted once, in the row of the group before or among those who arrived', () => {
  const [top, lost] = [place('stable-top'), place('lost-middle')]
  const { rows, arrived } = countMoves(
    Uint8Array.of(top, top, lost, notYet, notYet),
    Uint8Array.of(top, lost, lost, top, notYet),
  )
  expect(rows).toEqual(
    rowsOf(
      ['stable-top', 'stable-top', 1],
      ['stable-top', 'lost-middle', 1],
      ['lost-middle', 'lost-middle', 1],
    ),
  )
  expect(arrived).toEqual(contributionGroups.map(group => (group === 'stable-top' ? 1 : 0)))
})

test('too few say nothing; then a tenth that is lost, then the move that most made, then that nobody moved', () => {
  expect(findInMigration(rowsOf(['stable-top', 'lost-middle', 9]))).toEqual({
    code: 'migration-too-few',
    values: { count: 9, minimum: 10 },
  })
  const [stay, back] = [
    ['stable-top', 'stable-top', 18],
    ['lost-low', 'back-low', 4],
  ] as const
  expect(findInMigration(rowsOf(stay, ['stable-middle', 'lost-middle', 2], back))).toEqual({
    code: 'migration-lost',
    values: { customerCount: 2, count: 20, customerRate: 0.1 },
  })
  expect(findInMigration(rowsOf(stay, ['stable-middle', 'lost-middle', 1], back))).toEqual({
    code: 'migration-largest',
    values: { customerCount: 4, group: 'lost-low', groupAfter: 'back-low', customerRate: 4 / 23 },
  })
  expect(findInMigration(rowsOf(stay, ['unassigned', 'stable-top', 50]))).toEqual({
    code: 'migration-none',
    values: { count: 18 },
  })
})

test('D3: deciles divide a group by score; equal scores share the better one, and who is in no group has none', () => {
  const [top, none] = [place('stable-top'), place('unassigned')]
  const group = Uint8Array.of(top, top, top, top, none, place('back-low'))
  expect(Array.from(groupDeciles(group, Float64Array.of(40, 50, 10, 40, 99, 1)))).toEqual([3, 1, 8, 3, 0, 1])
  const twenty = Float64Array.from({ length: 20 }, (_, at) => at)
  expect(Array.from(groupDeciles(new Uint8Array(20), twenty))).toEqual(
    Array.from({ length: 20 }, (_, at) => 10 - Math.floor(at / 2)),
  )
})

test('D5: the ends of two months at most 24 months apart are asked for, whatever their lengths', () => {
  const isAsked = (fromOn: string, toOn: string) =>
    MigrationRequest.safeParse({ fromOn, toOn, rules: contributionPresets.corrected }).success
  expect(isAsked('2024-02-29', '2026-02-28')).toBe(true)
  expect(isAsked('2024-02-29', '2026-03-31')).toBe(false)
  expect(isAsked('2026-03-31', '2026-03-31')).toBe(false)
  expect(isAsked('2026-02-27', '2026-03-31')).toBe(false)
  expect([monthEndAfter(day('2026-01-31'), 1), monthEndAfter(day('2026-02-28'), 1)]).toEqual([
    '2026-02-28',
    '2026-03-31',
  ])
  expect([lastMonthEnd(day('2026-11-22')), lastMonthEnd(day('2026-11-30'))]).toEqual([
    '2026-10-31',
    '2026-11-30',
  ])
})
