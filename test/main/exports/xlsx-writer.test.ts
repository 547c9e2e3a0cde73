import fs from 'node:fs'
import path from 'node:path'
import ExcelJS from 'exceljs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { saveRejectedRows } from '#main/exports/rejected-workbook.service.ts'
import { columnName, escapeText, rowXml } from '#main/exports/sheet-xml.ts'
import { writeWorkbook } from '#main/exports/xlsx-writer.ts'
import type { RawRow } from '#main/imports/raw-row.ts'
import { readFile } from '#main/imports/read-file.ts'
import { makeTestFolder } from '#test/helpers/test-database.ts'

let folder: string
beforeEach(() => {
  folder = makeTestFolder()
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

const hostile = [
  '=HYPERLINK("x","y")',
  '+1+1',
  '@SUM(A1)',
  '000123',
  '110101199003078515',
  '<b>&"quoted"</b>',
  ' 前后 空格 ',
  '第一行\n第二行',
  '𬭎㛃 👩‍👩‍👧',
  '_x0041_',
  'a\u0001b',
]

const readOwn = async (file: string): Promise<RawRow[]> => {
  const rows: RawRow[] = []
  const sink = {
    opened: () => undefined,
    batch: (batch: { rows: readonly RawRow[] }) => void rows.push(...batch.rows),
  }
  await readFile(file, {}, sink, () => false)
  return rows
}

describe('a written workbook', () => {
  const write = async (file: string) =>
    writeWorkbook(file, {
      sheetName: () => '样例/名单[1]',
      columns: [
        { header: '内容', widthChars: 20, style: 'text' as const },
        { header: '数', widthChars: 10, style: 'plain' as const },
      ],
      rows: hostile.map((text, index) => [text, index + 0.5]),
    })

  test('is read back by another program with every text as it was and none as a formula', async () => {
    const file = path.join(folder, 'a.xlsx')
    expect(await write(file)).toEqual({ rowCount: hostile.length })
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(file)
    const sheet = book.worksheets[0]
    if (!sheet) throw new Error('the workbook has a sheet')
    expect(sheet.name).toBe('样例 名单 1 ')
    expect(sheet.getCell('A1').font?.bold).toBe(true)
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
    hostile.slice(0, 9).forEach((text, index) => {
      const cell = sheet.getCell(index + 2, 1)
      expect(cell.value).toBe(text)
      expect(cell.formula).toBeUndefined()
      expect(cell.numFmt).toBe('@')
      expect(sheet.getCell(index + 2, 2).value).toBe(index + 0.5)
    })
  })

  test('is read back by our own reader, escapes included', async () => {
    const file = path.join(folder, 'a.xlsx')
    await write(file)
    const rows = await readOwn(file)
    expect(rows.slice(1).map(row => row.cells)).toEqual(hostile.map((text, index) => [text, index + 0.5]))
  })

  test('that fails half-way leaves no file behind', async () => {
    const rows = (function* () {
      yield ['a']
      throw new Error('broken off')
    })()
    const sheet = {
      sheetName: () => 'a',
      columns: [{ header: 'a', widthChars: 8, style: 'text' as const }],
      rows,
    }
    await expect(writeWorkbook(path.join(folder, 'b.xlsx'), sheet)).rejects.toThrow('broken off')
    expect(fs.readdirSync(folder)).toEqual([])
  })
})

describe('rejected rows', () => {
  test('keep their columns and get one more with cell and reason', async () => {
    const file = path.join(folder, 'rejected.xlsx')
    const row = (rowNumber: number, cells: string[], reason: string | null, reasonCell: string | null) => ({
      rowNumber,
      verdict: 'rejected' as const,
      cells,
      changes: [],
      reason,
      reasonCell,
      reasonText: null,
      blanks: [],
    })
    await saveRejectedRows(
      file,
      {
        fileName: 'a.xlsx',
        mark: '〔0123456789ab〕',
        headers: ['姓名', '电话'],
        damaged: [],
        rows: [row(5, ['样例甲', '0138'], 'sum-row', 'B5'), row(9, ['样例乙'], null, null)],
      },
      'zh-CN',
    )
    const rows = await readOwn(file)
    expect(rows[0]?.cells).toEqual(['姓名', '电话', '退回原因 〔0123456789ab〕'])
    expect(rows[1]?.cells.slice(0, 2)).toEqual(['样例甲', '0138'])
    expect(rows[1]?.cells[2]).toMatch(/^B5 ./)
    expect(rows[2]?.cells[0]).toBe('样例乙')
  })
})

describe('sheet XML', () => {
  test('names columns as Excel does', () => {
    expect([0, 25, 26, 27, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AB', 'ZZ', 'AAA'])
  })

  test('leaves empty cells out and writes texts and numbers', () => {
    expect(rowXml(1, ['a', 2, null], [0, 0, 0])).toBe(
      '<row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve">a</t></is></c><c r="B1"><v>2</v></c></row>',
    )
  })

  test('escapes what XML cannot hold and protects what looks like an escape', () => {
    expect(escapeText('a<b\u0001_x0041_')).toBe('a&lt;b_x0001__x005F_x0041_')
    expect(escapeText('\uD800x')).toBe('_xD800_x')
    expect(escapeText('长'.repeat(40_000))).toHaveLength(32_767)
  })
})
