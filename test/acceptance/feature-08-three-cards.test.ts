import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createArchiveFolder } from '#main/archives/archive-folder.ts'
import { type Engine, openEngine } from '#main/engine/open-engine.ts'
import { spawnFileReaderWithFork } from '#main/threads/file-reader-client.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { addDays, type CalendarDate } from '#shared/domain/calendar-date.ts'
import type { CardSuggestion } from '#shared/domain/card.ts'
import { dayIn } from '#shared/domain/day-in.ts'
import type { FieldValues } from '#shared/domain/field-value.ts'
import { draftOf } from '#test/helpers/builders.ts'
import { makeTestFolder } from '#test/helpers/test-database.ts'

/** The lead has looked at a pram at the fair and buys it forty days before today. */
const lead = { name: '林样一', phone: '13800001107' }
const today = dayIn('Asia/Shanghai', new Date())
const boughtOn = addDays(today, -40)

let folder: string
let engine: Engine
let customerId: number
let archiveNumber: string
let answers: FieldValues

beforeAll(async () => {
  folder = makeTestFolder()
  const archivePath = path.join(folder, 'A.kehu')
  createArchiveFolder(archivePath, () => undefined)
  engine = await openEngine({ archivePath, appVersion: '0.0.0', spawnFileReader: spawnFileReaderWithFork })
})
afterAll(async () => {
  await engine.close()
  fs.rmSync(folder, { recursive: true })
})

/** Drops a shop's order list with one order of the lead. */
async function importOrder(orderNumber: string, orderedOn: CalendarDate) {
  const file = path.join(folder, `${orderNumber}.csv`)
  const head = '订单编号,收货人姓名,联系手机,订单创建时间,买家实际支付金额,宝贝标题'
  fs.writeFileSync(
    file,
    `${head}\r\n${orderNumber},${lead.name},${lead.phone},${orderedOn} 09:30:00,680.00,样例婴儿车\r\n`,
  )
  const [accepted] = engine.files.accept([file])
  const { stagingId } = (await engine.run('imports.stage', { fileToken: accepted?.fileToken ?? '' })) as {
    stagingId: string
  }
  const options = { shop: '', isShopConfirmed: true }
  return engine.run('imports.commit', { stagingId, options, previewRevision: null })
}

const file = () => engine.call('customers.get', { customerId, orderLimit: 10 })
const waiting = async () => (await engine.call('cards.countSuggestions', {})).counts
const confirm = (suggestion: CardSuggestion, stopReason: 'moved' | null = null) =>
  engine.call('cards.confirm', { suggestion, customers: { all: true, except: [] }, stopReason, note: null })

it('a 潜在客户调查卡 is made with answers in fields of the shop’s own', async () => {
  const { groups } = await engine.call('fields.list', {})
  const groupId = groups.find(group => group.isOn && group.customerKind !== 'company')?.groupId ?? 0
  const add = async (name: string, valueKind: 'text' | 'day') => {
    const field = { name, valueKind, isRequired: false, defaultValue: null, options: [] }
    return (await engine.call('fields.add', { groupId, field })).fieldId
  }
  const intention = await add('购买意向', 'text')
  const nextStep = await add('下次联系', 'day')
  answers = { [intention]: '展会上看过样例婴儿车，等发工资', [nextStep]: boughtOn }
  const made = await engine.call('customers.create', {
    draft: draftOf({
      ...{ cardType: 'lead', name: lead.name, source: '展会', fields: answers },
      contactPoints: [{ kind: 'phone', value: lead.phone }],
    }),
  })
  ;({ customerId, archiveNumber } = made)
  expect(await file()).toMatchObject({ cardType: 'lead', archiveNumber, source: '展会', fields: answers })
  expect(await waiting()).toEqual({ 'first-order': 0, idle: 0, 'back-again': 0 })
})

it('the first order, imported from a file, only proposes 现有客户卡', async () => {
  await importOrder('K1', boughtOn)
  expect((await file()).cardType).toBe('lead')
  expect(await waiting()).toEqual({ 'first-order': 1, idle: 0, 'back-again': 0 })
  const { listId, total } = await engine.call('cards.openSuggestions', { suggestion: 'first-order' })
  const rows = await engine.call('customers.listPage', { listId, start: 0, count: total })
  expect(rows.map(row => row?.archiveNumber)).toEqual([archiveNumber])
})

it('confirmed, it is a 现有客户卡 with the same archive number and all answers', async () => {
  expect((await confirm('first-order')).turned).toBe(1)
  expect(await file()).toMatchObject({
    ...{ cardType: 'active', archiveNumber, source: '展会', fields: answers, allOrderCount: 1 },
  })
  expect(await waiting()).toEqual({ 'first-order': 0, idle: 0, 'back-again': 0 })
})

it('after the set idle days it is proposed as 旧客户卡, and not without a reason', async () => {
  const { currency: _, ...settings } = await engine.call('settings.get', {})
  await engine.call('settings.save', { ...settings, idleDays: 40 })
  expect((await waiting()).idle, 'the fortieth day is not yet over').toBe(0)
  await engine.call('settings.save', { ...settings, idleDays: 39 })
  expect((await waiting()).idle).toBe(1)
  await expect(confirm('idle')).rejects.toThrow(new AppError('stop-reason-missing'))
  expect((await file()).cardType).toBe('active')
})

it('with its reason it is turned, and the list of why customers stopped counts it', async () => {
  expect(await engine.call('cards.stopReasons', {})).toEqual({ total: 0, reasons: [] })
  expect((await confirm('idle', 'moved')).turned).toBe(1)
  expect(await engine.call('cards.stopReasons', {})).toEqual({
    total: 1,
    reasons: [{ stopReason: 'moved', count: 1 }],
  })
  expect(await file()).toMatchObject({ cardType: 'former', archiveNumber, fields: answers })
  const { changes } = await engine.call('cards.history', { customerId })
  expect(changes).toMatchObject([
    { before: 'active', after: 'former', changedOn: today, stopReason: 'moved' },
    { before: 'lead', after: 'active', changedOn: today, stopReason: null },
  ])
})

it('an order of the day on which trade stopped proposes nothing; turned back by hand, the step can be undone', async () => {
  await importOrder('K2', today)
  expect((await waiting())['back-again']).toBe(0)
  const { changeSetId } = await engine.call('cards.turn', {
    customerIds: [customerId],
    turn: { cardType: 'active', changedOn: null, stopReason: null, note: null },
  })
  expect((await engine.call('cards.stopReasons', {})).total).toBe(0)
  await engine.call('changes.undo', { changeSetId: changeSetId ?? 0 })
  expect((await file()).cardType).toBe('former')
  expect((await engine.call('cards.stopReasons', {})).total).toBe(1)
})
