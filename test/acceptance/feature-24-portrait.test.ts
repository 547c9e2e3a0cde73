import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createArchiveFolder } from '#main/archives/archive-folder.ts'
import { type Engine, openEngine } from '#main/engine/open-engine.ts'
import { spawnFileReaderWithFork } from '#main/threads/file-reader-client.ts'
import { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { Portrait, PortraitSection } from '#shared/domain/portrait.ts'
import type { RfmRequest } from '#shared/domain/rfm-analysis.ts'
import { makeTestFolder } from '#test/helpers/test-database.ts'

/** Seven of nine orders of nappies between 21 and 23 o'clock; somebody else bought once. */
const times = ['21:05', '21:40', '22:10', '22:59', '21:00', '22:30', '21:15', '23:00', '09:30']
const analysis: RfmRequest = {
  ...{ asOf: CalendarDate.parse('2026-11-22'), period: { kind: 'all' }, ruleSetCode: 'ten-segments' },
}
let folder: string
let engine: Engine

beforeAll(async () => {
  folder = makeTestFolder()
  const archivePath = path.join(folder, 'A.kehu')
  createArchiveFolder(archivePath, () => undefined)
  engine = await openEngine({ archivePath, appVersion: '0.0.0', spawnFileReader: spawnFileReaderWithFork })
  const file = path.join(folder, 'orders.csv')
  const line = (number: string, name: string, phone: string, at: string, title: string) =>
    [number, name, phone, `${at}:00`, '59.00', title].join()
  const lines = [
    '订单编号,收货人姓名,联系手机,订单创建时间,买家实际支付金额,宝贝标题',
    ...times.map((time, index) =>
      line(`N${index + 1}`, '林样一', '13800001107', `2026-0${index + 1}-15 ${time}`, '纸尿裤大号'),
    ),
    line('O1', '样例乙', '13900002208', '2026-03-03 12:00', '样例奶瓶'),
  ]
  fs.writeFileSync(file, `${lines.join('\r\n')}\r\n`)
  const [accepted] = engine.files.accept([file])
  const { stagingId } = (await engine.run('imports.stage', { fileToken: accepted?.fileToken ?? '' })) as {
    stagingId: string
  }
  const options = { shop: '', isShopConfirmed: true }
  await engine.run('imports.commit', { stagingId, options, previewRevision: null })
  await engine.whenIndexed()
})
afterAll(async () => {
  await engine.close()
  fs.rmSync(folder, { recursive: true })
})

async function portraitOf(name: string): Promise<Portrait> {
  const { hits } = await engine.call('search.customers', { text: name, limit: 5 })
  const customerId = hits[0]?.customer.customerId ?? 0
  return engine.call('analytics.getPortrait', { of: { kind: 'customer', customerId }, analysis })
}

const sentencesOf = (portrait: Portrait, wanted: PortraitSection) =>
  portrait.sections.find(({ section }) => section === wanted)?.sentences ?? []

it('nine orders of nappies, seven of them between 21 and 23, are told so and lead to those seven rows', async () => {
  const portrait = await portraitOf('林样一')
  const what = sentencesOf(portrait, 'what').find(({ code }) => code === 'product')
  expect(what?.values).toEqual({ name: '纸尿裤大号', count: 9, orderCount: 9, shareRate: 1 })
  const hours = sentencesOf(portrait, 'when').find(({ code }) => code === 'hours')
  expect(hours?.values).toEqual({ orderCount: 9, fromHour: 21, toHour: 23, count: 7 })
  if (hours?.evidence?.kind !== 'orders') throw new Error('the sentence rests on orders')
  const { ids } = hours.evidence
  const { orders } = await engine.call('analytics.getPortraitRows', { kind: 'orders', ids })
  expect(orders.map(({ orderNumber }) => orderNumber)).toEqual(['N7', 'N6', 'N5', 'N4', 'N3', 'N2', 'N1'])
  expect(orders.map(({ orderedAtLocal }) => orderedAtLocal.slice(11, 16))).toEqual(
    times.slice(0, 7).reverse(),
  )
  expect(orders.every(({ items }) => items.includes('纸尿裤大号'))).toBe(true)
})

it('of one order the portrait says 数据不足 and nothing else', async () => {
  const portrait = await portraitOf('样例乙')
  expect(portrait.isTooFew).toBe(true)
  for (const section of ['what', 'when', 'price'] as const)
    expect(sentencesOf(portrait, section)[0]).toMatchObject({
      ...{ code: 'too-few', values: { orderCount: 1, least: 5 } },
    })
})

it('a pair that was bought together fewer times than the least is not shown', async () => {
  const asked = {
    ...{
      fromOn: null,
      asOf: analysis.asOf,
      by: 'customer' as const,
      minimumSupport: 0,
      minimumConfidence: 0,
    },
    ...{ minimumLift: 0, mostItems: 2, minimumCount: 2 },
  }
  expect((await engine.call('analytics.findBasketRules', asked)).rules).toEqual([])
})
