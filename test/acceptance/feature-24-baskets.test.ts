import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createArchiveFolder } from '#main/archives/archive-folder.ts'
import { type Engine, openEngine } from '#main/engine/open-engine.ts'
import { spawnFileReaderWithFork } from '#main/threads/file-reader-client.ts'
import type { BasketRule } from '#shared/domain/baskets.ts'
import { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { AnalysisMark, MarkMember } from '#shared/domain/mark-members.ts'
import { sized } from '#test/helpers/acceptance-size.ts'
import { makeTestFolder } from '#test/helpers/test-database.ts'

/*
 * Orders of 100,000 buyers, one each: every second has nappies, every third wipes in the same order, and all have soap. Four have a
 * bottle with a brush, which nobody else has: too few to be a rule of five.
 */
const buyers = sized(100_000)
const isOf = {
  纸尿裤: (n: number) => n % 2 === 0,
  湿巾: (n: number) => n % 3 === 0,
  香皂: () => true,
  奶瓶: (n: number) => n < 4,
  奶瓶刷: (n: number) => n < 4,
} as const
type Product = keyof typeof isOf
const products = Object.keys(isOf) as Product[]
const asOf = CalendarDate.parse('2026-11-22')

function orderFile(): string {
  const heading =
    '订单编号,买家会员名,收货人姓名,联系手机,订单状态,订单创建时间,宝贝标题,购买数量,买家实际支付金额'
  const rows = Array.from({ length: buyers }, (_, n) =>
    products
      .filter(product => isOf[product](n))
      .map(
        product =>
          `7${String(n).padStart(11, '0')},buyer_${n},样例${n},13${String(500_000_000 + n)},交易成功,2026-05-10 21:30:00,${product},1,10.00`,
      ),
  )
  return [heading, ...rows.flat()].join('\n')
}

let folder: string
let engine: Engine
const keys = new Map<string, number>()

beforeAll(async () => {
  folder = makeTestFolder()
  const archivePath = path.join(folder, 'A.kehu')
  createArchiveFolder(archivePath, () => undefined)
  engine = await openEngine({ archivePath, appVersion: '0.0.0', spawnFileReader: spawnFileReaderWithFork })
  const file = path.join(folder, '订单.csv')
  fs.writeFileSync(file, orderFile())
  const [accepted] = engine.files.accept([file])
  const { stagingId } = (await engine.run('imports.stage', { fileToken: accepted?.fileToken ?? '' })) as {
    stagingId: string
  }
  const options = { shop: '', isShopConfirmed: true, mapping: {} }
  await engine.run('imports.commit', { stagingId, options, previewRevision: null })
  for (const product of products)
    for (const { productId, name } of await engine.call('analytics.findProducts', { text: product }))
      keys.set(name, productId)
})
afterAll(async () => {
  await engine.close()
  fs.rmSync(folder, { recursive: true })
})

const rulesFrom = async (minimumCount: number) =>
  (
    await engine.call('analytics.findBasketRules', {
      ...{ fromOn: null, asOf, by: 'order', minimumCount, minimumSupport: 0 },
      ...{ minimumConfidence: 0.1, minimumLift: 1, mostItems: 2 },
    })
  ).rules
const rareOf = (rules: readonly BasketRule[]) =>
  rules.find(({ left, right }) => left[0]?.name === '奶瓶' && right.name === '奶瓶刷')

it('a pair that was bought together four times is a rule of at least four, and hidden from five on', async () => {
  const rare = rareOf(await rulesFrom(4))
  expect([rare?.count, rare?.confidence, rare?.lift]).toEqual([4, 1, buyers / 4])
  expect(rareOf(await rulesFrom(5))).toBeUndefined()
})

it('who bought nappies and no wipes are those of a filter made by hand, as many as are written on them', async () => {
  const key = (product: Product) => keys.get(product) ?? 0
  const mark: AnalysisMark = {
    ...{ kind: 'bought', fromOn: null, asOf, isInOneOrder: false },
    ...{ products: [key('纸尿裤')], notProducts: [key('湿巾')] },
  }
  const { listId, total } = await engine.call('analytics.openMarkMembers', {
    mark,
    sort: { column: 'name', isDescending: false },
  })
  const members: MarkMember[] = []
  for (let start = 0; start < total; start += 200)
    members.push(...(await engine.call('analytics.markMembersPage', { listId, start, count: 200 })))
  const byHand = Array.from({ length: buyers }, (_, n) => n).filter(n => n % 2 === 0 && n % 3 !== 0)
  expect(members.map(({ name }) => name).toSorted()).toEqual(byHand.map(n => `样例${n}`).toSorted())
  expect(total).toBe(byHand.length)
})
