import fs from 'node:fs'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import type { RawCell } from '#main/imports/raw-row.ts'
import { readWhole } from '#test/data/read-whole.ts'
import {
  MAIN_NS,
  sheetXml,
  workbookParts,
  writeBytes,
  writeWorkbook,
  writeZip,
} from '#test/helpers/workbook-builder.ts'

const one = (rows: string, strings: readonly string[] = []) => ({ sheets: [{ name: '表', rows }], strings })
const cells = async (rows: string, strings: readonly string[] = []) =>
  (await readWhole(await writeWorkbook(one(rows, strings)))).rows[0]?.map(row => row.cells)
const errorOf = async (file: string) => (await readWhole(file)).error
const row = (inner: string, r = 1) => `<row r="${r}">${inner}</row>`

function emptyRows(from: number, to: number): string {
  let xml = ''
  for (let index = from; index <= to; index++)
    xml +=
      index % 2 === 0
        ? `<row r="${index}" s="4" customFormat="1"/>`
        : `<row r="${index}"><c r="A${index}" s="4"/></row>`
  return xml
}

describe('a workbook by an independent writer', () => {
  it('gives back 5,000 x 12 cells, over many blocks and chunks', async () => {
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('客户')
    const made: RawCell[][] = []
    for (let index = 0; index < 5000; index++) {
      const day = new Date(Date.UTC(2020, 0, 1 + (index % 900)))
      const note = index % 3 === 0 ? null : `样例备注 ${index} & <${'长'.repeat(index % 90)}>`
      const values = [`样例${index}`, `1380000${1000 + index}`, index * 1.25, index % 2 === 0, null, note]
      const formula = { formula: 'A1', result: index } as ExcelJS.CellFormulaValue
      sheet.addRow([
        ...values,
        day,
        formula,
        { richText: [{ text: '富' }, { font: { bold: true }, text: `文本${index}` }] },
      ])
      made.push([...values, { date: day.toISOString().slice(0, 10) }, index, `富文本${index}`])
    }
    sheet.getColumn(7).numFmt = 'yyyy-mm-dd'
    const file = writeBytes(new Uint8Array(await book.xlsx.writeBuffer()), 'made.xlsx')
    const whole = await readWhole(file)
    expect(whole.rows[0]?.length).toBe(5000)
    expect(whole.rows[0]?.map(({ cells }) => cells)).toEqual(made)
  })
})

describe('cells in unusual dress', () => {
  it('keep text by the rules of xml:space', async () => {
    const strings = ['<t> a </t>', '<t xml:space="preserve"> a </t>', '<t>\t全 角\n</t>', '<t/>', '<t></t>']
    const row1 = strings.map((_, index) => `<c r="${'ABCDE'[index]}1" t="s"><v>${index}</v></c>`).join('')
    expect(await cells(row(row1), strings)).toEqual([['a', ' a ', '全 角']])
  })

  it('keep outer white space everywhere when the list itself asks for it', async () => {
    const stringsPart = `<sst xmlns="${MAIN_NS}" xml:space="preserve"><si><t> a </t></si></sst>`
    const whole = await readWhole(await writeWorkbook({ ...one(row('<c t="s"><v>0</v></c>')), stringsPart }))
    expect(whole.rows[0]?.[0]?.cells).toEqual([' a '])
  })

  it('join runs after a plain text, and leave phonetic runs out', async () => {
    const strings = ['<t>甲</t><r><t>乙</t></r><rPh sb="0" eb="1"><t>x</t></rPh>', '<t><![CDATA[a<b]]></t>']
    expect(await cells(row('<c t="s"><v>0</v></c><c t="s"><v>1</v></c>'), strings)).toEqual([['甲乙', 'a<b']])
  })

  it('come from any column, in any order', async () => {
    expect(await cells(row('<c r="AB1"><v>28</v></c><c r="B1"><v>2</v></c>'))).toEqual([
      [null, 2, ...new Array(25).fill(null), 28],
    ])
  })

  it('that are no number come as the text that stands there', async () => {
    expect(await cells(row('<c r="A1"><v>#DIV/0!</v></c><c r="B1"><v>1E999</v></c>'))).toEqual([
      ['#DIV/0!', '1E999'],
    ])
  })

  it('hold the value of an inline cell whether it stands in <is> or in <v>', async () => {
    expect(await cells(row('<c t="inlineStr"><v>甲</v></c><c t="inlineStr"><is><t>乙</t></is></c>'))).toEqual(
      [['甲', '乙']],
    )
  })

  it('may be followed by a million tags of the sheet that hold no rows', async () => {
    const part = () => [
      sheetXml(row('<c><v>1</v></c>')).replace('</worksheet>', ''),
      '<mergeCells>',
      '<mergeCell ref="A1:B1"/>'.repeat(1_600_000),
      '</mergeCells></worksheet>',
    ]
    const whole = await readWhole(await writeWorkbook({ sheets: [{ name: '表', part }] }))
    expect([whole.error, whole.rows[0]?.length]).toEqual([undefined, 1])
  })

  it('may be followed by empty rows down to the last, with or without closing tags', async () => {
    function* part() {
      yield sheetXml(row('<c><v>1</v></c>')).replace('</sheetData></worksheet>', '')
      for (let from = 2; from <= 1_048_576; from += 2048)
        yield emptyRows(from, Math.min(from + 2047, 1_048_576))
      yield '</sheetData></worksheet>'
    }
    const whole = await readWhole(await writeWorkbook({ sheets: [{ name: '表', part }] }))
    expect([whole.error, whole.rows[0]?.length]).toEqual([undefined, 1])
  })
})

describe('a package in unusual dress', () => {
  it('reads with a workbook elsewhere, backslashes in names and stored parts', async () => {
    const parts = workbookParts(one(row('<c t="s"><v>0</v></c>'), ['<t>甲</t>']))
    const moved: Record<string, string> = {}
    for (const [name, content] of Object.entries(parts))
      moved[name.replace('xl/', 'Other/')] = String(content)
    moved['_rels/.rels'] = String(parts['_rels/.rels']).replace('xl/workbook.xml', '/other\\workbook.xml')
    expect((await readWhole(await writeZip(moved, 'odd.xlsx'))).rows[0]?.[0]?.cells).toEqual(['甲'])
  })

  it('reads one sheet when asked, and names the missing one', async () => {
    const file = await writeWorkbook({
      sheets: [
        { name: '甲', rows: row('<c><v>1</v></c>') },
        { name: '乙', rows: row('<c><v>2</v></c>') },
      ],
    })
    const whole = await readWhole(file, { sheetName: '乙' })
    expect([whole.rows[0], whole.rows[1]?.[0]?.cells]).toEqual([[], [2]])
    expect((await readWhole(file, { sheetName: '丙' })).error?.code).toBe('sheet-missing')
  })

  it('ignores parts that would lie outside, whatever their names', async () => {
    const parts = { ...workbookParts(one(row('<c><v>1</v></c>'))), 'xx/xx/evil.txt': 'x', 'CON.xml': 'x' }
    const file = await writeZip(parts, 'evil.xlsx')
    const bytes = fs.readFileSync(file).toString('latin1').replaceAll('xx/xx/evil.txt', '../../evil.txt')
    const patched = writeBytes(Buffer.from(bytes, 'latin1'), 'evil.xlsx')
    expect((await readWhole(patched)).rows[0]?.[0]?.cells).toEqual([1])
  })

  it.each([
    ['word/document.xml', 'docx'],
    ['index/document.iwa', 'numbers'],
  ])('with the part %s is named as %s', async (part, format) => {
    expect(await errorOf(await writeZip({ [part]: 'x' }, 'a.xlsx'))).toMatchObject({
      code: 'file-type-unsupported',
      details: { format },
    })
  })

  it('with other files than a workbook is to be unpacked first', async () => {
    expect((await errorOf(await writeZip({ 'readme.txt': 'x' }, 'a.xlsx')))?.code).toBe('file-is-archive')
  })

  it('of OpenDocument, but no spreadsheet, is named', async () => {
    const parts = { mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<a/>' }
    expect(await errorOf(await writeZip(parts, 'a.xlsx'))).toMatchObject({ details: { format: 'odf' } })
  })
})

describe('damage is named, never read around', () => {
  const good = one(
    Array.from({ length: 300 }, (_, index) =>
      row(`<c t="s"><v>0</v></c><c><v>${index}</v></c>`, index + 1),
    ).join(''),
    ['<t>甲</t>'],
  )
  const withSheet = (part: string) => writeWorkbook({ ...good, sheets: [{ name: '表', part }] })

  it.each([0.3, 0.6, 0.9, 0.99])('a file cut at %d is truncated', async share => {
    const bytes = fs.readFileSync(await writeWorkbook(good))
    expect(
      (await errorOf(writeBytes(bytes.subarray(0, Math.floor(bytes.length * share)), 'cut.xlsx')))?.code,
    ).toBe('file-truncated')
  })

  it('any byte changed in the rows is found', async () => {
    const bytes = fs.readFileSync(await writeWorkbook(good))
    const sheetAt = bytes.indexOf('xl/worksheets/sheet1.xml')
    for (const distance of [40, 60, 200, 400]) {
      const damaged = Buffer.from(bytes)
      damaged[sheetAt + distance] = (damaged[sheetAt + distance] as number) ^ 0x5a
      expect((await errorOf(writeBytes(damaged, 'hurt.xlsx')))?.code).toBe('file-damaged')
    }
  })

  it.each([
    ['rows without an end', sheetXml(row('<c><v>1</v></c>')).replace('</sheetData></worksheet>', '')],
    ['a row without an end', sheetXml('<row r="1"><c><v>1</v></c>')],
    ['a cell without an end', sheetXml('<row r="1"><c><v>1</v></row>')],
    ['a tag without an end', sheetXml('<row r="1"><c r="A1')],
    ['a row after the last one', sheetXml(row('<c><v>1</v></c>', 1_048_577))],
    ['a column after the last one', sheetXml(row('<c r="XFE1"><v>1</v></c>'))],
    ['a string that is not there', sheetXml(row('<c t="s"><v>1</v></c>'))],
    ['text before the root', `text${sheetXml(row('<c><v>1</v></c>'))}`],
    ['another root', '<html></html>'],
    ['nothing', ''],
  ])('%s', async (_, part) => {
    expect((await errorOf(await withSheet(part)))?.code).toBe('file-damaged')
  })

  it.each([
    '[Content_Types].xml',
    '_rels/.rels',
    'xl/workbook.xml',
    'xl/_rels/workbook.xml.rels',
    'xl/worksheets/sheet1.xml',
  ])('a package without %s', async part => {
    expect((await errorOf(await writeWorkbook({ ...good, overrides: { [part]: undefined } })))?.code).toBe(
      'file-damaged',
    )
  })

  it('an entity is neither expanded nor fetched', async () => {
    const laughs = sheetXml(row('<c t="inlineStr"><is><t>&x;</t></is></c>')).replace(
      '<worksheet',
      '<!DOCTYPE a [<!ENTITY x "y">]><worksheet',
    )
    expect(await errorOf(await withSheet(laughs))).toMatchObject({
      code: 'file-damaged',
      details: { reason: 'doctype' },
    })
  })

  it('says in which sheet and after which row', async () => {
    const rows = `${row('<c><v>1</v></c>', 1)}${row('<c><v>2</v></c>', 2)}${row('<c t="s"><v>7</v></c>', 3)}`
    expect(await errorOf(await withSheet(sheetXml(rows)))).toMatchObject({ details: { sheet: '表', row: 3 } })
  })

  it('a password on a part is named as such', async () => {
    const bytes = fs.readFileSync(await writeWorkbook(good))
    for (const signature of ['PK\x01\x02', 'PK\x03\x04']) {
      const flagsAt = signature === 'PK\x01\x02' ? 8 : 6
      for (
        let at = bytes.indexOf(signature, 0, 'latin1');
        at >= 0;
        at = bytes.indexOf(signature, at + 1, 'latin1')
      )
        bytes[at + flagsAt] = (bytes[at + flagsAt] as number) | 1
    }
    expect((await errorOf(writeBytes(bytes, 'locked.xlsx')))?.code).toBe('file-encrypted')
  })
})
