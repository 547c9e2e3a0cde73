import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { saveRejectedRows } from '#main/exports/rejected-workbook.service.ts'
import { listRejected } from '#main/imports/import-history.service.ts'
import type { RawRow } from '#main/imports/raw-row.ts'
import { readFile } from '#main/imports/read-file.ts'
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
    batch: (batch: { rows: readonly RawRow[] }) => void rows.push(...batch.rows),
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
