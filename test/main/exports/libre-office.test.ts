import fs from 'node:fs'
import path from 'node:path'
import Papa from 'papaparse'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { saveRejectedRows } from '#main/exports/rejected-workbook.service.ts'
import { listRejected } from '#main/imports/rejected-rows.service.ts'
import { exportFrom } from '#test/helpers/exported-file.ts'
import { ImportArchive, verdictsOf } from '#test/helpers/import-archive.ts'
import { convertThere, editThere, hasLibreOffice, libreOfficeReason } from '#test/helpers/libre-office.ts'

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

describe.skipIf(!hasLibreOffice)(`an exported workbook in LibreOffice${libreOfficeReason}`, () => {
  test('shows every cell as it was exported', async () => {
    const { file, table } = await exportFrom(archive, {})
    const csv = convertThere(file, 'csv', ':Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false')
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
    const edited = editThere(before.file, [
      ['浙江省样板市 1 号', '浙江省样板市 100 号'],
      ['057188886666', '057188887777'],
      ['110101199003078515', '改过的备注'],
    ])
    const outcome = archive.commit(await archive.stageFile(edited))
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
      const saved = convertThere(convertThere(file, 'ods'), 'xlsx')
      const outcome = archive.commit(await archive.stageFile(saved))
      expect(outcome).toMatchObject({ created: 0, updated: 0, rejected: 0 })
    }
  })
})

describe.skipIf(!hasLibreOffice)(`rejected rows that are mended in LibreOffice${libreOfficeReason}`, () => {
  const headers = ['订单编号', '付款时间', '收货人', '手机', '商品名称', '数量', '实付金额', '快递单号']
  const good = ['0007', '2024-03-05 12:30:00', '样例甲', '13800000001', '样品 A', 2, 99.9, null]
  const badDay = ['0008', '三月三十二日', '样例丁', '13800000004', '样品 B', 1, 10.5, 'SF8']
  const badSum = ['0009', '2024-03-06 08:00:00', '样例戊', '13800000005', '样品 C', 3, '面议', null]
  /** 412345678901234567 typed into a number cell, twice: as a number that decides, and in a column that is left out. */
  const cut = [412_345_678_901_234_500, '2024-03-07 08:00:00', '样例己', '13800000006', '样品 D', 1, 7, null]
  const cutParcel = [...good.slice(0, 7), 412_345_678_901_234_500].with(0, '0010')
  const orders = () =>
    archive.rows(
      'SELECT order_number, ordered_on, paid_minor FROM sales_order JOIN order_line USING (sales_order_id) ORDER BY order_number',
    )

  test.each(['xlsx', 'xls'])('saved as %s enter, and only they; the sums are right', async format => {
    const first = archive.import([headers, good, badDay, badSum, cut, cutParcel], { kind: 'orders' })
    expect(verdictsOf(first)).toEqual({ rows: 5, created: 2, updated: 0, unchanged: 0, rejected: 3 })
    const before = orders()
    const file = path.join(archive.archivePath, '退回的行.xlsx')
    const rejected = listRejected(archive.db, first.importBatchId ?? 0)
    expect(await saveRejectedRows(file, rejected, 'zh-CN')).toEqual({ rowCount: 3, damagedCount: 2 })
    const mended = editThere(
      file,
      [
        ['三月三十二日', '2024-03-30'],
        ['面议', '1,024.25'],
      ],
      format,
    )

    const again = archive.commit(await archive.stageFile(mended))
    expect(verdictsOf(again)).toEqual({ rows: 3, created: 2, updated: 0, unchanged: 0, rejected: 1 })
    expect(orders()).toEqual([
      before[0],
      { order_number: '0008', ordered_on: '2024-03-30', paid_minor: 1050 },
      { order_number: '0009', ordered_on: '2024-03-06', paid_minor: 102_425 },
      before[1],
    ])
    const names = archive.rows<{ name: string }>('SELECT name FROM customer ORDER BY customer_id')
    expect(names.map(({ name }) => name)).toEqual(['样例甲', '样例乙', '样例丙', '样例丁', '样例戊'])
    const twice = archive.commit(await archive.stageFile(mended))
    expect(verdictsOf(twice)).toEqual({ rows: 3, created: 0, updated: 0, unchanged: 2, rejected: 1 })
  })
})
