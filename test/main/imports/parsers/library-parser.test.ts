import fs from 'node:fs'
import { utils, write } from '@e965/xlsx'
import officeCrypto from 'officecrypto-tool'
import { describe, expect, it } from 'vitest'
import { readFile } from '#main/imports/read-file.ts'
import { readWhole } from '#test/data/read-whole.ts'
import { encodeLegacy } from '#test/helpers/legacy-text.ts'
import { workbookParts, writeBytes, writeWorkbook, writeZip } from '#test/helpers/workbook-builder.ts'
import { writeXls, type XlsCell, xlsBytes } from '#test/helpers/xls-builder.ts'

const one = (...rows: XlsCell[][]) => ({ sheets: [{ name: '客户', rows }] })
const firstRow = async (file: string) => (await readWhole(file)).rows[0]?.[0]?.cells

describe('an .xls', () => {
  it.each([false, true])('gives typed cells, with the texts of code page 936 (BIFF5: %s)', async isBiff5 => {
    const file = writeXls({
      ...one(
        ['林样一', { number: 1.5 }, { truth: true }, { errorByte: 0x2a }, { formulaValue: 2 }],
        [null, null, '110101199003077000'],
      ),
      isBiff5,
    })
    const whole = await readWhole(file)
    expect(whole.sheets).toEqual([{ name: '客户', isHidden: false }])
    expect(whole.rows[0]).toEqual([
      { rowNumber: 1, cells: ['林样一', 1.5, true, { error: '#N/A' }, 2] },
      { rowNumber: 2, cells: [null, null, '110101199003077000'] },
    ])
  })

  it('has dates by the number of the format, those of Chinese Excel among them, and numbers else', async () => {
    // 45366 is 2024-03-15; the formats 31 and 57 are yyyy年m月d日 and yyyy年m月, 46 is a duration.
    const formats = [0, 14, 31, 57, 22, 20, 46]
    const serials = [45_366, 45_366, 45_366, 45_366, 45_366.5, 0.25, 1.5]
    const cells = serials.map((number, style) => ({ number, style }))
    expect(await firstRow(writeXls({ ...one(cells), formats }))).toEqual([
      45_366,
      { date: '2024-03-15' },
      { date: '2024-03-15' },
      { date: '2024-03-15' },
      { datetime: '2024-03-15T12:00:00' },
      { time: '06:00:00' },
      1.5,
    ])
  })

  it('counts days from 1904 when it says so', async () => {
    const file = writeXls({ ...one([{ number: 1, style: 0 }]), formats: [14], is1904: true })
    expect(await firstRow(file)).toEqual([{ date: '1904-01-02' }])
  })

  it('marks hidden sheets and hidden rows', async () => {
    const rows = [['甲'], ['乙']]
    const whole = await readWhole(
      writeXls({
        sheets: [
          { name: '一', rows, hiddenRows: [1] },
          { name: '二', rows, isHidden: true },
        ],
      }),
    )
    expect(whole.sheets).toEqual([
      { name: '一', isHidden: false },
      { name: '二', isHidden: true },
    ])
    expect(whole.rows[0]).toEqual([
      { rowNumber: 1, cells: ['甲'] },
      { rowNumber: 2, isHidden: true, cells: ['乙'] },
    ])
  })

  it('keeps nothing of the workbook before: formats are those of its own', async () => {
    expect(await firstRow(writeXls({ ...one([{ number: 1, style: 0 }]), formats: [14] }))).toEqual([
      { date: '1900-01-01' },
    ])
    expect(await firstRow(writeXls({ ...one([{ number: 1, style: 0 }]), formats: [0] }))).toEqual([1])
  })

  it('reads one sheet when asked, and names the missing one', async () => {
    const file = writeXls({ sheets: ['一', '二'].map(name => ({ name, rows: [[name]] })) })
    const whole = await readWhole(file, { sheetName: '二' })
    expect([whole.rows[0], whole.rows[1]?.[0]?.cells]).toEqual([[], ['二']])
    expect((await readWhole(file, { sheetName: '三' })).error?.code).toBe('sheet-missing')
  })

  it('that was cut is no workbook with fewer rows', async () => {
    const rows = Array.from({ length: 500 }, (_, index) => [`样例${index}`])
    const bytes = xlsBytes({ sheets: [{ name: '一', rows }] })
    for (const share of [0.3, 0.6, 0.9]) {
      const { error } = await readWhole(writeBytes(bytes.subarray(0, bytes.length * share), 'cut.xls'))
      expect(error?.code).toMatch(/^file-(?:truncated|damaged)$/)
    }
  })
})

describe('other kinds of workbook', () => {
  const table = [
    ['姓名', '编号', '生日'],
    ['林样一', '000123', 33_000],
  ]

  it.each(['xlsb', 'ods', 'fods', 'xlml'] as const)('%s gives the cells of the table', async kind => {
    const sheet = utils.aoa_to_sheet(table)
    sheet.C2 = { t: 'n', v: 33_000, z: 'yyyy/mm/dd' }
    const workbook = utils.book_new()
    utils.book_append_sheet(workbook, sheet, '客户')
    const bytes = write(workbook, { type: 'buffer', bookType: kind }) as Uint8Array
    const whole = await readWhole(writeBytes(Buffer.from(bytes), 'book.xls'))
    // 33000 is 1990-05-07.
    expect(whole.rows[0]?.map(({ cells }) => cells)).toEqual([
      ['姓名', '编号', '生日'],
      ['林样一', '000123', { date: '1990-05-07' }],
    ])
  })

  it('an .ods marks the sheets that its styles hide', async () => {
    const content = `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:style="s" xmlns:text="x"><office:automatic-styles><style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>${['ta1', 'ta2'].map(style => `<table:table table:name="${style}" table:style-name="${style}"><table:table-row><table:table-cell office:value-type="string"><text:p>样</text:p></table:table-cell></table:table-row></table:table>`).join('')}</office:spreadsheet></office:body></office:document-content>`
    const file = await writeZip(
      {
        mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
        'META-INF/manifest.xml':
          '<manifest:manifest xmlns:manifest="m"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>',
        'content.xml': content,
      },
      'a.ods',
    )
    expect((await readWhole(file)).sheets).toEqual([
      { name: 'ta1', isHidden: false },
      { name: 'ta2', isHidden: true },
    ])
  })

  it('an XML workbook that is cut, or that declares an entity, is refused by name', async () => {
    const sheet = utils.aoa_to_sheet(table)
    const workbook = utils.book_new()
    utils.book_append_sheet(workbook, sheet, '客户')
    const xml = String(write(workbook, { type: 'string', bookType: 'xlml' }))
    const cut = await readWhole(writeBytes(xml.slice(0, xml.indexOf('000123')), 'a.xml'))
    expect(cut.error?.code).toBe('file-truncated')
    const declared = xml.replace(
      '<Workbook',
      '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><Workbook',
    )
    expect((await readWhole(writeBytes(declared, 'a.xml'))).error?.code).toBe('file-damaged')
  })

  it('SYLK and dBASE in GBK give their texts', async () => {
    const sylk =
      'ID;PWXL;N;E\r\nC;Y1;X1;K"姓名"\r\nC;X2;K"编号"\r\nC;Y2;X1;K"林样一"\r\nC;X2;K"000123"\r\nE\r\n'
    const whole = await readWhole(writeBytes(encodeLegacy(sylk, 'gb18030'), 'a.slk'))
    expect(whole.rows[0]?.map(({ cells }) => cells)).toEqual([
      ['姓名', '编号'],
      ['林样一', '000123'],
    ])
  })
})

describe('a workbook behind a password', () => {
  it.each([{}, { type: 'standard' as const }])(
    'opens with it (%j), is named without, and says when it is wrong',
    async kind => {
      const plain = fs.readFileSync(
        await writeWorkbook({
          sheets: [{ name: '表', rows: '<row><c t="inlineStr"><is><t>样例</t></is></c></row>' }],
        }),
      )
      const locked = officeCrypto.encrypt(plain, { password: '密码Ab1', ...kind })
      const file = writeBytes(locked, 'locked.xlsx')
      expect((await readWhole(file)).error).toMatchObject({ code: 'file-encrypted', details: { opens: 1 } })
      expect((await readWhole(file, { password: 'wrong' })).error?.code).toBe('password-wrong')
      expect((await readWhole(file, { password: '密码Ab1' })).rows[0]?.[0]?.cells).toEqual(['样例'])
    },
  )

  it('keeps the limits of every file after it was opened', async () => {
    const parts = workbookParts({ sheets: [{ name: '表', rows: '<row><c><v>1</v></c></row>' }] })
    const broken = fs.readFileSync(
      await writeZip({ ...parts, 'xl/workbook.xml': '<workbook><!DOCTYPE x></workbook>' }, 'a.xlsx'),
    )
    const file = writeBytes(officeCrypto.encrypt(broken, { password: 'a' }), 'locked.xlsx')
    expect((await readWhole(file, { password: 'a' })).error?.code).toBe('file-damaged')
  })
})

describe('limits of the library', () => {
  it('a sheet that would fill the memory ends with a named error, and the next file is read', async () => {
    const cell =
      '<table:table-cell office:value-type="string" table:number-columns-repeated="16000"><text:p>样例样例</text:p></table:table-cell>'
    const content = `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="一"><table:table-row table:number-rows-repeated="1000000">${cell}</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`
    const parts = {
      mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
      'META-INF/manifest.xml': '<manifest:manifest xmlns:manifest="m"/>',
      'content.xml': content,
    }
    const sink = { opened: () => undefined, batch: () => undefined }
    await expect(readFile(await writeZip(parts, 'a.ods'), {}, sink, () => false)).rejects.toMatchObject({
      code: 'file-too-large',
    })
    expect(await firstRow(writeXls(one(['样例'])))).toEqual(['样例'])
  }, 120_000)
})
