import { describe, expect, test } from 'vitest'
import { columnLetters, columnOfAddress } from '#renderer/imports/cell-place.ts'
import { diffParts } from '#renderer/imports/diff-parts.ts'
import { findBlock } from '#renderer/imports/import-block.ts'
import { firstTab, splitRange, tabCount } from '#renderer/imports/preview-tab.ts'
import { exampleCounts, examplePreview } from './example-preview.ts'

describe('cells are named as Excel names them', () => {
  test.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('column %i is %s', (index, letters) => {
    expect(columnLetters(index)).toBe(letters)
    expect(columnOfAddress(`${letters}418`)).toBe(index)
  })

  test('what is no address has no column', () => {
    expect(columnOfAddress('')).toBe(-1)
    expect(columnOfAddress('418')).toBe(-1)
  })
})

describe('a changed cell', () => {
  test('of a text that only grew, the new part is told apart, wherever it stands', () => {
    expect(diffParts('样板路 12 号', '样板路 12 号 3 幢')).toEqual({
      old: null,
      head: '样板路 12 号',
      inserted: ' 3 幢',
      tail: '',
    })
    expect(diffParts('样板路 12 号', '样板路东 12 号')).toEqual({
      old: null,
      head: '样板路',
      inserted: '东',
      tail: ' 12 号',
    })
  })

  test('a text that was replaced shows both', () => {
    expect(diffParts('陈试4', '陈试四')).toMatchObject({ old: '陈试4', head: '陈试四', inserted: '' })
    expect(diffParts('abcb', 'ab')).toMatchObject({ old: 'abcb', head: 'ab' })
  })

  test('where there was nothing, nothing is struck through', () => {
    expect(diffParts(null, '金卡')).toMatchObject({ old: null, head: '金卡' })
    expect(diffParts('', '金卡')).toMatchObject({ old: null, head: '金卡' })
  })

  test('a rare character is never cut in two', () => {
    const { head, inserted } = diffParts('𬭎记', '𬭎𬭎记')
    expect([head, inserted]).toEqual(['𬭎', '𬭎'])
  })
})

describe('tabs of the rows', () => {
  test('what will be written is what changed and what is new', () => {
    expect(tabCount('written', exampleCounts)).toBe(486 + 1982)
    expect(tabCount('all', exampleCounts)).toBe(3214)
    expect(firstTab(exampleCounts)).toBe('written')
    expect(firstTab({ ...exampleCounts, created: 0, updated: 0 })).toBe('all')
  })

  test('a range over the border between changed and new rows asks for both, each from its own start', () => {
    expect(splitRange('written', exampleCounts, 480, 20)).toEqual([
      { verdict: 'updated', start: 480, count: 6 },
      { verdict: 'created', start: 0, count: 14 },
    ])
    expect(splitRange('written', exampleCounts, 500, 100)).toEqual([
      { verdict: 'created', start: 14, count: 100 },
    ])
  })

  test('no request asks for more than 200 rows, nor for rows that are not there', () => {
    expect(splitRange('all', exampleCounts, 3000, 400)).toEqual([
      { verdict: null, start: 3000, count: 200 },
      { verdict: null, start: 3200, count: 14 },
    ])
    expect(splitRange('rejected', exampleCounts, 40, 10)).toEqual([])
  })
})

describe('what stands in the way of importing', () => {
  const looked = { preview: examplePreview, isChecking: false, isOutdated: false }

  test('nothing, when all is answered and there is something to write', () => {
    expect(findBlock(looked)).toBeNull()
  })

  test('the first open question', () => {
    const preview = { ...examplePreview, questions: ['choose-shop', 'balance-overlaps'] as const }
    expect(findBlock({ ...looked, preview: { ...preview, questions: [...preview.questions] } })).toBe(
      'choose-shop',
    )
  })

  test('a check that is under way, and choices that could not be followed', () => {
    expect(findBlock({ ...looked, isChecking: true })).toBe('checking')
    expect(findBlock({ ...looked, isOutdated: true })).toBe('outdated')
  })

  test('a file that would change nothing', () => {
    const counts = { ...exampleCounts, created: 0, updated: 0, unchanged: 3179 }
    expect(findBlock({ ...looked, preview: { ...examplePreview, counts } })).toBe('nothing-to-write')
  })
})
