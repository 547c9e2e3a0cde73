import { beforeAll, describe, expect, it } from 'vitest'
import type { RawCell, RawRow } from '#main/imports/raw-row.ts'
import { readWhole, type WholeFile } from '#test/data/read-whole.ts'
import { MAIN_NS, sheetXml, workbookParts, writeWorkbook, writeZip } from '#test/helpers/workbook-builder.ts'

const formats = [
  'General',
  14,
  'yyyy"年"m"月"d"日"',
  22,
  '@',
  '000000',
  10,
  20,
  31,
  '[h]:mm',
  '[Red]0.00',
  '0"日"',
  '"¥"#,##0.00',
  '#,##0.00_);[Red]\\(#,##0.00\\)',
  57,
  'yyyy\\-mm\\-dd;@',
  '[$-804]yyyy"年"m"月"',
  '[DBNum1][$-804]yyyy"年"m"月"d"日"',
  '上午/下午h"时"mm"分"',
]
const style = (format: string | number) => formats.indexOf(format)
const strings: string[] = []
const shared = (item: string) => strings.push(item) - 1
/** 15 March 2024, as Excel counts days. */
const DAY = 45_366

type Trap = readonly [name: string, cell: (ref: string, shift: number) => string, expected: RawCell]
const text = (item: string, s = 0) => {
  const index = shared(item)
  return (ref: string) => `<c r="${ref}" s="${s}" t="s"><v>${index}</v></c>`
}
const number =
  (value: number | string, s = 0) =>
  (ref: string) =>
    `<c r="${ref}" s="${s}"><v>${value}</v></c>`
const moment = (serial: number, format: string | number) => (ref: string, shift: number) =>
  `<c r="${ref}" s="${style(format)}"><v>${serial - shift}</v></c>`
const day = { date: '2024-03-15' }

/** One cell each; the expected value is what Excel shows or holds. */
const traps: readonly Trap[] = [
  ['zeros in front of a text', text('<t>000123</t>', style('@')), '000123'],
  [
    'rich text of three runs',
    text(
      '<r><rPr><sz val="11"/></rPr><t>张</t></r><r><rPr><b/></rPr><t xml:space="preserve">三 </t></r><r><t>丰</t></r>',
    ),
    '张三 丰',
  ],
  [
    'phonetic text beside a word',
    text('<t>北京</t><rPh sb="0" eb="2"><t>ペキン</t></rPh><phoneticPr fontId="1"/>'),
    '北京',
  ],
  ['built-in date 14', moment(DAY, 14), day],
  ['Chinese date format', moment(DAY, 'yyyy"年"m"月"d"日"'), day],
  ['date with time', moment(DAY + 0.5625, 22), { datetime: '2024-03-15T13:30:00' }],
  ['built-in Chinese date 31', moment(DAY, 31), day],
  ['built-in Chinese date 57', moment(DAY, 57), day],
  ['month format with a locale', moment(DAY, '[$-804]yyyy"年"m"月"'), day],
  ['date in Chinese digits', moment(DAY, '[DBNum1][$-804]yyyy"年"m"月"d"日"'), day],
  ['ISO date cell', ref => `<c r="${ref}" t="d" s="1"><v>2024-03-15T00:00:00</v></c>`, day],
  ['phone as text', text('<t>13800138000</t>', style('@')), '13800138000'],
  ['phone as number', number('13800138000'), 13_800_138_000],
  ['18 digits as text', text('<t>110101199003078515</t>', style('@')), '110101199003078515'],
  ['18 digits as number, damaged by Excel itself', number('1.1010119900307851E+17'), 110_101_199_003_078_510],
  ['formula with a number', ref => `<c r="${ref}"><f>1+2</f><v>3</v></c>`, 3],
  ['formula with a text', ref => `<c r="${ref}" t="str"><f>"合"&amp;"计"</f><v>合计</v></c>`, '合计'],
  ['formula with a date', (ref, shift) => `<c r="${ref}" s="1"><f>TODAY()</f><v>${DAY - shift}</v></c>`, day],
  ['shared formula', ref => `<c r="${ref}"><f t="shared" ref="${ref}" si="0">A1*2</f><v>8</v></c>`, 8],
  ['boolean', ref => `<c r="${ref}" t="b"><v>1</v></c>`, true],
  ['error', ref => `<c r="${ref}" t="e"><v>#N/A</v></c>`, { error: '#N/A' }],
  ['inline text', ref => `<c r="${ref}" t="inlineStr"><is><t>内联</t></is></c>`, '内联'],
  [
    'inline rich text',
    ref => `<c r="${ref}" t="inlineStr"><is><r><t>内</t></r><r><rPr><b/></rPr><t>联</t></r></is></c>`,
    '内联',
  ],
  ['format of zeros', number(123, style('000000')), '000123'],
  ['percent', number(0.125, style(10)), 0.125],
  ['time of day', number(0.5, style(20)), { time: '12:00:00' }],
  ['elapsed time is no date', number(1.5, style('[h]:mm')), 1.5],
  ['colour in a number format', number(12.5, style('[Red]0.00')), 12.5],
  ['日 in a number format', number(15, style('0"日"')), 15],
  ['money', number(1234.5, style('"¥"#,##0.00')), 1234.5],
  ['negative money in brackets', number(-1234.5, style('#,##0.00_);[Red]\\(#,##0.00\\)')), -1234.5],
  ['float', number('0.30000000000000004'), 0.300_000_000_000_000_04],
  ['kept spaces', text('<t xml:space="preserve"> 前后 </t>'), ' 前后 '],
  [
    'escapes and entities',
    text('<t>第一行_x000D_\n第二行&amp;&#x4E2D;&lt;b&gt;</t>'),
    '第一行\r\n第二行&中<b>',
  ],
  ['characters beyond the basic plane', text('<t>𠮷野家😀</t>'), '𠮷野家😀'],
  ['empty styled cell', ref => `<c r="${ref}" s="4"/>`, null],
  ['text after a gap', text('<t>隔列</t>'), '隔列'],
]

function columnName(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : `A${columnName(column - 26)}`
}

/** The last trap stands after a gap of one column. */
const columns = traps.map((_, index) => (index === traps.length - 1 ? index + 1 : index))
const headIndex = traps.map(([name]) => shared(`<t>${name}</t>`))
const extra = {
  title: shared('<t>客户档案</t>'),
  hidden: shared('<t>隐藏行</t>'),
  after: shared('<t>空两行之后</t>'),
  other: shared('<t>别的表</t>'),
}

function rowsXml(shift: number): string {
  const head = headIndex.map(
    (index, column) => `<c r="${columnName(columns[column] as number)}3" t="s"><v>${index}</v></c>`,
  )
  const cells = traps.map(([, make], index) => make(`${columnName(columns[index] as number)}4`, shift))
  const empty = Array.from(
    { length: 200 },
    (_, index) => `<row r="${index + 9}" s="4"><c r="A${index + 9}" s="4"/></row>`,
  )
  return [
    `<row r="1"><c r="A1" t="s"><v>${extra.title}</v></c><c r="B1"/></row>`,
    `<row r="3" spans="1:38">${head.join('')}</row><row r="4">${cells.join('')}</row>`,
    `<row r="5" hidden="1"><c r="A5" t="s"><v>${extra.hidden}</v></c></row>`,
    `<row r="8"><c r="A8" t="s"><v>${extra.after}</v></c></row>`,
    ...empty,
  ].join('')
}

const otherRow = `<row r="1"><c r="A1" t="s"><v>${extra.other}</v></c></row>`
const book = (shift: number) => ({
  sheets: [
    { name: '客户', rows: rowsXml(shift) },
    { name: '隐藏表', rows: otherRow, state: 'hidden' as const },
    { name: '订单', rows: otherRow },
  ],
  strings,
  formats,
})

const trapCells = (rows: readonly RawRow[]) => rows[2]?.cells ?? []

describe('a workbook of traps', () => {
  let whole: WholeFile
  beforeAll(async () => {
    whole = await readWhole(await writeWorkbook(book(0)))
  })

  it.each(traps.map(([name, , expected], index) => [name, index, expected] as const))(
    'reads: %s',
    (_, index, expected) => {
      expect(trapCells(whole.rows[0] ?? [])[columns[index] as number] ?? null).toEqual(expected)
    },
  )

  it('gives the sheets in the order of the workbook, not of the zip file, and marks hidden ones', () => {
    expect(whole.sheets).toEqual([
      { name: '客户', isHidden: false },
      { name: '隐藏表', isHidden: true },
      { name: '订单', isHidden: false },
    ])
    expect(whole.rows[1]).toEqual([{ rowNumber: 1, cells: ['别的表'] }])
  })

  it('keeps row numbers over gaps, marks hidden rows, and passes over 200 empty styled rows and a false dimension', () => {
    const [rows = []] = whole.rows
    expect(rows.map(row => row.rowNumber)).toEqual([1, 3, 4, 5, 8])
    expect(rows[3]).toEqual({ rowNumber: 5, isHidden: true, cells: ['隐藏行'] })
    expect(rows[4]).toEqual({ rowNumber: 8, cells: ['空两行之后'] })
  })
})

describe('the same traps in another form', () => {
  it('read the same with dates counted from 1904', async () => {
    const whole = await readWhole(await writeWorkbook({ ...book(1462), is1904: true }))
    traps.forEach(([name, , expected], index) => {
      expect([name, trapCells(whole.rows[0] ?? [])[columns[index] as number] ?? null]).toEqual([
        name,
        expected,
      ])
    })
  })

  it('read the same with absolute relation targets', async () => {
    const whole = await readWhole(await writeWorkbook({ ...book(0), targetBase: '/xl/' }))
    expect(trapCells(whole.rows[0] ?? [])[0]).toBe('000123')
    expect(whole.rows[0]).toHaveLength(5)
  })

  it('read the same without references on rows and cells, then without gaps', async () => {
    const bare = rowsXml(0).replace(/ r="[A-Z]*\d+"/g, '')
    const whole = await readWhole(await writeWorkbook({ ...book(0), sheets: [{ name: '客户', rows: bare }] }))
    const row = whole.rows[0]?.find(({ cells }) => cells[0] === '000123')
    traps.forEach(([name, , expected], index) => {
      expect([name, row?.cells[index] ?? null]).toEqual([name, expected])
    })
  })

  it('read the same with single quotes, line breaks inside tags and comments between them', async () => {
    const odd = rowsXml(0)
      .replace(/<c r="([A-Z]+\d+)"/g, "<c\n r='$1'\t")
      .replace(/<\/row>/g, '</row><!-- <row r="1"><c><v>1</v></c></row> -->')
    const whole = await readWhole(await writeWorkbook({ ...book(0), sheets: [{ name: '客户', rows: odd }] }))
    traps.forEach(([name, , expected], index) => {
      expect([name, trapCells(whole.rows[0] ?? [])[columns[index] as number] ?? null]).toEqual([
        name,
        expected,
      ])
    })
  })

  const expectTraps = async (file: string) => {
    const whole = await readWhole(file)
    expect(whole.error).toBeUndefined()
    traps.forEach(([name, , expected], index) => {
      expect([name, trapCells(whole.rows[0] ?? [])[columns[index] as number] ?? null]).toEqual([
        name,
        expected,
      ])
    })
  }
  const prefixed = (xml: string) =>
    xml.replace(/<(\/?)([a-zA-Z])/g, '<$1x:$2').replace(' xmlns=', ' xmlns:x=')

  it('read the same when every tag of sheet and strings has a namespace prefix', async () => {
    const parts = workbookParts({
      ...book(0),
      sheets: [{ name: '客户', part: prefixed(sheetXml(rowsXml(0))) }],
    })
    parts['xl/sharedStrings.xml'] = prefixed(String(parts['xl/sharedStrings.xml']))
    await expectTraps(await writeZip(parts, 'prefixed.xlsx'))
  })

  it('read the same in the strict language', async () => {
    const strict = 'http://purl.oclc.org/ooxml/spreadsheetml/main'
    const parts = Object.fromEntries(
      Object.entries(workbookParts(book(0))).map(([name, part]) => [
        name,
        String(part)
          .replaceAll(MAIN_NS, strict)
          .replaceAll(
            'http://schemas.openxmlformats.org/officeDocument/2006',
            'http://purl.oclc.org/ooxml/officeDocument',
          ),
      ]),
    )
    await expectTraps(await writeZip(parts, 'strict.xlsx'))
  })
})
