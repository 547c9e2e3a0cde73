import { expect, test } from 'vitest'
import { cutAtRanges, groupPhone, snippetOf } from '#renderer/search/marked-text.ts'

const shown = (text: string, ranges: [number, number][]) =>
  cutAtRanges(text, ranges)
    .map(part => (part.isMarked ? `[${part.text}]` : part.text))
    .join('')

test('a text is cut at its marks, and nothing of it is lost', () => {
  expect(shown('指定顺丰', [[2, 4]])).toBe('指定[顺丰]')
  expect(shown('abc', [])).toBe('abc')
  expect(shown('', [[0, 1]])).toBe('')
})

test('marks that touch or overlap become one, and one that reaches beyond the text ends with it', () => {
  expect(shown('abcdef', [[0, 2], [2, 3], [1, 4]])).toBe('[abcd]ef') // biome-ignore format: one line
  expect(shown('abc', [[1, 99]])).toBe('a[bc]')
})

test('of a long text the neighbourhood of the match is shown, on one line, with the mark in its place', () => {
  const text = `${'前'.repeat(40)}\n顺丰${'后'.repeat(400)}`
  const { text: snippet, range } = snippetOf(text, 41, 43)
  expect(snippet.slice(...range)).toBe('顺丰')
  expect(snippet.startsWith('…前')).toBe(true)
  expect(snippet).not.toContain('\n')
  expect(snippet.length).toBeLessThan(130)
})

test('a match near the beginning needs no cut', () => {
  expect(snippetOf('请发顺丰到付', 2, 4)).toEqual({ text: '请发顺丰到付', range: [2, 4] })
})

test('a character of two halves is never cut in the middle', () => {
  const text = `${'甲'.repeat(10)}𠮷${'乙'.repeat(11)}丙`
  const { text: snippet, range } = snippetOf(text, 23, 24)
  expect(snippet.slice(...range)).toBe('丙')
  expect(snippet).toContain('𠮷')
})

test('a mobile number is grouped, and its marks move along', () => {
  const grouped = (phone: string, start: number, end: number) => {
    const { text, ranges } = groupPhone(phone, [[start, end]])
    return ranges.map(range => text.slice(...range)).join()
  }
  expect(groupPhone('13800001107', []).text).toBe('138 0000 1107')
  expect(grouped('13800001107', 7, 11)).toBe('1107')
  expect(grouped('13800001107', 0, 3)).toBe('138')
  expect(grouped('13812345678', 2, 8)).toBe('8 1234 5')
  expect(groupPhone('0571-88000000', [[0, 4]])).toEqual({ text: '0571-88000000', ranges: [[0, 4]] })
})
