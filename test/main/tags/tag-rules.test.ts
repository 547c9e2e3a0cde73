import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { RfmAnalyst } from '#main/analytics/rfm-analysis.service.ts'
import { segmentMembersOf } from '#main/analytics/segment-members.service.ts'
import { findRedoStep, findUndoStep } from '#main/changes/change.queries.ts'
import { undoChangeSet } from '#main/changes/undo.service.ts'
import { addTagsToMany, removeTagsFromMany } from '#main/customers/batch-tags.ts'
import { restoreCustomers } from '#main/customers/bin.ts'
import { createCustomer, deleteCustomers, getCustomerDraft } from '#main/customers/customer.service.ts'
import { CustomerFilters } from '#main/customers/filter/customer-filters.ts'
import { getEditHistory } from '#main/customers/history/history.service.ts'
import { setFieldHidden } from '#main/fields/field.service.ts'
import { mergeCustomers } from '#main/identities/merge.service.ts'
import { refreshCustomerTotals } from '#main/orders/customer-total.service.ts'
import { listTags } from '#main/tags/tag.queries.ts'
import { expireTags, mergeTags, removeTags, saveTag } from '#main/tags/tag.service.ts'
import { listTagRules, setTagRule } from '#main/tags/tag-rule.service.ts'
import { followTagRules, hasRules, listRuleChanges } from '#main/tags/tag-rule-run.service.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { CustomerDraft } from '#shared/domain/customer.ts'
import type { CustomerFilter, FilterCondition } from '#shared/domain/customer-filter.ts'
import { act, draftOf, dumpArchive, insertOrder } from '#test/helpers/builders.ts'
import { openTestDatabase, type TestDatabase } from '#test/helpers/test-database.ts'

let database: TestDatabase
let filters: CustomerFilters
beforeEach(() => {
  database = openTestDatabase()
  filters = new CustomerFilters(database.readable, segmentMembersOf(new RfmAnalyst(database.readable)))
})
afterEach(() => database.close())

const create = (facts: Partial<CustomerDraft>) => createCustomer(database.db, draftOf(facts), act).customerId
const tagsOf = (customerId: number) => getCustomerDraft(database.db, customerId).tags
const makeTag = (name: string) =>
  saveTag(database.db, null, { name, color: null, expiresOn: null }, act).tagId
const whereAll = (...conditions: FilterCondition[]): CustomerFilter => ({
  match: 'all',
  groups: conditions.map(condition => [condition]),
})
const isTeacher: FilterCondition = { field: 'occupation', test: 'is', text: '教师' }
const hasTag = (...values: number[]): FilterCondition => ({ field: 'tag', test: 'any-of', values })
const setRule = (tagId: number, ...conditions: FilterCondition[]) =>
  setTagRule(database.db, tagId, whereAll(...conditions), act).changeSetId
const undo = (changeSetId: number | null) =>
  undoChangeSet(database.db, {
    ...{ changeSetId: changeSetId ?? 0, edited: null },
    ...{ actor: 'operator', madeAt: act.now },
  })
/** Runs until nothing changes any more; how often something did. */
const follow = (now = act.now): number => {
  for (let runs = 0; runs < 9; runs++) {
    const changes = listRuleChanges(database.readable, request => filters.find(request), now)
    if (changes.length === 0) return runs
    followTagRules(database.db, changes, { ...act, now })
  }
  throw new Error('the rules do not come to rest')
}
const problems = () => listTagRules(database.db).map(({ problem }) => problem)

describe('a rule', () => {
  test('puts its tag on whom it finds and takes it off who is no longer found; by hand it stays', () => {
    const [teacher, cook, byHand] = [
      create({ occupation: '教师' }),
      create({ occupation: '厨师' }),
      create({ tags: ['老师'] }),
    ]
    const tagId = listTags(database.db)[0]?.tagId ?? 0
    setRule(tagId, isTeacher)
    expect(follow()).toBe(1)
    expect([teacher, cook, byHand].map(tagsOf)).toEqual([['老师'], [], ['老师']])
    setRule(tagId, { ...isTeacher, text: '厨师' })
    expect(follow()).toBe(1)
    expect([teacher, cook, byHand].map(tagsOf)).toEqual([[], ['老师'], ['老师']])
    expect(follow()).toBe(0)
  })

  test('counts days from today: who has not bought for 90 days has the tag until the next purchase', () => {
    const [early, late] = [create({}), create({})]
    insertOrder(database.db, { customerId: early, orderedOn: '2026-08-01', netMinor: 100 })
    insertOrder(database.db, { customerId: late, orderedOn: '2026-11-01', netMinor: 100 })
    refreshCustomerTotals(database.db, [early, late])
    setRule(makeTag('睡着的'), { field: 'lastOn', test: 'not-last-days', days: 90 })
    // 2026-11-21 less 90 days is 2026-08-23; 2027-01-31 less 90 days is 2026-11-02.
    follow('2026-11-21T04:30:00.000Z')
    expect([early, late].map(tagsOf)).toEqual([['睡着的'], []])
    follow('2027-01-31T04:30:00.000Z')
    expect([early, late].map(tagsOf)).toEqual([['睡着的'], ['睡着的']])
  })

  test('that asks for the tag of another rule follows it, and both come to rest', () => {
    const teacher = create({ occupation: '教师' })
    const [second, first] = [makeTag('寒假联系'), makeTag('老师')]
    setRule(second, hasTag(first))
    setRule(first, isTeacher)
    expect(follow()).toBe(2)
    expect(tagsOf(teacher).toSorted()).toEqual(['寒假联系', '老师'])
  })

  test('of its own tag, or one that leads back to it, is refused', () => {
    const [one, other] = [makeTag('甲'), makeTag('乙')]
    const circle = new AppError('tag-rule-circle')
    expect(() => setRule(one, hasTag(one))).toThrow(circle)
    setRule(one, hasTag(other))
    expect(() => setRule(other, { ...hasTag(one), test: 'none-of' } as FilterCondition)).toThrow(circle)
    expect(listTagRules(database.db).map(({ tagId }) => tagId)).toEqual([one])
  })

  test('asks for segments too; a segment that is unknown stops it', () => {
    const never = create({})
    const segment = (code: string): FilterCondition => ({
      ...{ field: 'segment', test: 'any-of', values: [`ten-segments/${code}`] },
    })
    const tagId = makeTag('没买过')
    setRule(tagId, segment('no-purchase'))
    follow()
    expect(tagsOf(never)).toEqual(['没买过'])
    setRule(tagId, segment('gone'))
    expect([problems(), follow(), tagsOf(never)]).toEqual([['segment-gone'], 0, ['没买过']])
  })

  test('whose field was switched off or whose tag was removed says so and takes nothing off', () => {
    const owner = create({ occupation: '教师', tags: ['老客'] })
    const regular = listTags(database.db)[0]?.tagId ?? 0
    const tagId = makeTag('要回访')
    setRule(tagId, hasTag(regular))
    follow()
    removeTags(database.db, [regular], act)
    expect([problems(), follow(), tagsOf(owner)]).toEqual([['tag-gone'], 0, ['要回访']])
    const fieldId = database.db
      .prepareRead<{ id: number }>(
        "SELECT field_id AS id FROM field_definition WHERE value_kind = 'text' LIMIT 1",
      )
      .get()?.id
    setRule(tagId, { field: `field:${fieldId ?? 0}`, test: 'empty' })
    follow()
    setFieldHidden(database.db, fieldId ?? 0, true, act)
    expect([problems(), follow(), tagsOf(owner)]).toEqual([['field-gone'], 0, ['要回访']])
  })

  test('of a tag whose last day is past puts it on nobody', () => {
    const teacher = create({ occupation: '教师' })
    const tagId = makeTag('老师')
    const expiresOn = CalendarDate.parse('2026-11-20')
    setRule(tagId, isTeacher)
    follow()
    saveTag(database.db, tagId, { name: '老师', color: null, expiresOn }, act)
    expireTags(database.db, act)
    expect([follow(), tagsOf(teacher)]).toEqual([0, []])
  })

  test('leaves who is in the bin alone; who comes back is looked at again', () => {
    const teacher = create({ occupation: '教师' })
    const tagId = makeTag('老师')
    setRule(tagId, isTeacher)
    follow()
    deleteCustomers(database.db, [teacher], act)
    setRule(tagId, { ...isTeacher, text: '厨师' })
    expect(follow()).toBe(0)
    restoreCustomers(database.db, [teacher], act)
    expect([follow(), tagsOf(teacher)]).toEqual([1, []])
  })

  test('puts no tag on a card that is full, and comes to rest all the same', () => {
    const full = create({ occupation: '教师' })
    addTagsToMany(
      database.db,
      [full],
      Array.from({ length: 50 }, (_, at) => `标签${at}`),
      act,
    )
    setRule(makeTag('老师'), isTeacher)
    const changes = listRuleChanges(database.readable, request => filters.find(request), act.now)
    expect([followTagRules(database.db, changes, act), tagsOf(full).length]).toEqual([null, 50])
  })
})

describe('what a rule did', () => {
  test('is no step of the operator, stands in the history, and does not hold up undo and redo', () => {
    const tagId = makeTag('老师')
    const made = createCustomer(database.db, draftOf({ occupation: '教师' }), act)
    setRule(tagId, isTeacher)
    const step = findUndoStep(database.db)?.change_set_id
    follow()
    expect(findUndoStep(database.db)?.change_set_id).toBe(step)
    const told = getEditHistory(database.db, made.customerId, 9).entries.map(({ kind }) => kind)
    expect(told).toContain('tags-by-rule')
    undo(step ?? 0)
    // Without the rule, what it put on goes too.
    expect([follow(), tagsOf(made.customerId), hasRules(database.db)]).toEqual([1, [], false])
    const redo = findRedoStep(database.db)?.change_set_id
    undo(redo ?? 0)
    expect([follow(), tagsOf(made.customerId)]).toEqual([1, ['老师']])
    undo(made.changeSetId)
    expect(database.db.prepareRead('SELECT 1 FROM customer_tag').all()).toEqual([])
  })

  test('stays when the rule is removed, as if by hand; an undo brings back every byte', () => {
    const teacher = create({ occupation: '教师' })
    const tagId = makeTag('老师')
    setRule(tagId, isTeacher)
    follow()
    const before = dumpArchive(database.db)
    const { changeSetId } = setTagRule(database.db, tagId, null, act)
    expect([follow(), tagsOf(teacher), hasRules(database.db)]).toEqual([0, ['老师'], false])
    undo(changeSetId)
    expect(dumpArchive(database.db)).toBe(before)
  })

  test('comes back when it is taken off by hand, and taking that back finds no obstacle', () => {
    const teacher = create({ occupation: '教师' })
    const tagId = makeTag('老师')
    setRule(tagId, isTeacher)
    follow()
    const { changeSetId } = removeTagsFromMany(database.db, [teacher], [tagId], act)
    expect([follow(), tagsOf(teacher)]).toEqual([1, ['老师']])
    undo(changeSetId)
    expect([follow(), tagsOf(teacher)]).toEqual([0, ['老师']])
  })
})

describe('merging', () => {
  test('tags lets rules ask for the one that stays, which gets the rule of one that goes', () => {
    const [teacher, byHand] = [create({ occupation: '教师' }), create({ tags: ['教书的'] })]
    const into = makeTag('老师')
    const gone = listTags(database.db).find(({ name }) => name === '教书的')?.tagId ?? 0
    const other = makeTag('寒假联系')
    setRule(gone, isTeacher)
    setRule(other, hasTag(gone))
    follow()
    const before = dumpArchive(database.db)
    const { changeSetId } = mergeTags(database.db, into, [gone], act)
    expect(listTagRules(database.db)).toEqual([
      { tagId: into, rule: whereAll(isTeacher), problem: null },
      { tagId: other, rule: whereAll(hasTag(into)), problem: null },
    ])
    expect(follow()).toBe(0)
    expect([teacher, byHand].map(id => tagsOf(id).toSorted())).toEqual([
      ['寒假联系', '老师'],
      ['寒假联系', '老师'],
    ])
    undo(changeSetId)
    expect(dumpArchive(database.db)).toBe(before)
  })

  test('a tag with a rule into another keeps both: what the rule that goes put on stays as if by hand', () => {
    const [teacher, cook] = [create({ occupation: '教师' }), create({ occupation: '厨师' })]
    const [into, gone] = [makeTag('老师'), makeTag('厨师')]
    setRule(into, isTeacher)
    setRule(gone, { ...isTeacher, text: '厨师' })
    follow()
    mergeTags(database.db, into, [gone], act)
    expect([follow(), [teacher, cook].map(tagsOf)]).toEqual([0, [['老师'], ['老师']]])
  })

  test('customers keeps a tag that one of them had by hand', () => {
    const [survivor, other] = [create({ occupation: '教师' }), create({ tags: ['老师'] })]
    const tagId = listTags(database.db)[0]?.tagId ?? 0
    setRule(tagId, isTeacher)
    follow()
    const merge = { survivorId: survivor, otherIds: [other], sources: {}, importBatchId: null }
    mergeCustomers(database.db, merge, act)
    setRule(tagId, { ...isTeacher, text: '厨师' })
    expect([follow(), tagsOf(survivor)]).toEqual([0, ['老师']])
  })
})
