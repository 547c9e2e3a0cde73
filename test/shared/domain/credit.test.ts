import { describe, expect, test } from 'vitest'
import { CreditDraft, proposeGrade, type SheetItem, scoreSheet, sheetItems } from '#shared/domain/credit.ts'

const item = (weight: number, score: number | null): SheetItem => ({
  code: null,
  name: '样例项',
  weight,
  score,
})

describe('the score of a sheet', () => {
  test('R4: is the mean of its items by their weights', () => {
    // (30 x 80 + 10 x 60) / 40 = 3000 / 40
    expect(scoreSheet([item(30, 80), item(10, 60)])).toEqual({ kind: 'computed', value: 75 })
    // (20 x 90 + 20 x 70 + 20 x 80 + 20 x 60 + 20 x 75) / 100 = 7500 / 100
    expect(scoreSheet([90, 70, 80, 60, 75].map(score => item(20, score)))).toEqual({
      ...{ kind: 'computed', value: 75 },
    })
  })
  test('R6: cannot be computed while an item has no score, and says which; one of weight 0 needs none', () => {
    expect(scoreSheet([item(30, 80), item(10, null), item(5, null)])).toEqual({
      ...{ kind: 'cannot-be-computed', reason: 'scores', items: [1, 2] },
    })
    expect(scoreSheet([item(30, 80), item(0, null)])).toEqual({ kind: 'computed', value: 80 })
    expect(scoreSheet([item(0, 80)])).toEqual({ kind: 'cannot-be-computed', reason: 'weights', items: [] })
  })
  test('R4: a grade is proposed from 85, 70, 55 and 0 on', () => {
    expect([100, 85, 84.99, 70, 69.9, 55, 54, 0].map(proposeGrade)).toEqual([
      ...['A', 'A', 'B', 'B', 'C', 'C', 'D', 'D'],
    ])
  })
  test('R4: the three sheets have five, five and six items', () => {
    expect(Object.values(sheetItems).map(items => items.length)).toEqual([5, 5, 6])
  })
})

describe('what may be noted about credit', () => {
  const mark = { datedOn: '2026-06-01', grade: 'B', reviewer: '样例员', nextReviewOn: '2026-12-01' }
  const terms = { kind: 'terms', ...mark, limitMinor: 100, termDays: 30, reason: '一年来按时付款' }
  const issueOf = (draft: object) => {
    const issue = CreditDraft.safeParse(draft).error?.issues[0]
    return issue && [issue.path.join('.'), issue.message]
  }
  test('a mark has a reviewer, evidence, and a later day on which it is looked at anew', () => {
    expect(issueOf(terms)).toBeUndefined()
    expect(issueOf({ ...terms, reviewer: ' ' })).toEqual(['reviewer', 'required'])
    expect(issueOf({ ...terms, reason: '' })).toEqual(['reason', 'required'])
    expect(issueOf({ ...terms, nextReviewOn: '2026-06-01' })).toEqual(['nextReviewOn', 'review-day-invalid'])
    expect(issueOf({ ...terms, nextReviewOn: undefined })?.[0]).toBe('nextReviewOn')
  })
  test('limit and days are none, or whole and not below 0', () => {
    expect(issueOf({ ...terms, limitMinor: null, termDays: null })).toBeUndefined()
    expect(issueOf({ ...terms, limitMinor: -1 })).toEqual(['limitMinor', 'invalid'])
    expect(issueOf({ ...terms, termDays: 4000 })).toEqual(['termDays', 'invalid'])
  })
  test('a statement says something', () => {
    const statement = { kind: 'statement', datedOn: '2026-06-30', note: null }
    expect(issueOf(statement)).toEqual(['currentAssetsMinor', 'required'])
    expect(issueOf({ ...statement, netAssetsMinor: -5 })).toBeUndefined()
  })
})
