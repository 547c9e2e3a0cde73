import { expect, test } from 'vitest'
import { findInContribution } from '#main/analytics/contribution/contribution-finding.ts'
import { type ContributionGroup, contributionGroups } from '#shared/domain/contribution.ts'

/** Groups from [customers, share of the score]; those that are not named have nobody. */
const groupsOf = (facts: Partial<Record<ContributionGroup, readonly [number, number]>>) =>
  contributionGroups.map(group => {
    const [customerCount, scoreRate] = facts[group] ?? [0, 0]
    return { group, customerCount, scoreRate, scoreMinor: scoreRate * 1000, recentMinor: 0, baseMinor: 0 }
  })

test('below ten customers in the seven groups nothing is said but that', () => {
  expect(findInContribution(groupsOf({ 'stable-top': [9, 1], unassigned: [500, 0] }))).toEqual({
    code: 'contribution-too-few',
    values: { count: 9, minimum: 10 },
  })
})

test('a fifth that contributed and is lost comes first, then a top that brings a quarter, then the richest group', () => {
  const seven = { 'stable-top': [4, 0.5], 'lost-middle': [2, 0.1], 'stable-middle': [4, 0.4] } as const
  expect(findInContribution(groupsOf(seven))).toEqual({
    code: 'contribution-lost',
    values: { group: 'lost-middle', customerCount: 2, scoreRate: 0.1, customerRate: 0.2 },
  })
  expect(findInContribution(groupsOf({ ...seven, 'lost-middle': [1, 0.1], 'lost-low': [1, 0] }))).toEqual({
    code: 'contribution-top',
    values: { group: 'stable-top', customerCount: 4, scoreRate: 0.5, customerRate: 0.4 },
  })
  expect(
    findInContribution(
      groupsOf({ 'stable-top': [2, 0.24], 'growing-high': [2, 0.38], 'stable-middle': [6, 0.38] }),
    ),
  ).toEqual({
    code: 'contribution-richest',
    values: { group: 'growing-high', customerCount: 2, scoreRate: 0.38, customerRate: 0.2 },
  })
})
