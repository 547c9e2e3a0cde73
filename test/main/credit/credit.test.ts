import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { undoChangeSet } from '#main/changes/undo.service.ts'
import {
  addRecord,
  getCustomerCredit,
  listDebtors,
  removeRecord,
  saveReadings,
  saveRecord,
} from '#main/credit/credit.service.ts'
import { createCustomer, deleteCustomers } from '#main/customers/customer.service.ts'
import { getEditHistory } from '#main/customers/history/history.service.ts'
import { purgeCustomers } from '#main/customers/purge.ts'
import { mergeCustomers } from '#main/identities/merge.service.ts'
import { splitMerge } from '#main/identities/split.service.ts'
import { addDays, CalendarDate } from '#shared/domain/calendar-date.ts'
import type { CreditDraft } from '#shared/domain/credit.ts'
import { proposedSplit } from '#shared/domain/customer-merge.ts'
import { act, draftOf, insertOrder } from '#test/helpers/builders.ts'
import { takeEverythingAlong } from '#test/helpers/round-trip.ts'
import { SeededRandom } from '#test/helpers/seeded-random.ts'
import { openTestDatabase } from '#test/helpers/test-database.ts'

let archive: ReturnType<typeof openTestDatabase>
beforeEach(() => {
  archive = openTestDatabase()
})
afterEach(() => archive.close())

const day = (text: string) => CalendarDate.parse(text)
const asOf = day('2026-10-31')
const create = (name = '样例商行') =>
  createCustomer(archive.db, draftOf({ name, kind: 'company' }), act).customerId
type Terms = Extract<CreditDraft, { kind: 'terms' }>
const terms = (facts: Partial<Terms> = {}): Terms => ({
  ...{ kind: 'terms', datedOn: day('2026-01-01'), grade: 'B', reviewer: '样例员', reason: '按时付款' },
  ...{ nextReviewOn: day('2026-12-31'), limitMinor: 100_000, termDays: 30 },
  ...facts,
})
const statement = (facts: object = {}): CreditDraft => ({
  ...{ kind: 'statement', datedOn: day('2026-06-30'), note: null, currentAssetsMinor: 600_000 },
  ...{ quickAssetsMinor: 300_000, cashAssetsMinor: 150_000, currentLiabilitiesMinor: 300_000 },
  ...{ totalLiabilitiesMinor: 500_000, totalAssetsMinor: 2_000_000, netAssetsMinor: 1_250_000 },
  ...facts,
})
const note = (customerId: number, record: CreditDraft) =>
  addRecord(archive.db, customerId, record, act).changeSetId ?? 0
const creditOf = (customerId: number, on = asOf) =>
  getCustomerCredit(archive.readable, { customerId, asOf: on })
const owe = (
  customerId: number | null,
  orderedOn: string,
  netMinor: number,
  status: 'unpaid' | 'paid' = 'unpaid',
) => insertOrder(archive.db, { customerId, orderedOn, netMinor, status })
const undo = (changeSetId: number | null) =>
  undoChangeSet(archive.db, {
    ...{ changeSetId: changeSetId ?? 0, edited: 'revert' as const },
    ...{ actor: 'operator', madeAt: act.now },
  })

describe('the ratios of a statement', () => {
  const valuesOf = (customerId: number) =>
    creditOf(customerId).statements[0]?.ratios.map(one => (one.kind === 'computed' ? one.value : one.items))

  test('R1 to R3: as the source states them, then as textbooks do, as it was switched for the archive', () => {
    const id = create()
    note(id, statement())
    // 600/300, 300/300, 150/600 (of current assets), 150/300, 600/500, 500/1250 (of net assets)
    expect(valuesOf(id)).toEqual([2, 1, 0.25, 0.5, 1.2, 0.4])
    saveReadings(archive.db, { cash: 'textbook', debt: 'textbook' })
    // The third of current liabilities: 150/300; the last of total assets: 500/2000.
    expect(valuesOf(id)).toEqual([2, 1, 0.5, 0.5, 1.2, 0.25])
    expect(creditOf(id).readings).toEqual({ cash: 'textbook', debt: 'textbook' })
  })

  test('R6: what is missing, or 0 below the line, is named and never 0', () => {
    const id = create()
    note(id, statement({ quickAssetsMinor: null, currentLiabilitiesMinor: 0, netAssetsMinor: null }))
    expect(valuesOf(id)).toEqual([
      ['currentLiabilitiesMinor'],
      ['quickAssetsMinor'],
      0.25,
      ['currentLiabilitiesMinor'],
      1.2,
      ['netAssetsMinor'],
    ])
  })

  test('periods stand the newest first; of a past day those that came later are not there', () => {
    const id = create()
    note(id, statement({ datedOn: day('2025-12-31') }))
    note(id, statement())
    note(id, statement({ datedOn: day('2026-09-30') }))
    const daysOf = (on: string) => creditOf(id, day(on)).statements.map(({ record }) => record.datedOn)
    expect(daysOf('2026-10-31')).toEqual(['2026-09-30', '2026-06-30', '2025-12-31'])
    expect(daysOf('2026-06-30')).toEqual(['2026-06-30', '2025-12-31'])
  })
})

describe('what a customer owes', () => {
  test('R5: unpaid orders by how long they are overdue, worked by hand', () => {
    const id = create()
    note(id, terms({ termDays: 30, limitMinor: 100_000 }))
    owe(id, '2026-10-15', 10_000) // due 14 November: not yet
    owe(id, '2026-10-01', 20_000) // due 31 October, today: not yet
    owe(id, '2026-09-30', 1_000) // due 30 October: 1 day
    owe(id, '2026-09-01', 2_000) // due 1 October: 30 days
    owe(id, '2026-08-31', 4_000) // due 30 September: 31 days
    owe(id, '2026-08-02', 8_000) // due 1 September: 60 days
    owe(id, '2026-08-01', 16_000) // due 31 August: 61 days
    owe(id, '2026-07-03', 32_000) // due 2 August: 90 days
    owe(id, '2026-07-02', 64_000) // due 1 August: 91 days
    owe(id, '2026-06-01', 500_000, 'paid')
    owe(id, '2026-11-01', 700_000) // after the day
    insertOrder(archive.db, {
      customerId: id,
      orderedOn: '2026-06-01',
      netMinor: -900,
      status: 'unpaid',
      isCancellation: true,
    })
    const { position, orders } = creditOf(id)
    expect(position).toMatchObject({
      ...{ openOrders: 9, owedMinor: 157_000, ordersWithoutMoney: 0, oldestOn: '2026-07-02' },
      ageing: {
        ...{ notDueMinor: 30_000, byDays: [3_000, 12_000, 48_000, 64_000], overdueMinor: 127_000 },
        ...{ overdueOrders: 7, longestDays: 91 },
      },
      ...{ limitUse: 1.57, exceededMinor: 57_000, missing: [], warnings: ['limit-exceeded', 'overdue'] },
    })
    expect(orders.map(({ dueOn, overdueDays }) => [dueOn, overdueDays]).slice(-3)).toEqual([
      ...[
        ['2026-10-30', 1],
        ['2026-10-31', 0],
        ['2026-11-14', -14],
      ],
    ])
  })

  test('R6: without a limit, without days, without money: the missing item is named, and nothing is 0 for it', () => {
    const id = create()
    owe(id, '2026-07-01', 5_000)
    owe(id, '2026-08-01', 0)
    expect(creditOf(id).position).toMatchObject({
      ...{ terms: null, openOrders: 2, owedMinor: 5_000, ordersWithoutMoney: 1, oldestOn: '2026-07-01' },
      ...{ ageing: null, limitUse: null, missing: ['limit', 'term-days', 'order-money'], warnings: [] },
    })
    note(id, terms({ termDays: null, limitMinor: 0 }))
    expect(creditOf(id).position).toMatchObject({
      ...{ ageing: null, limitUse: null, exceededMinor: 5_000, missing: ['term-days', 'order-money'] },
      warnings: ['limit-exceeded'],
    })
  })

  test('R5: the newest decision by the day holds; one that was to be looked at anew warns of itself, not of its limit', () => {
    const id = create()
    owe(id, '2026-09-01', 60_000)
    note(id, terms({ datedOn: day('2026-01-01'), limitMinor: 50_000, nextReviewOn: day('2026-10-01') }))
    expect(creditOf(id, day('2026-10-01')).position.warnings).toEqual(['limit-exceeded'])
    const expired = creditOf(id).position
    expect([expired.terms?.isExpired, expired.warnings]).toEqual([true, ['overdue', 'review-due']])
    note(id, terms({ datedOn: day('2026-10-15'), limitMinor: 80_000, termDays: 90 }))
    expect(creditOf(id).position).toMatchObject({
      terms: { limitMinor: 80_000 },
      warnings: [],
      limitUse: 0.75,
    })
    expect(creditOf(id, day('2026-10-14')).position.terms?.limitMinor).toBe(50_000)
  })

  test('R5: before anything was decided, the fields of the card hold, which have no day', () => {
    const id = create()
    archive.db
      .prepare(
        `INSERT INTO field_value (customer_id, field_id, position, value)
         SELECT ?, field_id, 0, CASE code WHEN 'credit-limit' THEN 40000 WHEN 'credit-days' THEN 10
           ELSE (SELECT field_option_id FROM field_option AS o WHERE o.field_id = f.field_id AND o.code = 'c') END
         FROM field_definition AS f WHERE code IN ('credit-grade', 'credit-limit', 'credit-days')`,
      )
      .run(id)
    owe(id, '2026-10-11', 50_000)
    expect(creditOf(id).position).toMatchObject({
      terms: {
        source: 'card',
        grade: 'C',
        limitMinor: 40_000,
        termDays: 10,
        decidedOn: null,
        isExpired: false,
      },
      ...{ exceededMinor: 10_000, warnings: ['limit-exceeded', 'overdue'] },
      ageing: { byDays: [50_000, 0, 0, 0], longestDays: 10 },
    })
    note(id, terms())
    expect(creditOf(id).position.terms).toMatchObject({ source: 'decision', grade: 'B', limitMinor: 100_000 })
  })

  test('R5: who owes what, the longest overdue first, then who agreed on no days, then who is in time', () => {
    const [late, later, inTime, unknown, gone] = ['甲', '乙', '丙', '丁', '戊'].map(create) as [
      ...[number, number, number, number, number],
    ]
    for (const id of [late, later, inTime]) note(id, terms())
    owe(late, '2026-09-20', 1_000)
    owe(later, '2026-08-01', 500)
    owe(inTime, '2026-10-30', 9_000)
    owe(unknown, '2026-01-01', 700)
    owe(gone, '2026-01-01', 7_777)
    owe(null, '2026-01-01', 33)
    deleteCustomers(archive.db, [gone], act)
    const { debtors, revision: _revision, ...sums } = listDebtors(archive.readable, asOf)
    expect(sums).toEqual({
      ...{
        asOf,
        customers: 4,
        owedMinor: 11_200,
        overdueCustomers: 2,
        overdueMinor: 1_500,
        unassignedMinor: 33,
      },
    })
    expect(debtors.map(({ name, position }) => [name, position.ageing?.longestDays])).toEqual([
      ...[
        ['乙', 61],
        ['甲', 11],
        ['丁', undefined],
        ['丙', 0],
      ],
    ])
  })

  test('R5: over a random archive, sums and ranges are what SQL counts', () => {
    const random = new SeededRandom(3)
    const ids = Array.from({ length: 30 }, (_, n) => create(`样例${n}`))
    for (const id of ids) {
      if (random.chance(70)) note(id, terms({ termDays: random.below(90), limitMinor: random.below(50_000) }))
      for (let orders = random.below(7); orders > 0; orders--)
        owe(id, addDays(asOf, -random.below(200)), random.below(9_000), random.pick(['unpaid', 'paid']))
    }
    const counted = archive.readable
      .prepareRead<Record<string, number | null>>(
        `WITH open AS (SELECT sales_order.*, (SELECT content ->> '$.termDays' FROM credit_record
             WHERE credit_record.customer_id = sales_order.customer_id) AS days FROM sales_order WHERE status = 'unpaid'),
         aged AS (SELECT *, julianday('${asOf}') - julianday(ordered_on) - days AS late FROM open)
         SELECT customer_id AS id, sum(net_minor) AS owed, sum(net_minor) FILTER (WHERE late <= 0) AS inTime,
           sum(net_minor) FILTER (WHERE late BETWEEN 1 AND 30) AS first, sum(net_minor) FILTER (WHERE late BETWEEN 31 AND 60) AS second,
           sum(net_minor) FILTER (WHERE late BETWEEN 61 AND 90) AS third, sum(net_minor) FILTER (WHERE late > 90) AS fourth,
           max(days) AS days FROM aged GROUP BY customer_id ORDER BY customer_id`,
      )
      .all()
    expect(counted.length).toBeGreaterThan(15)
    for (const { id, owed, inTime, first, second, third, fourth, days } of counted) {
      const { owedMinor, ageing } = creditOf(id ?? 0).position
      expect([id, owedMinor]).toEqual([id, owed])
      const ranges = days === null ? undefined : [inTime, first, second, third, fourth].map(sum => sum ?? 0)
      expect(ageing ? [ageing.notDueMinor, ...ageing.byDays] : undefined).toEqual(ranges)
    }
    expect(listDebtors(archive.readable, asOf).debtors.length).toBe(counted.length)
  })
})

describe('what is noted about credit', () => {
  const review: CreditDraft = {
    ...{
      kind: 'review',
      sheet: '5c',
      datedOn: day('2026-03-01'),
      grade: 'B',
      reviewer: '样例员',
      note: null,
    },
    nextReviewOn: day('2026-09-01'),
    items: [
      { code: 'character', name: null, weight: 60, score: 80 },
      { code: null, name: '同行口碑', weight: 40, score: 60 },
    ],
  }

  test('R4: a sheet is kept with its items, weights, grade, reviewer and days, and says when it is due again', () => {
    const id = create()
    note(id, review)
    expect(creditOf(id, day('2026-09-01')).reviews).toEqual([
      { creditRecordId: 1, record: review, isDue: false },
    ])
    expect(creditOf(id, day('2026-09-02')).reviews[0]?.isDue).toBe(true)
  })

  test('is changed and removed, and each act is taken back, and taken back again', () => {
    const id = create()
    const added = note(id, terms())
    const changed = saveRecord(archive.db, 1, terms({ grade: ' C ', limitMinor: 5 }), act)
    expect(creditOf(id).position.terms).toMatchObject({ grade: 'C', limitMinor: 5 })
    expect(saveRecord(archive.db, 1, terms({ grade: 'C', limitMinor: 5 }), act).changeSetId).toBeNull()
    const removed = removeRecord(archive.db, 1, act)
    expect(creditOf(id).terms).toEqual([])
    undo(removed.changeSetId)
    undo(changed.changeSetId)
    expect(creditOf(id).position.terms).toMatchObject({ grade: 'B', limitMinor: 100_000 })
    const undone = undo(added)
    expect(creditOf(id).terms).toEqual([])
    undo(undone.changeSetId)
    expect(creditOf(id).terms).toHaveLength(1)
  })

  test('belongs to customers who are there, keeps its kind, and is refused without its day of review', () => {
    const id = create()
    note(id, terms())
    expect(() => saveRecord(archive.db, 1, review, act)).toThrow('not-found')
    expect(() => removeRecord(archive.db, 9, act)).toThrow('not-found')
    expect(() => note(id, terms({ nextReviewOn: day('2026-01-01') }))).toThrow('invalid-request')
    deleteCustomers(archive.db, [id], act)
    expect(() => note(id, terms())).toThrow('not-found')
    expect(() => creditOf(id)).toThrow('not-found')
  })

  test('stands in the history of the file', () => {
    const id = create()
    note(id, terms())
    saveRecord(archive.db, 1, terms({ datedOn: day('2026-02-02'), limitMinor: 7 }), act)
    const [changed, noted] = getEditHistory(archive.db, id, 9).entries
    expect([changed?.kind, noted?.kind]).toEqual(['credit-changed', 'credit-noted'])
    expect(noted?.lines.map(line => line.subject)).toEqual([{ of: 'credit', kind: 'terms' }])
    expect(changed?.lines.map(({ before, after }) => [before, after])).toContainEqual([
      '2026-01-01',
      '2026-02-02',
    ])
    expect(changed?.lines.some(({ after }) => String(after).includes('"limitMinor":7'))).toBe(true)
  })

  test('goes along in a merge, where the newest decision holds; a split gives each file its own back', () => {
    const [survivorId, otherId] = [create('样例甲'), create('样例乙')]
    note(survivorId, terms({ grade: 'A' }))
    note(otherId, terms({ grade: 'D', datedOn: day('2026-05-05') }))
    mergeCustomers(archive.db, { survivorId, otherIds: [otherId], sources: {}, importBatchId: null }, act)
    expect([creditOf(survivorId).position.terms?.grade, creditOf(survivorId).terms.length]).toEqual(['D', 2])
    splitMerge(archive.db, { mergeId: 1, choices: proposedSplit }, act)
    expect([survivorId, otherId].map(id => creditOf(id).position.terms?.grade)).toEqual(['A', 'D'])
  })

  test('goes for good with a customer who is purged, without a word of it left in the change log', () => {
    const id = create()
    note(id, terms({ reason: '不可外传' }))
    saveRecord(archive.db, 1, terms({ reason: '不可外传二' }), act)
    deleteCustomers(archive.db, [id], act)
    purgeCustomers(archive.db, [id], act)
    expect(archive.readable.prepareRead('SELECT * FROM credit_record').all()).toEqual([])
    const rows = archive.readable.prepareRead('SELECT before, after FROM change').all()
    expect(JSON.stringify(rows)).not.toContain('不可外传')
  })

  test('is in the export of everything, and comes back from it', async () => {
    const id = create()
    for (const record of [terms(), review, statement()]) note(id, record)
    const target = openTestDatabase()
    await takeEverythingAlong(archive.readable, target.db)
    expect(getCustomerCredit(target.db, { customerId: id, asOf })).toEqual(creditOf(id))
    target.close()
  })
})
