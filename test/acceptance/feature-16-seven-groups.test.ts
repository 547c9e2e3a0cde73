import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createArchiveFolder } from '#main/archives/archive-folder.ts'
import { type Engine, openEngine } from '#main/engine/open-engine.ts'
import { spawnFileReaderWithFork } from '#main/threads/file-reader-client.ts'
import { formulaWords } from '#renderer/i18n/contribution-words.ts'
import { CalendarDate } from '#shared/domain/calendar-date.ts'
import { contributionGroups, contributionPresets } from '#shared/domain/contribution.ts'
import { makeTranslate, translateCode } from '#shared/i18n/translate.ts'
import { makeTestFolder } from '#test/helpers/test-database.ts'

/** Two customers per group by the printed reading: what they paid on which day, in yuan. */
const shop: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  样顶一: { '2026-02-01': 3000, '2026-07-01': 3000, '2026-10-01': 1000 },
  样顶二: { '2026-02-01': 2000, '2026-07-01': 2000, '2026-09-01': 2500 },
  样长一: { '2026-01-10': 100, '2026-06-10': 1500 },
  样长二: { '2025-12-24': 50, '2026-10-10': 800 },
  样稳一: { '2026-03-03': 300, '2026-07-07': 300 },
  样稳二: { '2025-12-12': 400, '2026-08-24': 350 },
  样失一: { '2026-03-01': 900 },
  样失二: { '2026-01-15': 500, '2026-08-01': 50 },
  样走一: { '2026-04-01': 15 },
  样走二: { '2025-12-01': 30 },
  样回一: { '2025-01-05': 20, '2026-09-05': 30 },
  样回二: { '2024-06-01': 60, '2026-11-01': 25 },
  样季一: { '2024-01-20': 60, '2025-01-25': 70 },
  样季二: { '2024-12-28': 20, '2026-01-08': 25 },
}
const groupOfMark = {
  ...{ 顶: 'stable-top', 长: 'growing-high', 稳: 'stable-middle', 失: 'lost-middle' },
  ...{ 走: 'lost-low', 回: 'back-low', 季: 'seasonal-low' },
} as const
const names = Object.keys(shop)
const day = (text: string) => CalendarDate.parse(text)
const asOf = day('2026-11-22')
const { 'as-printed': asPrinted, corrected } = contributionPresets

let folder: string
let engine: Engine
const nameOf = new Map<number, string>()

beforeAll(async () => {
  folder = makeTestFolder()
  const archivePath = path.join(folder, 'A.kehu')
  createArchiveFolder(archivePath, () => undefined)
  engine = await openEngine({ archivePath, appVersion: '0.0.0', spawnFileReader: spawnFileReaderWithFork })
  const lines = names.flatMap((name, at) =>
    Object.entries(shop[name] ?? {}).map(
      ([orderedOn, yuan], nth) =>
        `9${at}00${nth},${name},138000011${String(at).padStart(2, '0')},${orderedOn} 09:30:00,${yuan}.00`,
    ),
  )
  const file = path.join(folder, 'orders.csv')
  fs.writeFileSync(
    file,
    ['订单编号,收货人姓名,联系手机,订单创建时间,买家实际支付金额', ...lines].join('\r\n'),
  )
  const [accepted] = engine.files.accept([file])
  const { stagingId } = (await engine.run('imports.stage', { fileToken: accepted?.fileToken ?? '' })) as {
    stagingId: string
  }
  const options = { shop: '', isShopConfirmed: true }
  await engine.run('imports.commit', { stagingId, options, previewRevision: null })
  const { listId } = await engine.call('customers.openList', {
    sort: { column: 'archiveNumber', isDescending: false },
  })
  const rows = await engine.call('customers.listPage', { listId, start: 0, count: 50 })
  for (const row of rows) if (row) nameOf.set(row.customerId, row.name)
})
afterAll(async () => {
  await engine.close()
  fs.rmSync(folder, { recursive: true })
})

const membersBy = async (rules: typeof asPrinted | typeof corrected) => {
  const { analysis, members } = await engine.call('analytics.listContribution', { asOf, rules })
  return { analysis, members: new Map(members.map(one => [nameOf.get(one.customerId) ?? '', one])) }
}

it('D3: the 14 customers of the file land two by two in the groups that they were made for', async () => {
  expect([...nameOf.values()].toSorted()).toEqual(names.toSorted())
  const { analysis, members } = await membersBy(asPrinted)
  for (const name of names)
    expect(members.get(name)?.group, name).toBe(groupOfMark[name[1] as keyof typeof groupOfMark])
  expect(analysis.groups.map(({ group, customerCount }) => [group, customerCount])).toEqual(
    contributionGroups.map(group => [group, group === 'unassigned' ? 0 : 2]),
  )
})

it('D2: the other reading changes the printed formula line, and the scores as a calculator says', async () => {
  const t = makeTranslate('zh-CN')
  const tCode = (key: string, values = {}) => translateCode('zh-CN', key, values)
  const formulaOf = async (rules: typeof asPrinted | typeof corrected) =>
    formulaWords({ t, tCode, language: 'zh-CN' }, (await membersBy(rules)).analysis)
  expect(await formulaOf(asPrinted)).toBe(
    '贡献分 = 最近 3 个月（2026-08-23 至 2026-11-22）的净消费 × 2 + 最近 36 个月（2023-11-23 至 2026-11-22）的净消费',
  )
  expect(await formulaOf(corrected)).toBe(
    '贡献分 = 最近 3 个月（2026-08-23 至 2026-11-22）的净消费 × 2 + 3 到 6 个月前（2026-05-23 至 2026-08-22）的净消费',
  )
  const between = (name: string, first: string, last: string) =>
    Object.entries(shop[name] ?? {}).reduce(
      (sum, [on, yuan]) => sum + (on >= first && on <= last ? yuan : 0),
      0,
    )
  for (const [rules, first, last] of [
    [asPrinted, '2023-11-23', '2026-11-22'],
    [corrected, '2026-05-23', '2026-08-22'],
  ] as const) {
    const { members } = await membersBy(rules)
    for (const name of names)
      expect(members.get(name)?.scoreMinor, name).toBe(
        100 * (2 * between(name, '2026-08-23', '2026-11-22') + between(name, first, last)),
      )
  }
  // By hand: 2 x 1,000 + 7,000, and 2 x 1,000 + 3,000.
  expect((await membersBy(asPrinted)).members.get('样顶一')?.scoreMinor).toBe(900_000)
  expect((await membersBy(corrected)).members.get('样顶一')?.scoreMinor).toBe(500_000)
})

it('D5: the rows of the matrix add up to the customers of the earlier month, and a cell opens exactly its customers', async () => {
  for (const [fromOn, toOn, before] of [
    // All but those whose first order came in 2026 were customers at the end of 2025.
    ['2025-12-31', '2026-10-31', 7],
    ['2026-04-30', '2026-09-30', 14],
    ['2024-10-31', '2026-10-31', 2],
  ] as const) {
    const migration = { fromOn: day(fromOn), toOn: day(toOn), rules: asPrinted }
    const matrix = await engine.call('analytics.summarizeMigration', migration)
    const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)
    expect(matrix.customersBefore).toBe(before)
    expect(sum(matrix.rows.map(({ customers }) => customers))).toBe(before)
    const known = await engine.call('analytics.listContribution', { asOf: day(fromOn), rules: asPrinted })
    for (const { group, customers, to } of matrix.rows) {
      expect(sum(to)).toBe(customers)
      expect(customers).toBe(known.members.filter(member => member.group === group).length)
    }
    for (const from of [...contributionGroups, 'arrived'] as const)
      for (const to of contributionGroups) {
        const row = from === 'arrived' ? matrix.arrived : matrix.rows.find(one => one.group === from)?.to
        const opened = await engine.call('analytics.openMigrationMembers', {
          ...{ migration, cell: { from, to } },
          sort: { column: 'name', isDescending: false },
        })
        expect(opened.total).toBe(row?.[contributionGroups.indexOf(to)])
        const page = await engine.call('analytics.migrationMembersPage', {
          ...{ listId: opened.listId, start: 0, count: 50 },
        })
        expect(page.map(({ groupBefore, group }) => [groupBefore ?? 'arrived', group])).toEqual(
          Array.from({ length: opened.total }, () => [from, to]),
        )
      }
  }
})
