import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { undoChangeSet } from '#main/changes/undo.service.ts'
import { createCustomer, deleteCustomers } from '#main/customers/customer.service.ts'
import { getEditHistory } from '#main/customers/history/history.service.ts'
import { purgeCustomers } from '#main/customers/purge.ts'
import { enterFunnel, getFunnelSteps, moveCustomer, removeStep } from '#main/funnel/funnel.service.ts'
import { mergeCustomers } from '#main/identities/merge.service.ts'
import { previewSplit, splitMerge } from '#main/identities/split.service.ts'
import { CalendarDate } from '#shared/domain/calendar-date.ts'
import { proposedSplit } from '#shared/domain/customer-merge.ts'
import type { FunnelMove } from '#shared/domain/funnel.ts'
import { act, draftOf } from '#test/helpers/builders.ts'
import { takeEverythingAlong } from '#test/helpers/round-trip.ts'
import { openTestDatabase } from '#test/helpers/test-database.ts'

let archive: ReturnType<typeof openTestDatabase>
beforeEach(() => {
  archive = openTestDatabase()
})
afterEach(() => archive.close())

const create = (name = '样例甲') => createCustomer(archive.db, draftOf({ name }), act).customerId
const move = (stage: FunnelMove['stage'], on: string, facts: Partial<FunnelMove> = {}): FunnelMove => ({
  ...{ stage, movedOn: CalendarDate.parse(on), note: null },
  ...{ intention: null, intentionReason: null, ability: null, abilityReason: null },
  ...{ demand: null, demandNote: null },
  ...facts,
})
const aim: Pick<FunnelMove, 'intention' | 'intentionReason' | 'ability' | 'abilityReason'> = {
  ...{ intention: 'clear', intentionReason: '问了三次价', ability: 'weak', abilityReason: '要分期' },
}
const go = (customerId: number, to: FunnelMove) => moveCustomer(archive.db, customerId, to, act).changeSetId
const pathOf = (customerId: number) =>
  getFunnelSteps(archive.db, customerId).map(step => `${step.movedOn} ${step.stage}`)
const undo = (changeSetId: number | null) =>
  undoChangeSet(archive.db, {
    ...{ changeSetId: changeSetId ?? 0, edited: 'revert' as const },
    ...{ actor: 'operator', madeAt: act.now },
  })

describe('the way of a customer', () => {
  test('K1: is kept with its days, the newest first; what is judged is kept as it was on each day', () => {
    const id = create()
    go(id, move('analysis', '2026-09-01'))
    go(id, move('prospect', '2026-09-20', { demand: 'large', demandNote: ' 每月 20 箱 ' }))
    go(id, move('target', '2026-10-05', { ...aim, demand: 'large' }))
    expect(pathOf(id)).toEqual(['2026-10-05 target', '2026-09-20 prospect', '2026-09-01 analysis'])
    expect(getFunnelSteps(archive.db, id)[1]).toMatchObject({ demandNote: '每月 20 箱', intention: null })
    expect(getFunnelSteps(archive.db, id)[0]).toMatchObject({ ...aim, note: null })
  })

  test('a move of an earlier day takes its place among the others; the same move twice is none', () => {
    const id = create()
    go(id, move('prospect', '2026-09-20', { demand: 'small' }))
    go(id, move('analysis', '2026-09-01'))
    expect(pathOf(id)).toEqual(['2026-09-20 prospect', '2026-09-01 analysis'])
    expect(go(id, move('prospect', '2026-10-01', { demand: 'small' }))).toBeNull()
    expect(go(id, move('prospect', '2026-10-01', { demand: 'medium' }))).not.toBeNull()
  })

  test('K1 to K3: a move with gaps, of a day to come, or of nobody is refused, and nothing is noted', () => {
    const id = create()
    expect(() => go(id, move('target', '2026-10-05', { ...aim, ability: null }))).toThrow('invalid-request')
    expect(() => go(id, move('prospect', '2026-10-05'))).toThrow('invalid-request')
    expect(() => go(id, move('analysis', '2026-11-22'))).toThrow('invalid-request')
    expect(() => go(id + 1, move('analysis', '2026-10-05'))).toThrow('not-found')
    deleteCustomers(archive.db, [id], act)
    expect(() => go(id, move('analysis', '2026-10-05'))).toThrow('not-found')
    expect(pathOf(id)).toEqual([])
  })

  test('many are put into the first stage at once; who stands in a stage stays, who left comes back; one undo takes all back', () => {
    const [a, b, c] = [create('甲'), create('乙'), create('丙')]
    go(b, move('prospect', '2026-09-20', { demand: 'small' }))
    go(c, move('left', '2026-09-20', { note: '已停业' }))
    const done = enterFunnel(archive.db, [a, b, c, a], act)
    expect(done.entered).toBe(2)
    expect([pathOf(a), pathOf(b)]).toEqual([['2026-11-21 analysis'], ['2026-09-20 prospect']])
    expect(pathOf(c)[0]).toBe('2026-11-21 analysis')
    expect(enterFunnel(archive.db, [a, b, c], act)).toEqual({ changeSetId: null, entered: 0 })
    undo(done.changeSetId)
    expect([pathOf(a), pathOf(c)]).toEqual([[], ['2026-09-20 left']])
  })

  test('moving and removing are taken back, and taken back again', () => {
    const id = create()
    const moved = go(id, move('analysis', '2026-09-01'))
    const removed = removeStep(archive.db, getFunnelSteps(archive.db, id)[0]?.funnelStepId ?? 0, act)
    expect(pathOf(id)).toEqual([])
    undo(removed.changeSetId)
    expect(pathOf(id)).toEqual(['2026-09-01 analysis'])
    const undone = undo(moved)
    expect(pathOf(id)).toEqual([])
    undo(undone.changeSetId)
    expect(pathOf(id)).toEqual(['2026-09-01 analysis'])
    expect(() => removeStep(archive.db, 99, act)).toThrow('not-found')
  })

  test('stands in the history of the file', () => {
    const id = create()
    go(id, move('target', '2026-09-01', aim))
    removeStep(archive.db, 1, act)
    expect(
      getEditHistory(archive.db, id, 9).entries.map(({ kind, lines }) => [
        ...[kind, lines[0]?.subject.of, lines[0]?.before, lines[0]?.after],
      ]),
    ).toEqual([
      ['funnel-step-removed', 'funnel', 'target-weak', null],
      ['funnel-moved', 'funnel', null, 'target-weak'],
      ['customer-created', 'file', null, null],
    ])
  })

  test('goes along in a merge in the order of its days; a split gives each file its own back', () => {
    const [survivorId, otherId] = [create('样例甲'), create('样例乙')]
    go(survivorId, move('analysis', '2026-09-01'))
    go(survivorId, move('prospect', '2026-10-01', { demand: 'small' }))
    go(otherId, move('analysis', '2026-09-15'))
    mergeCustomers(archive.db, { survivorId, otherIds: [otherId], sources: {}, importBatchId: null }, act)
    go(survivorId, move('target', '2026-11-01', aim))
    expect(pathOf(survivorId)).toEqual([
      ...['2026-11-01 target', '2026-10-01 prospect', '2026-09-15 analysis', '2026-09-01 analysis'],
    ])
    const preview = previewSplit(archive.db, 1)
    expect(preview.returning['funnel-step']).toBe(1)
    expect(preview.later.map(({ kind, day }) => [kind, day])).toEqual([['funnel-step', '2026-11-01']])
    splitMerge(archive.db, { mergeId: 1, choices: proposedSplit }, act)
    expect(pathOf(survivorId)).toEqual(['2026-11-01 target', '2026-10-01 prospect', '2026-09-01 analysis'])
    expect(pathOf(otherId)).toEqual(['2026-09-15 analysis'])
  })

  test('goes for good with a customer who is purged, without a word of it left in the change log', () => {
    const [id, other] = [create('甲'), create('乙')]
    go(id, move('left', '2026-09-01', { note: '不可外传' }))
    removeStep(archive.db, 1, act)
    go(id, move('left', '2026-09-02', { note: '不可外传' }))
    go(other, move('analysis', '2026-09-01'))
    deleteCustomers(archive.db, [id], act)
    purgeCustomers(archive.db, [id], act)
    const rows = archive.readable.prepareRead('SELECT before, after FROM change').all()
    expect(JSON.stringify(rows)).not.toContain('不可外传')
    expect(archive.readable.prepareRead('SELECT customer_id FROM funnel_step').all()).toEqual([
      { customer_id: other },
    ])
  })

  test('is in the export of everything, and comes back from it', async () => {
    const id = create()
    go(id, move('target', '2026-09-01', { ...aim, demand: 'large', note: '展会上认识' }))
    const target = openTestDatabase()
    await takeEverythingAlong(archive.readable, target.db)
    expect(getFunnelSteps(target.db, id)).toEqual(getFunnelSteps(archive.db, id))
    target.close()
  })
})
