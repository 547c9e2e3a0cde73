import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  getContributionSettings,
  saveContributionRules,
  saveGroupPolicy,
} from '#main/analytics/contribution-settings.service.ts'
import { getRevision } from '#main/changes/revision.service.ts'
import { ContributionRules, contributionPresets } from '#shared/domain/contribution.ts'
import { openTestDatabase, type TestDatabase } from '#test/helpers/test-database.ts'

let archive: TestDatabase
beforeAll(() => {
  archive = openTestDatabase()
})
afterAll(() => archive.close())

const { 'as-printed': asPrinted, corrected } = contributionPresets
const versionsNow = () =>
  getContributionSettings(archive.readable).versions.map(({ code, name, version }) => [code, name, version])
const ready = [
  ['as-printed', null, 1],
  ['corrected', null, 1],
]

test('D3: rules are saved under a name, a change is another version, and what was saved stays as it was', () => {
  expect(versionsNow()).toEqual(ready)
  const before = getRevision(archive.readable)
  const first = saveContributionRules(archive.db, { code: null, name: '样例规则', rules: asPrinted })
  expect(getRevision(archive.readable)).not.toBe(before)
  const looser = { ...asPrinted, lossShare: 0.8 }
  const second = saveContributionRules(archive.db, { code: first.code, name: '样例规则', rules: looser })
  const other = saveContributionRules(archive.db, { code: null, name: '另一套', rules: corrected })
  expect(versionsNow()).toEqual([
    ...ready,
    [first.code, '样例规则', 2],
    [first.code, '样例规则', 1],
    [other.code, '另一套', 1],
  ])
  const { versions } = getContributionSettings(archive.readable)
  expect([versions[2]?.rules, versions[3]?.rules]).toEqual([looser, asPrinted])
  expect(second.version).toBe(2)
})

test('the two ready readings stay, and a set that is not there gets no version', () => {
  for (const code of ['as-printed', 'corrected', 'own-99'])
    expect(() => saveContributionRules(archive.db, { code, name: '样例', rules: asPrinted })).toThrow(
      'rule-invalid',
    )
})

test('D4: rules that say nothing are no rules: shares that fall, a span that ends before it begins', () => {
  for (const wrong of [
    { topShare: 0.5, highShare: 0.3 },
    { recent: { fromMonths: 3, toMonths: 3 } },
    { lossShare: 1.1 },
    { growthFactor: 0.5 },
    { comparedMonths: 0 },
  ])
    expect(ContributionRules.safeParse({ ...asPrinted, ...wrong }).success).toBe(false)
})

test('D6: what is to be done for a group is written down, changed, and given back to the advice of the book', () => {
  const policies = () => getContributionSettings(archive.readable).policies
  expect(policies()).toEqual([])
  saveGroupPolicy(archive.db, { group: 'lost-low', text: '寄一张样例明信片。' })
  saveGroupPolicy(archive.db, { group: 'stable-top', text: '每月问候。' })
  saveGroupPolicy(archive.db, { group: 'lost-low', text: '什么也不做。' })
  expect(policies()).toEqual([
    { group: 'stable-top', text: '每月问候。' },
    { group: 'lost-low', text: '什么也不做。' },
  ])
  saveGroupPolicy(archive.db, { group: 'stable-top', text: null })
  expect(policies()).toEqual([{ group: 'lost-low', text: '什么也不做。' }])
})
