import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createArchiveFolder } from '#main/archives/archive-folder.ts'
import { undoChangeSet } from '#main/changes/undo.service.ts'
import { createCustomer, deleteCustomers } from '#main/customers/customer.service.ts'
import { purgeCustomers } from '#main/customers/purge.ts'
import { openEngine } from '#main/engine/open-engine.ts'
import { mergeCustomers } from '#main/identities/merge.service.ts'
import { addPlan, listPlans, removePlan, savePlan } from '#main/plans/plan.service.ts'
import { listStatedValues, stateSource } from '#main/quality/field-source.service.ts'
import { saveArchiveSettings } from '#main/settings/setting.service.ts'
import { spawnFileReaderWithFork } from '#main/threads/file-reader-client.ts'
import { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { CollectionPlanDraft } from '#shared/domain/collection-plan.ts'
import { unstated } from '#shared/domain/field-source.ts'
import { act, draftOf } from '#test/helpers/builders.ts'
import { makeTestFolder, openTestDatabase, type TestDatabase } from '#test/helpers/test-database.ts'

let archive: TestDatabase
beforeEach(() => {
  archive = openTestDatabase()
})
afterEach(() => archive.close())

const survey: CollectionPlanDraft = {
  goal: '弄清老客户为什么不再买',
  kinds: '常买品牌、看法',
  scope: '近一年有订单',
  targetGroup: '沉睡客户',
  methodOptionId: null,
  people: '样例店员',
  fromOn: CalendarDate.parse('2026-11-01'),
  toOn: CalendarDate.parse('2026-11-30'),
}
const teacher = () => createCustomer(archive.db, draftOf({ occupation: '教师' }), act).customerId
const subject = { of: 'card' as const, field: 'occupation' as const }
const state = (customerId: number, planId: number) =>
  stateSource(archive.db, { customerId, subject, source: { ...unstated, planId } }, act)
const planOf = (customerId: number) =>
  listStatedValues(archive.db, customerId).map(({ source }) => source.planId)
const undo = (changeSetId: number | null) =>
  undoChangeSet(archive.db, {
    ...{ changeSetId: changeSetId ?? 0, edited: 'revert', actor: 'operator', madeAt: act.now },
  }).changeSetId

test('B4: a plan holds goal, kinds, scope, group, method, people and days; it is changed and taken back', () => {
  const { planId } = addPlan(archive.db, survey, act)
  expect(listPlans(archive.db)).toEqual([{ planId, plan: survey, valueCount: 0 }])
  expect(savePlan(archive.db, planId, survey, act)).toEqual({ changeSetId: null })
  const { changeSetId } = savePlan(archive.db, planId, { ...survey, goal: '新品意见', scope: '  ' }, act)
  expect(listPlans(archive.db)[0]?.plan).toEqual({ ...survey, goal: '新品意见', scope: null })
  undo(changeSetId)
  expect(listPlans(archive.db)[0]?.plan).toEqual(survey)
  expect(() => savePlan(archive.db, 99, survey, act)).toThrow('not-found')
})

test('B4: a collected value points to its plan; removing the plan takes that off, one undo brings both back', () => {
  const { planId } = addPlan(archive.db, survey, act)
  const [one, other] = [teacher(), teacher()]
  state(one, planId)
  state(other, planId)
  expect(planOf(one)).toEqual([planId])
  expect(listPlans(archive.db)[0]?.valueCount).toBe(2)
  const { changeSetId } = removePlan(archive.db, planId, act)
  expect(listPlans(archive.db)).toEqual([])
  expect(planOf(one)).toEqual([null])
  const undone = undo(changeSetId)
  expect(listPlans(archive.db)).toEqual([{ planId, plan: survey, valueCount: 2 }])
  expect(planOf(other)).toEqual([planId])
  undo(undone)
  expect(planOf(other)).toEqual([null])
})

test('a plan that is gone cannot be named, and one that values name is not taken back from under them', () => {
  const { planId, changeSetId } = addPlan(archive.db, survey, act)
  const customerId = teacher()
  const stated = state(customerId, planId)
  expect(() => undo(changeSetId)).toThrow('undo-blocked')
  undo(stated.changeSetId)
  undo(changeSetId)
  expect(listPlans(archive.db)).toEqual([])
  expect(() => state(customerId, planId)).toThrow('not-found')
})

test('a plan goes along in a merge and stays when the customer is deleted for good', () => {
  const { planId } = addPlan(archive.db, survey, act)
  const survivor = createCustomer(archive.db, draftOf({ name: '样例乙' }), act).customerId
  const other = teacher()
  state(other, planId)
  mergeCustomers(
    archive.db,
    { survivorId: survivor, otherIds: [other], sources: { occupation: other }, importBatchId: null },
    act,
  )
  expect(planOf(survivor)).toEqual([planId])
  const gone = teacher()
  state(gone, planId)
  deleteCustomers(archive.db, [gone], act)
  purgeCustomers(archive.db, [gone], act)
  expect(listPlans(archive.db)).toEqual([{ planId, plan: survey, valueCount: 1 }])
})

test('plans leave with everything and come back with it', async () => {
  const folder = makeTestFolder()
  const open = (name: string) => {
    createArchiveFolder(path.join(folder, name), db => saveArchiveSettings(db, { currency: 'CNY' }))
    const archivePath = path.join(folder, name)
    return openEngine({ archivePath, appVersion: '0', spawnFileReader: spawnFileReaderWithFork })
  }
  const engine = await open('甲.kehu')
  const { planId } = await engine.call('plans.add', { plan: survey })
  const { customerId } = await engine.call('customers.create', { draft: draftOf({ occupation: '教师' }) })
  await engine.call('quality.stateSource', { customerId, subject, source: { ...unstated, planId } })
  const target = path.join(folder, '全部')
  const { targetToken } = engine.files.registerTarget(target, false)
  await engine.run('exports.writeEverything', { targetToken, language: 'zh-CN' })
  await engine.close()
  const empty = await open('乙.kehu')
  await empty.run('exports.restoreWhole', {
    targetToken: empty.files.registerTarget(target, false).targetToken,
  })
  expect(await empty.call('plans.list', {})).toEqual({ plans: [{ planId, plan: survey, valueCount: 1 }] })
  const [stated] = await empty.call('quality.statedValues', { customerId })
  expect(stated?.source.planId).toBe(planId)
  await empty.close()
  fs.rmSync(folder, { recursive: true })
})
