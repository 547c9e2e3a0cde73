import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import Papa from 'papaparse'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { exportFrom } from '#test/helpers/exported-file.ts'
import { ImportArchive, verdictsOf } from '#test/helpers/import-archive.ts'

const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0
const reason = hasLibreOffice ? '' : ' (LibreOffice is missing)'

/** Turns a file into another format, as somebody who saves it there. */
function convert(file: string, extension: string, filter = ''): string {
  const folder = path.dirname(file)
  const profile = `-env:UserInstallation=file://${path.join(folder, 'office-profile')}`
  const args = [profile, '--headless', '--convert-to', `${extension}${filter}`, '--outdir', folder, file]
  execFileSync('soffice', args, { stdio: 'ignore', timeout: 120_000 })
  return path.join(folder, `${path.basename(file, path.extname(file))}.${extension}`)
}

let archive: ImportArchive
beforeEach(() => {
  archive = new ImportArchive()
  archive.import([
    ['姓名', '手机号', '地址', '性别', '出生日期', '客户备注', '标签', '累计消费', '消费次数', '最近购买'],
    [
      '样例甲',
      '13800000001',
      '浙江省样板市 1 号',
      '女',
      '1988-03-09',
      '=HYPERLINK("x")',
      'VIP、老客',
      120.5,
      2,
      '2020-05-01',
    ],
    ['样例乙', '057188886666', '示例路 2 号', '男', '1990', '+86 备注', null, null, null, null],
    ['样例丙', '13800000003', '示例路 3 号', null, '--03-05', '110101199003078515', '老客', null, null, null],
  ])
})
afterEach(() => archive.close())

describe.skipIf(!hasLibreOffice)(`an exported workbook in LibreOffice${reason}`, () => {
  test('shows every cell as it was exported', async () => {
    const { file, table } = await exportFrom(archive, {})
    const csv = convert(file, 'csv', ':Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false')
    const shown = Papa.parse<string[]>(fs.readFileSync(csv, 'utf8').replace('\ufeff', '').trimEnd()).data
    const texts = table.map(row =>
      (table[0] ?? []).map((_header, at) => {
        const cell = row[at] ?? ''
        if (typeof cell === 'object') return 'date' in cell ? cell.date : ''
        return typeof cell === 'number' ? cell : String(cell)
      }),
    )
    texts.forEach((row, at) => {
      row.forEach((text, column) => {
        const other = shown[at]?.[column] ?? ''
        if (typeof text === 'number') expect(Number(other)).toBe(text)
        else expect(other).toBe(text)
      })
    })
  })

  test('that is edited and saved there changes exactly the edited cells', async () => {
    const before = await exportFrom(archive, {})
    const sheet = convert(before.file, 'fods')
    const edits = [
      ['浙江省样板市 1 号', '浙江省样板市 100 号'],
      ['057188886666', '057188887777'],
      ['110101199003078515', '改过的备注'],
    ] as const
    const edited = edits.reduce(
      (xml, [from, to]) => {
        expect(xml).toContain(`>${from}<`)
        return xml.replaceAll(`>${from}<`, `>${to}<`)
      },
      fs.readFileSync(sheet, 'utf8'),
    )
    fs.rmSync(before.file)
    fs.writeFileSync(sheet, edited)
    const outcome = archive.commit(await archive.stageFile(convert(sheet, 'xlsx')))
    expect(verdictsOf(outcome)).toEqual({ rows: 3, created: 0, updated: 3, unchanged: 0, rejected: 0 })
    const after = await exportFrom(archive, {})
    const differing = after.table.flatMap((row, at) =>
      row.flatMap((cell, column) => {
        const header = after.table[0]?.[column]
        const isDerived = header === '客户标识（请勿改动）' || header === '最近修改'
        return isDerived || JSON.stringify(cell) === JSON.stringify(before.table[at]?.[column])
          ? []
          : [[header, cell]]
      }),
    )
    expect(differing).toEqual([
      ['住址', '浙江省样板市 100 号'],
      ['联系电话', '057188887777'],
      ['备注', '改过的备注'],
    ])
  })

  test('that is saved there without an edit changes nothing', async () => {
    for (const table of ['customers', 'orders'] as const) {
      archive.import(
        [
          ['订单编号', '付款时间', '收货人', '手机', '商品名称', '数量', '实付金额'],
          ['123456789012345678', '2024-03-05 12:30:00', '样例甲', '13800000001', '样品 A', 2, 99.9],
        ],
        { kind: 'orders' },
      )
      const { file } = await exportFrom(archive, { table })
      const saved = convert(convert(file, 'ods'), 'xlsx')
      const outcome = archive.commit(await archive.stageFile(saved))
      expect(outcome).toMatchObject({ created: 0, updated: 0, rejected: 0 })
    }
  })
})
