import { describe, expect, test } from 'vitest'
import { csvField } from '#main/exports/csv-writer.ts'
import { encodeGb18030 } from '#main/exports/gb18030.ts'
import { guardText, unguardText } from '#shared/domain/csv-guard.ts'
import { archiveMarkOf, parseOwnRowKey, writeOwnRowKey } from '#shared/domain/own-row.ts'

describe('GB18030', () => {
  test('has the bytes of GBK for what GBK has', () => {
    expect(Buffer.from(encodeGb18030('样例')).toString('hex')).toBe('d1f9c0fd')
    expect(Buffer.from(encodeGb18030('A啊')).toString('hex')).toBe('41b0a1')
  })

  test('holds every character of Unicode: each is read back by the decoder of the system', () => {
    const decoder = new TextDecoder('gb18030')
    const points = Array.from({ length: 0x11000 }, (_, at) => (at < 0x10000 ? at : 0x20000 + at))
    const differing = points
      .filter(point => (point < 0xd800 || point >= 0xe000) && point !== 0xfffd)
      .map(point => String.fromCodePoint(point))
      .filter(character => decoder.decode(encodeGb18030(character)) !== character)
    // For private use only: U+E5E5 has no bytes, and GB 18030-2022 gave the places of the others to characters of Unicode.
    const lost = /[\ue5e5\ue78d-\ue796\ue81e\ue826\ue82b\ue82c\ue832\ue843\ue854\ue864]/
    expect(differing.filter(character => !lost.test(character))).toEqual([])
  })
})

describe('a text of a csv', () => {
  test('that would be a formula gets an apostrophe, which comes off again', () => {
    expect(guardText('=HYPERLINK("x")')).toBe(`'=HYPERLINK("x")`)
    expect(guardText('样例')).toBe('样例')
    expect(unguardText("'-5")).toBe('-5')
    expect(unguardText("'x")).toBe("'x")
    for (const text of ['=1', '＝1', ' +1', '@x', "'=1", '\t=1', '"-1', '8613800000001', "'", ''])
      expect(unguardText(guardText(text)), text).toBe(text)
  })

  test('is quoted; numbers are not, and long digits keep their zeros in Excel', () => {
    expect(csvField('=1+1', false)).toBe(`"'=1+1"`)
    expect(csvField(-5, false)).toBe('-5')
    expect(csvField('007', true)).toBe('"007\t"')
    expect(csvField('a"b', true)).toBe('"a""b"')
    expect([csvField(null, true), csvField('', true)]).toEqual(['', ''])
  })
})

describe('the key of an exported row', () => {
  const mark = archiveMarkOf('01234567-89ab-cdef-0123-456789abcdef')

  test('names its archive and has five characters for each filled cell', () => {
    expect(mark).toBe('0123456789abcdef')
    const cells = [
      { mark: 'b', text: '样例甲' },
      { mark: 'c', text: '' },
    ]
    expect(writeOwnRowKey(mark, cells, '')).toMatch(/^kehu:0123456789abcdef:b[\w-]{4}$/)
  })

  test('knows which cells are as they were exported', () => {
    const key = parseOwnRowKey(writeOwnRowKey(mark, [{ mark: 'b', text: '样例甲' }], 'order:7'))
    expect(key).toMatchObject({ archiveMark: mark, orderKey: 'order:7' })
    expect(key?.isAsExported({ mark: 'b', text: '样例甲' })).toBe(true)
    expect(key?.isAsExported({ mark: 'b', text: '样例乙' })).toBe(false)
    expect(key?.isAsExported({ mark: 'h', text: '样例甲' })).toBe(false)
  })

  test('is no other text', () => {
    for (const text of ['', 'kehu', 'kehu:0123:', '样例', 'kehu:0123456789abcdeg:'])
      expect(parseOwnRowKey(text)).toBeUndefined()
  })
})
