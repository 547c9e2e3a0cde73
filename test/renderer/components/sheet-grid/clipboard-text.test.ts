import { describe, expect, test } from 'vitest'
import { toHtmlTable, toTsv } from '#renderer/components/sheet-grid/clipboard-text.ts'

describe('toTsv', () => {
  test('cells stand between tabs, rows between line ends of Windows', () => {
    expect(
      toTsv([
        ['a', 'b'],
        ['', 'd'],
      ]),
    ).toBe('a\tb\r\n\td')
  })

  test('a cell with a tab, a line end or a quote stands in quotes, quotes doubled, as Excel reads it', () => {
    expect(toTsv([['a\tb', 'line\nend', '5" pipe']])).toBe('"a\tb"\t"line\nend"\t"5"" pipe"')
  })

  test('a phone number keeps its zeros and is not quoted', () => {
    expect(toTsv([['0571 0000 0001']])).toBe('0571 0000 0001')
  })
})

describe('toHtmlTable', () => {
  test('cells are text for Excel', () => {
    expect(toHtmlTable([['000123']])).toBe(
      `<table><tr><td style="mso-number-format:'\\@'">000123</td></tr></table>`,
    )
  })

  test('text is never taken for markup, and line ends stay', () => {
    expect(toHtmlTable([['<b>&"\n=1+1']])).toContain('>&lt;b&gt;&amp;"<br>=1+1<')
  })
})
