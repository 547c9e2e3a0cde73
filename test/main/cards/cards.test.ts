import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { countStopReasons } from '#main/cards/card.queries.ts'
import { addWinBack, getCardHistory, removeWinBack, turnCards } from '#main/cards/card.service.ts'
import {
  confirmSuggestion,
  countSuggestions,
  dismissSuggestion,
  listSuggestions,
} from '#main/cards/card-suggestion.service.ts'
import { undoChangeSet } from '#main/changes/undo.service.ts'
import { createCustomer, editCustomer, getCustomerFile } from '#main/customers/customer.service.ts'
import { mergeCustomers } from '#main/identities/merge.service.ts'
import { refreshCustomerTotals } from '#main/orders/customer-total.service.ts'
import { saveArchiveSettings } from '#main/settings/setting.service.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { CardSuggestion, CardTurn } from '#shared/domain/card.ts'
import { act, draftOf, dumpArchive, insertOrder } from '#test/helpers/builders.ts'
import { openTestDatabase } from '#test/helpers/test-database.ts'

let test_: ReturnType<typeof openTestDatabase>
beforeEach(() => {
  test_ = openTestDatabase()
})
afterEach(() => test_.close())

const day = (text: string) => CalendarDate.parse(text)
const everybody = { all: true as const, except: [] }
const create = (cardType: 'lead' | 'active' | 'former' = 'active') =>
  createCustomer(test_.db, draftOf({ cardType }), act).customerId
const buy = (customerId: number, orderedOn: string) => {
  insertOrder(test_.db, { customerId, orderedOn, netMinor: 9_900 })
  refreshCustomerTotals(test_.db, [customerId])
}
const turnTo = (cardType: CardTurn['cardType'], facts: Partial<CardTurn> = {}): CardTurn => ({
  ...{ cardType, changedOn: null, stopReason: null, note: null },
  ...facts,
})
const idsOf = (suggestion: CardSuggestion) =>
  listSuggestions(test_.db, suggestion, act).map(({ customerId }) => customerId)
const undo = (changeSetId: number | null) => {
  if (changeSetId === null) throw new Error('nothing was written')
  return undoChangeSet(test_.db, { changeSetId, edited: 'revert', actor: 'operator', madeAt: act.now })
}
const cardOf = (customerId: number) => getCustomerFile(test_.db, customerId, 0).cardType

describe('a file goes from card to card', () => {
  test('A18: and keeps its number and all it holds; the steps are kept with their days', () => {
    const { customerId, archiveNumber } = createCustomer(
      test_.db,
      draftOf({ cardType: 'lead', note: '想买婴儿车', tags: ['展会'] }),
      act,
    )
    turnCards(test_.db, [customerId], turnTo('active', { changedOn: day('2026-03-01') }), act)
    turnCards(test_.db, [customerId], turnTo('former', { stopReason: 'moved', note: ' 搬去外地 ' }), act)
    expect(getCustomerFile(test_.db, customerId, 0)).toMatchObject({
      ...{ archiveNumber, cardType: 'former', note: '想买婴儿车', tags: ['展会'] },
    })
    // The act is on 2026-11-21 at 04:30 UTC: the same day in Shanghai.
    expect(getCardHistory(test_.db, customerId).changes).toMatchObject([
      { before: 'active', after: 'former', changedOn: '2026-11-21', stopReason: 'moved', note: '搬去外地' },
      { before: 'lead', after: 'active', changedOn: '2026-03-01', stopReason: null, note: null },
    ])
  })

  test('A17: to 旧客户卡 only with a reason', () => {
    const customerId = create()
    const before = dumpArchive(test_.db)
    expect(() => turnCards(test_.db, [customerId], turnTo('former'), act)).toThrow(
      new AppError('stop-reason-missing'),
    )
    expect(dumpArchive(test_.db)).toBe(before)
  })

  test('and what merged files went through stays readable on the one they were merged into', () => {
    const [kept, middle, first] = [create(), create(), create('lead')]
    const number = (customerId: number) => getCustomerFile(test_.db, customerId, 0).archiveNumber
    const numbers = [number(middle), number(first)]
    turnCards(test_.db, [first], turnTo('active', { changedOn: day('2026-02-01') }), act)
    turnCards(test_.db, [middle], turnTo('former', { stopReason: 'price' }), act)
    addWinBack(
      test_.db,
      middle,
      { triedOn: day('2026-10-01'), way: 'phone', outcome: 'open', note: null },
      act,
    )
    const merge = (survivorId: number, otherId: number) =>
      mergeCustomers(test_.db, { survivorId, otherIds: [otherId], sources: {}, importBatchId: null }, act)
    merge(middle, first)
    const { changeSetId } = merge(kept, middle)
    turnCards(test_.db, [kept], turnTo('former', { stopReason: 'moved' }), act)
    const history = getCardHistory(test_.db, kept)
    expect(history.changes.map(one => [one.stopReason, one.mergedFrom])).toEqual([
      ['moved', null],
      ['price', numbers[0]],
      [null, numbers[1]],
    ])
    expect(history.winBacks).toMatchObject([{ triedOn: '2026-10-01', way: 'phone' }])
    undo(changeSetId)
    expect(getCardHistory(test_.db, kept).changes.map(one => one.stopReason)).toEqual(['moved'])
  })

  test('many at once as one act, which is taken back as one; those who have the card are left alone', () => {
    const ids = [create(), create('former'), create()]
    const before = dumpArchive(test_.db)
    const later = { ...act, now: '2026-11-22T08:00:00.000Z' }
    const twice = [...ids, ...ids]
    const { changeSetId, turned } = turnCards(
      test_.db,
      twice,
      turnTo('former', { stopReason: 'price' }),
      later,
    )
    expect([turned, ids.map(cardOf)]).toEqual([2, ['former', 'former', 'former']])
    undo(changeSetId)
    expect(dumpArchive(test_.db)).toBe(before)
    expect(ids.map(id => getCardHistory(test_.db, id).changes.length)).toEqual([0, 0, 0])
    expect(turnCards(test_.db, ids.slice(1, 2), turnTo('former', { stopReason: 'price' }), act)).toEqual({
      ...{ changeSetId: null, turned: 0 },
    })
  })

  test('an edit in the form that changes the card is a step too', () => {
    const customerId = create('lead')
    const seen = draftOf({ cardType: 'lead' })
    editCustomer(test_.db, customerId, { ...seen, cardType: 'active' }, seen, act)
    expect(getCardHistory(test_.db, customerId).changes).toMatchObject([{ before: 'lead', after: 'active' }])
  })
})

describe('a card is proposed', () => {
  test('feature 8: to a lead who bought, to an active customer idle for the set days, to a former one who came back', () => {
    const [lead, idle, fresh, former] = [create('lead'), create(), create(), create()]
    expect(countSuggestions(test_.db, act).counts).toEqual({ 'first-order': 0, idle: 0, 'back-again': 0 })
    buy(lead, '2026-11-01')
    // 365 days before 2026-11-21 is 2025-11-21.
    buy(idle, '2025-11-20')
    buy(fresh, '2025-11-21')
    turnCards(
      test_.db,
      [former],
      turnTo('former', { stopReason: 'price', changedOn: day('2026-05-05') }),
      act,
    )
    buy(former, '2026-05-05')
    expect([idsOf('first-order'), idsOf('idle'), idsOf('back-again')]).toEqual([[lead], [idle], []])
    buy(former, '2026-05-06')
    expect(idsOf('back-again')).toEqual([former])
    saveArchiveSettings(test_.db, { idleDays: 90 })
    expect(idsOf('idle'), 'the longest ago first').toEqual([idle, fresh])
  })

  test('and nothing is turned before the operator confirms, all of them or some', () => {
    const ids = [create(), create(), create()]
    ids.forEach((id, index) => {
      buy(id, `2024-01-0${index + 1}`)
    })
    expect(ids.map(cardOf)).toEqual(['active', 'active', 'active'])
    const [first = 0, second = 0, third = 0] = ids
    const why = { stopReason: 'unknown' as const, note: null }
    const all = { suggestion: 'idle' as const, customers: { all: true as const, except: [second] } }
    expect(confirmSuggestion(test_.db, { ...all, ...why }, act).turned).toBe(2)
    expect(ids.map(cardOf)).toEqual(['former', 'active', 'former'])
    const one = { all: false as const, customerIds: [first, second, third] }
    expect(
      confirmSuggestion(test_.db, { suggestion: 'idle', customers: one, ...why }, act).turned,
      'those for whom it is no longer proposed stay',
    ).toBe(1)
  })

  test('no more to one for whom it was waved off, until he buys again', () => {
    const customerId = create()
    buy(customerId, '2024-01-01')
    const { changeSetId } = dismissSuggestion(test_.db, 'idle', everybody, act)
    expect(idsOf('idle')).toEqual([])
    undo(changeSetId)
    expect(idsOf('idle')).toEqual([customerId])
    dismissSuggestion(test_.db, 'idle', everybody, act)
    buy(customerId, '2024-02-02')
    expect(idsOf('idle')).toEqual([customerId])
    dismissSuggestion(test_.db, 'idle', { all: false, customerIds: [customerId] }, act)
    expect(idsOf('idle')).toEqual([])
  })

  test('to nobody in the bin', () => {
    const customerId = create()
    buy(customerId, '2024-01-01')
    test_.db.prepare("UPDATE customer SET deleted_at = '2026-01-01' WHERE customer_id = ?").run(customerId)
    expect(idsOf('idle')).toEqual([])
  })
})

test('why customers stopped is counted by the reason of their last step, former customers only', () => {
  const ids = [create(), create(), create(), create(), create('former')]
  const [first = 0, second = 0, third = 0, fourth = 0] = ids
  const stop = (customerIds: number[], stopReason: CardTurn['stopReason']) =>
    turnCards(test_.db, customerIds, turnTo('former', { stopReason }), act)
  stop([first, second], 'price')
  stop([third, fourth], 'moved')
  turnCards(test_.db, [first, fourth], turnTo('active'), act)
  stop([first], 'quality')
  expect(countStopReasons(test_.db)).toEqual([
    { stopReason: null, count: 1 },
    { stopReason: 'moved', count: 1 },
    { stopReason: 'price', count: 1 },
    { stopReason: 'quality', count: 1 },
  ])
})

test('attempts to win a customer back are noted, listed newest first, and taken back', () => {
  const customerId = create('former')
  const attempt = (triedOn: string) =>
    addWinBack(
      test_.db,
      customerId,
      { triedOn: day(triedOn), way: 'phone', outcome: 'open', note: '答应下月再看' },
      act,
    )
  attempt('2026-01-05')
  const { changeSetId } = attempt('2026-02-05')
  const tried = () => getCardHistory(test_.db, customerId).winBacks.map(one => one.triedOn)
  expect(tried()).toEqual(['2026-02-05', '2026-01-05'])
  undo(changeSetId)
  expect(tried()).toEqual(['2026-01-05'])
  const [left] = getCardHistory(test_.db, customerId).winBacks
  const removed = removeWinBack(test_.db, left?.winBackId ?? 0, act)
  expect(tried()).toEqual([])
  undo(removed.changeSetId)
  expect(tried()).toEqual(['2026-01-05'])
  expect(() =>
    addWinBack(test_.db, 99, { triedOn: day('2026-01-05'), way: 'phone', outcome: 'won', note: null }, act),
  ).toThrow(new AppError('not-found'))
})
