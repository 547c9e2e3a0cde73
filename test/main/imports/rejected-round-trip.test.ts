import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { saveRejectedRows } from '#main/exports/rejected-workbook.service.ts'
import { importReaderQueries } from '#main/imports/import.handlers.ts'
import type { RawRow } from '#main/imports/raw-row.ts'
import { readFile } from '#main/imports/read-file.ts'
import { listRejected } from '#main/imports/rejected-rows.service.ts'
import { openStagedFile } from '#main/imports/staging.service.ts'
import { ImportArchive, verdictsOf } from '#test/helpers/import-archive.ts'

let archive: ImportArchive
beforeEach(() => {
  archive = new ImportArchive()
})
afterEach(() => archive.close())

it('rejected rows come back corrected, and what was not corrected is rejected again', async () => {
  const table = [
    ['订单编号', '下单时间', '买家ID', '商品名称', '数量', '单价'],
    ['1', '2024-03-05', 'u1', '样例茶叶', 1, 30],
    ['2', '不详', 'u1', '样例茶叶', 2, '12.50'],
    [Number('202403051234567890'), '2024-03-06', 'u1', '样例茶叶', 1, 30],
  ]
  const { importBatchId } = archive.import(table)
  const file = path.join(archive.archivePath, 'rejected.xlsx')
  await saveRejectedRows(file, listRejected(archive.db, importBatchId ?? 0), 'zh-CN')

  const again = archive.commit(await archive.stageFile(file), { shop: '' })
  expect(verdictsOf(again)).toEqual({ rows: 2, created: 0, updated: 0, unchanged: 0, rejected: 2 })
  const reasons = listRejected(archive.db, again.importBatchId ?? 0).rows.map(row => row.reason)
  expect(reasons).toEqual(['date-unreadable', 'number-damaged-by-excel'])

  const rows: RawRow[] = []
  const sink = {
    opened: () => undefined,
    batch: (batch: { sheetIndex: number; rows: readonly RawRow[] }) => {
      if (batch.sheetIndex === 0) rows.push(...batch.rows)
    },
  }
  await readFile(file, {}, sink, () => false)
  const corrected = rows.map(row => ({
    ...row,
    cells: row.cells.map(cell => (cell === '不详' ? '2024-03-07' : cell)),
  }))
  const outcome = archive.commit(archive.stageRows(corrected), { shop: '' })
  expect(verdictsOf(outcome)).toEqual({ rows: 2, created: 1, updated: 0, unchanged: 0, rejected: 1 })
  expect(archive.rows("SELECT ordered_on, paid_minor FROM sales_order WHERE order_number = '2'")).toEqual([
    { ordered_on: '2024-03-07', paid_minor: 2500 },
  ])
})

const damagedParcel = 412_345_678_901_234_500

it('damaged cells come on a second sheet with what they probably were, which no import reads', async () => {
  const { importBatchId } = archive.import([
    ['订单编号', '下单时间', '买家ID', '商品名称', '数量', '单价', '快递单号'],
    ['1', '不详', 'u1', '样例茶叶', 1, 30, '1.38E+10'],
    ['2', 45356, 'u1', '样例茶叶', 1, 30, damagedParcel],
  ])
  const file = path.join(archive.archivePath, 'rejected.xlsx')
  const rejected = listRejected(archive.db, importBatchId ?? 0)
  expect(await saveRejectedRows(file, rejected, 'zh-CN')).toEqual({ rowCount: 1, damagedCount: 3 })

  const stagingId = await archive.stageFile(file)
  const { preview, sheet } = previewOf(stagingId, 1)
  expect(sheet).toEqual([
    ['行', '列', '单元格', '原内容', '原来大概是', expect.stringMatching(/^说明/)],
    ['2', '快递单号', 'G2', '1.38E+10', '138********', '变成了科学计数，这列不导入'],
    ['3', '下单时间', 'B3', '45356', '', '日期变成了数字，已读懂'],
    ['3', '快递单号', 'G3', '4.12345678901234E+17', '412345678901234***', '长号码只剩 15 位，这列不导入'],
  ])
  expect(preview.sheets.map(({ name, isHidden }) => [name, isHidden])).toEqual([
    ['退回的行', false],
    ['受损', true],
  ])
  expect([preview.sheetName, preview.counts.rows]).toEqual(['退回的行', 1])
})

it('damaged cells are saved where no row was rejected, and that file brings nothing in', async () => {
  const table = [
    ['姓名', '手机', '快递单号'],
    ['样例甲', '13800000001', damagedParcel],
  ]
  const { importBatchId } = archive.import(table)
  const file = path.join(archive.archivePath, 'damaged.xlsx')
  const ofImport = listRejected(archive.db, importBatchId ?? 0)
  expect(await saveRejectedRows(file, ofImport, 'en')).toEqual({ rowCount: 0, damagedCount: 1 })
  expect(ofImport.damaged).toMatchObject([{ address: 'C2', kind: 'digits-cut', outcome: 'left-out' }])
  const before = archive.dump()
  const again = archive.commit(await archive.stageFile(file))
  expect(verdictsOf(again)).toEqual({ rows: 0, created: 0, updated: 0, unchanged: 0, rejected: 0 })
  expect(archive.dump()).toEqual(before)

  const queries = importReaderQueries(readerContext())
  const stagingId = archive.stage([...table, ['样例乙', '13800000002', '1.38E+10']])
  queries['imports.preview']({ stagingId, options: {} })
  const beforeImport = queries['internal.rejectedRows']({ stagingId, importBatchId: null })
  expect(beforeImport.damaged.map(({ address }) => address)).toEqual(['C2', 'C3'])
})

it('ID numbers are listed as damaged with their middle hidden, also where their column was left out', () => {
  const { importBatchId } = archive.import([
    ['姓名', '手机', '身份证号'],
    ['样例甲', '13800000001', 440_301_199_001_010_000],
  ])
  expect(listRejected(archive.db, importBatchId ?? 0).damaged).toMatchObject([
    { address: 'C2', kind: 'digits-cut', before: expect.stringMatching(/^4\*+\S$/), outcome: 'left-out' },
  ])
})

const readerContext = () => ({
  db: archive.database.readable,
  archivePath: archive.archivePath,
  key: archive.database.key,
  now: () => archive.now,
})

/** What a preview says of a file, and the cells of one of its sheets as they stand there. */
function previewOf(stagingId: string, sheetIndex: number) {
  const preview = importReaderQueries(readerContext())['imports.preview']({ stagingId, options: {} })
  const staged = openStagedFile(archive.archivePath, archive.database.key, stagingId)
  const sheet = staged
    .rowsOf(sheetIndex)
    .readChunk(0)
    .map(row => Array.from({ length: 6 }, (_, column) => row.cells[column] ?? ''))
  staged.close()
  return { preview, sheet }
}
