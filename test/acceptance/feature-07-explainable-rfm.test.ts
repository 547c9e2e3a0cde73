import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createArchiveFolder } from '#main/archives/archive-folder.ts'
import { type Engine, openEngine } from '#main/engine/open-engine.ts'
import { spawnFileReaderWithFork } from '#main/threads/file-reader-client.ts'
import { scoreSentences } from '#renderer/i18n/score-words.ts'
import { addDays, addMonths, CalendarDate, daysBetween } from '#shared/domain/calendar-date.ts'
import { makeTranslate, translateCode } from '#shared/i18n/translate.ts'
import { makeTestFolder } from '#test/helpers/test-database.ts'

/** Ids by name and what everybody bought, in yuan, by day. */
type Shop = Readonly<Record<string, Readonly<Record<string, number>>>>
const asOf = CalendarDate.parse('2026-11-22')
const ago = (days: number) => addDays(asOf, -days)

/** Twelve customers with one to six orders. */
const twelve: Shop = Object.fromEntries(
  Array.from({ length: 12 }, (_, at) => [
    `样例${at}`,
    Object.fromEntries(
      Array.from({ length: 1 + (at % 6) }, (__, nth) => [ago(10 + 25 * at + 40 * nth), 50 + 30 * at]),
    ),
  ]),
)

/** Fifty customers of whom thirty bought once, the others two to six times. */
const mostlyOnce: Shop = Object.fromEntries(
  Array.from({ length: 50 }, (_, at) => [
    `示例${at}`,
    Object.fromEntries(
      Array.from({ length: at < 30 ? 1 : 2 + (at % 5) }, (__, nth) => [
        ago(3 + 7 * at + 31 * nth),
        20 + 9 * at,
      ]),
    ),
  ]),
)

let folder: string
const engines: Engine[] = []

/** Imports what was bought as a shop's own list of orders. */
async function openShop(shop: Shop, name: string) {
  const archivePath = path.join(folder, `${name}.kehu`)
  createArchiveFolder(archivePath, () => undefined)
  const engine = await openEngine({
    archivePath,
    appVersion: '0.0.0',
    spawnFileReader: spawnFileReaderWithFork,
  })
  engines.push(engine)
  const lines = Object.entries(shop).flatMap(([person, orders], at) =>
    Object.entries(orders).map(
      ([orderedOn, yuan], nth) =>
        `7${at}0${nth}0,${person},13800${String(10_000 + at)}0,${orderedOn} 09:30:00,${yuan}.00`,
    ),
  )
  const file = path.join(folder, `${name}.csv`)
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
  return engine
}

const analysisOn = (day: CalendarDate) => ({
  ...{ asOf: day, period: { kind: 'all' as const }, ruleSetCode: 'ten-segments' },
})
const scoresOn = async (engine: Engine, day: CalendarDate) =>
  engine.call('analytics.listScores', { analysis: analysisOn(day), ruleSet: null })

let small: Engine
let large: Engine
beforeAll(async () => {
  folder = makeTestFolder()
  small = await openShop(twelve, 'twelve')
  large = await openShop(mostlyOnce, 'once')
})
afterAll(async () => {
  for (const engine of engines) await engine.close()
  fs.rmSync(folder, { recursive: true })
})

it('D1: a shop with 12 customers works: everybody has scores and one segment, and the segments are all customers', async () => {
  const { analysis, members } = await scoresOn(small, asOf)
  expect(members).toHaveLength(12)
  for (const { r, f, m } of members) for (const score of [r, f, m]) expect([1, 2, 3, 4, 5]).toContain(score)
  expect(analysis.segments.reduce((sum, segment) => sum + segment.customerCount, 0)).toBe(12)
  for (const segment of analysis.segments)
    expect(members.filter(member => member.segmentCode === segment.code)).toHaveLength(segment.customerCount)
})

it('D1: where 60 % bought once, all with equally many orders share their F score', async () => {
  const { members, analysis } = await scoresOn(large, asOf)
  expect(members.filter(({ orderCount }) => orderCount === 1)).toHaveLength(30)
  const scores = new Map<number, Set<number | null>>()
  for (const { orderCount, f } of members)
    scores.set(orderCount, (scores.get(orderCount) ?? new Set()).add(f))
  expect([...scores.values()].map(of => of.size)).toEqual(Array.from(scores, () => 1))
  expect([...(scores.get(1) ?? [])]).toEqual([1])
  expect(analysis.segments.reduce((sum, segment) => sum + segment.customerCount, 0)).toBe(50)
})

it('D1: the sentences of every customer can be reckoned again on paper', async () => {
  const { members } = await scoresOn(small, asOf)
  const translation = {
    t: makeTranslate('zh-CN'),
    tCode: (key: string, values = {}) => translateCode('zh-CN', key, values),
    language: 'zh-CN' as const,
  }
  for (const { customerId, name } of members) {
    const orders = Object.entries(twelve[name] ?? {})
    const last =
      orders
        .map(([day]) => day)
        .toSorted()
        .at(-1) ?? ''
    const days = daysBetween(CalendarDate.parse(last), asOf)
    const spend = orders.reduce((sum, [, yuan]) => sum + yuan, 0)
    const explained = await small.call('analytics.explainCustomer', {
      customerId,
      analysis: analysisOn(asOf),
    })
    expect(explained).toMatchObject({
      lastOn: last,
      recencyDays: { value: days },
      orderCount: { value: orders.length },
      spendMinor: { value: 100 * spend },
    })
    for (const part of [explained.recencyDays, explained.orderCount, explained.spendMinor]) {
      if (!part) throw new Error('everybody bought')
      expect(part.value).toBeGreaterThanOrEqual(part.lowerLimit ?? Number.NEGATIVE_INFINITY)
      expect(part.value).toBeLessThanOrEqual(part.upperLimit ?? Number.POSITIVE_INFINITY)
    }
    const [r, f, m] = scoreSentences(translation, explained, { kind: 'all' }, 'CNY').map(({ text }) => text)
    expect(r).toContain(String(days))
    expect(f).toContain(String(orders.length))
    expect(m).toContain(`${spend.toLocaleString('en-US')}.00`)
  }
})

it('D1: six months earlier the values are those of then, and who came later is not there yet', async () => {
  const then = addMonths(asOf, -6)
  const { members, analysis } = await scoresOn(large, then)
  const bought = Object.entries(mostlyOnce)
    .map(([name, orders]) => [name, Object.entries(orders).filter(([day]) => day <= then)] as const)
    .filter(([, orders]) => orders.length > 0)
  expect(members.map(({ name }) => name).toSorted()).toEqual(bought.map(([name]) => name).toSorted())
  expect(members.length).toBeLessThan(50)
  expect(analysis.customerCount).toBe(bought.length)
  const now = new Map((await scoresOn(large, asOf)).members.map(member => [member.name, member]))
  for (const [name, orders] of bought) {
    const member = members.find(one => one.name === name)
    expect(member).toMatchObject({
      orderCount: orders.length,
      spendMinor: 100 * orders.reduce((sum, [, yuan]) => sum + yuan, 0),
    })
    expect(member?.spendMinor).toBeLessThanOrEqual(now.get(name)?.spendMinor ?? 0)
  }
  expect(members.some(({ name, recencyDays }) => recencyDays !== now.get(name)?.recencyDays)).toBe(true)
})
