import { describe, expect, it } from 'vitest'
import { recallEncoding, recallSeparator } from '#main/imports/parsers/remembered-reading.ts'
import { encodeLegacy } from '#test/helpers/legacy-text.ts'

const known = { encoding: 'gb18030', separator: null, headings: ['姓名', '手机', '备注'], isSameName: false }
const gbk = encodeLegacy('姓名,手机,备注\n芃芃,13800001101,自用\n', 'gb18030')

describe('the encoding that was chosen by hand', () => {
  it('is taken where it reads the headings that are known', () => {
    expect(recallEncoding(gbk, 'windows-1252', [known])).toBe('gb18030')
  })

  it('is not taken for a file with other headings, or that it cannot read', () => {
    const other = encodeLegacy('款号,颜色,尺码\n', 'gb18030')
    expect(recallEncoding(other, 'windows-1252', [known])).toBeNull()
    expect(recallEncoding(encodeLegacy('姓名,手機\n', 'big5'), 'big5', [known])).toBeNull()
  })

  it('is not taken against what the content proves where both read the headings', () => {
    const latin = { ...known, headings: ['name', 'phone'] }
    const text = Buffer.from('name,phone\n林样一,13800001101\n')
    expect(recallEncoding(text, 'utf-8', [latin])).toBeNull()
    expect(recallEncoding(text, 'big5', [latin])).toBe('gb18030')
  })

  it('is taken of files without headings by their name, unless the content proves another', () => {
    const bare = { ...known, headings: [], isSameName: true }
    expect(recallEncoding(gbk, 'windows-1252', [bare])).toBe('gb18030')
    expect(recallEncoding(gbk, 'utf-8', [bare])).toBeNull()
    expect(recallEncoding(gbk, 'windows-1252', [{ ...bare, isSameName: false }])).toBeNull()
  })

  it('is that of the newest of several files', () => {
    const older = { ...known, encoding: 'big5' }
    expect(recallEncoding(gbk, 'windows-1252', [older, known])).toBe('gb18030')
  })
})

describe('the separator that was chosen by hand', () => {
  const bar = { ...known, encoding: null, separator: '|' }

  it('is taken where it cuts a line into the headings that are known, below title rows too', () => {
    expect(recallSeparator('会员登记\n姓名|手机|备注\n林样一|13800001101|a,b\n', [bar])).toBe('|')
    expect(recallSeparator('"姓名"|"手机"|"备|注"\n', [{ ...bar, headings: ['姓名', '手机'] }])).toBe('|')
  })

  it('is not taken where it does not', () => {
    expect(recallSeparator('姓名,手机,备注\n', [bar])).toBeNull()
  })
})
