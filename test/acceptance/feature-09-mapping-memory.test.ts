import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createArchiveFolder } from '#main/archives/archive-folder.ts'
import { type Engine, openEngine } from '#main/engine/open-engine.ts'
import { spawnFileReaderWithFork } from '#main/threads/file-reader-client.ts'
import type { ImportOutcome } from '#shared/contract/imports.contract.ts'
import type { ImportPlanOptions } from '#shared/domain/import-batch.ts'
import { sized } from '#test/helpers/acceptance-size.ts'
import { makeTestFolder } from '#test/helpers/test-database.ts'

let folder: string
let engine: Engine
const ordersPerMonth = sized(20_000)

const openArchive = () =>
  openEngine({
    archivePath: path.join(folder, 'A.kehu'),
    appVersion: '0.0.0',
    spawnFileReader: spawnFileReaderWithFork,
  })

beforeAll(async () => {
  folder = makeTestFolder()
  createArchiveFolder(path.join(folder, 'A.kehu'), () => undefined)
  engine = await openArchive()
}, 60_000)
afterAll(async () => {
  await engine.close()
  fs.rmSync(folder, { recursive: true })
})

/** What each column holds for the n-th order of a month. */
const values: Readonly<Record<string, (id: string, month: number, n: number) => string>> = {
  订单编号: id => id,
  下单时间: (_, month, n) => `2024-0${month}-${String(1 + (n % 28)).padStart(2, '0')} 10:00:00`,
  买家账号: (_, __, n) => `buyer${n % 997}`,
  收货人: (_, __, n) => `样例客${n % 997}`,
  商品: (_, __, n) => `样例商品${n % 13}`,
  数量: () => '1',
  实付: (_, __, n) => `${10 + (n % 90)}.00`,
  口味: (_, __, n) => (n % 2 === 0 ? '原味' : '咸味'),
  导购: (_, __, n) => `店员${n % 3}`,
  赠品: (_, __, n) => (n % 5 === 0 ? '茶匙' : ''),
}

function writeMonth(fileName: string, prefix: string, month: number, headings: readonly string[]): string {
  const lines = Array.from({ length: ordersPerMonth }, (_, n) =>
    headings.map(heading => values[heading]?.(`${prefix}${month}-${n}`, month, n) ?? '').join(','),
  )
  const filePath = path.join(folder, fileName)
  fs.writeFileSync(filePath, `${headings.join(',')}\n${lines.join('\n')}\n`)
  return filePath
}

async function stage(filePath: string): Promise<string> {
  const { fileToken } = engine.files.register(filePath)
  return ((await engine.run('imports.stage', { fileToken })) as { stagingId: string }).stagingId
}

async function look(stagingId: string, options: ImportPlanOptions = {}) {
  const shown = await engine.call('imports.preview', { stagingId, options })
  return { shown, fields: Object.fromEntries(shown.columns.map(({ header, field }) => [header, field])) }
}

const commit = async (stagingId: string, options: ImportPlanOptions) =>
  (await engine.run('imports.commit', { stagingId, options, previewRevision: null })) as ImportOutcome

const headings = ['订单编号', '下单时间', '买家账号', '收货人', '商品', '数量', '实付', '口味', '导购']
const first: ImportPlanOptions = {
  platform: '样例平台',
  shop: '样例甲店',
  // Two columns go elsewhere than anybody would guess.
  mapping: { '7': 'productAttributes', '8': 'orderNote' },
}

test('a mapping once made is taken for the next file of that shop, also after a restart; only what is new is asked', async () => {
  const march = await stage(writeMonth('样例甲店订单3月.csv', 'A', 3, headings))
  expect((await look(march)).shown.questions).toContain('choose-shop')
  expect(await commit(march, first)).toMatchObject({ rows: ordersPerMonth, rejected: 0 })
  await engine.close()
  engine = await openArchive()

  const reordered = [
    '实付',
    '导购',
    '订单编号',
    '收货人',
    '赠品',
    '口味',
    '数量',
    '下单时间',
    '买家账号',
    '商品',
  ]
  const april = await stage(writeMonth('样例甲店订单4月.csv', 'A', 4, reordered))
  const { shown, fields } = await look(april)
  expect(shown).toMatchObject({ kind: 'orders', platform: '样例平台', shop: '样例甲店', missingFields: [] })
  expect(shown.questions).toEqual(['new-columns'])
  expect(shown.recalled?.newColumns).toEqual([4])
  expect(fields).toEqual({
    订单编号: 'orderNumber',
    下单时间: 'orderedAt',
    买家账号: 'buyerId',
    收货人: 'name',
    商品: 'productTitle',
    数量: 'quantity',
    实付: 'orderPaid',
    口味: 'productAttributes',
    导购: 'orderNote',
    赠品: null,
  })
  expect((await look(april, { mapping: { '4': null } })).shown.questions).toEqual([])
  const outcome = await commit(april, { mapping: { '4': null } })
  expect(outcome).toMatchObject({ rows: ordersPerMonth, created: ordersPerMonth, rejected: 0 })

  const may = await stage(writeMonth('样例甲店订单5月.csv', 'A', 5, reordered))
  expect((await look(may)).shown.questions).toEqual([])
  await engine.call('imports.discard', { stagingId: may })
}, 600_000)

test('the file of another shop is not taken for it, and keeps a mapping of its own', async () => {
  const other = await stage(writeMonth('样例乙店订单4月.csv', 'B', 4, headings))
  const { shown } = await look(other)
  expect(shown.shop).toBeNull()
  expect(shown.questions).toEqual(['choose-shop'])
  const second: ImportPlanOptions = {
    platform: '样例平台',
    shop: '样例乙店',
    mapping: { '7': 'productCategory', '8': null },
  }
  expect(await commit(other, second)).toMatchObject({ created: ordersPerMonth, rejected: 0 })

  const ofFirst = await look(await stage(writeMonth('样例甲店订单6月.csv', 'A', 6, headings)))
  expect(ofFirst.shown).toMatchObject({ shop: '样例甲店', questions: [] })
  expect(ofFirst.fields).toMatchObject({ 口味: 'productAttributes', 导购: 'orderNote' })
  const ofSecond = await look(await stage(writeMonth('样例乙店订单5月.csv', 'B', 5, headings)))
  expect(ofSecond.shown).toMatchObject({ shop: '样例乙店', questions: [] })
  expect(ofSecond.fields).toMatchObject({ 口味: 'productCategory', 导购: null })
  const ofNobody = await look(await stage(writeMonth('7月.csv', 'C', 7, headings)))
  expect(ofNobody.shown.questions).toEqual(['choose-shop'])
  expect(ofNobody.shown.recalled?.possibleShops).toHaveLength(2)
}, 600_000)
