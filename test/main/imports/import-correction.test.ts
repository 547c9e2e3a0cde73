import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { saveRejectedRows } from '#main/exports/rejected-workbook.service.ts'
import { getImportBatch } from '#main/imports/import-history.service.ts'
import { Previewer } from '#main/imports/preview.service.ts'
import type { RawCell, RawRow } from '#main/imports/raw-row.ts'
import { readFile } from '#main/imports/read-file.ts'
import { listRejected } from '#main/imports/rejected-rows.service.ts'
import { ImportArchive, verdictsOf } from '#test/helpers/import-archive.ts'

let archive: ImportArchive
beforeEach(() => {
  archive = new ImportArchive()
})
afterEach(() => archive.close())

const header = ['单号', '下单时间', '买家ID', '商品名称', '数量', '单价', '颜色']
const orders = [
  header,
  ['S1', '2024-03-05', 'u1', '样例茶叶', 1, 30, '红'],
  ['S2', '不详', 'u1', '样例茶叶', 2, 12.5, '绿'],
  [Number('202403051234567890'), '2024-03-06', 'u1', '样例茶叶', 1, 30, '红'],
  ['S4', '也不详', 'u2', '样例茶叶', 1, 30, '红'],
]
const source = {
  kind: 'orders',
  platform: 'taobao',
  shop: '样例小店',
  mapping: { 0: 'orderNumber', 6: null },
} as const

/** Saves the rejected rows, opens the file as Excel would, and turns cells into others. */
async function mended(importBatchId: number, changes: Readonly<Record<string, string>>): Promise<RawRow[]> {
  const file = path.join(archive.archivePath, 'rejected.xlsx')
  await saveRejectedRows(file, listRejected(archive.db, importBatchId), 'zh-CN')
  const rows: RawRow[] = []
  const sink = {
    opened: () => undefined,
    batch: (batch: { sheetIndex: number; rows: readonly RawRow[] }) => {
      if (batch.sheetIndex === 0) rows.push(...batch.rows)
    },
  }
  await readFile(file, {}, sink, () => false)
  const mend = (cell: RawCell) => (typeof cell === 'string' ? (changes[cell] ?? cell) : cell)
  return rows.map(row => ({ ...row, cells: row.cells.map(mend) }))
}
const preview = (stagingId: string) => {
  const { db, archivePath, context } = archive
  return new Previewer({ db, archivePath, key: context.key, archiveMark: '' }).preview(stagingId, {})
}

describe('rejected rows that were mended', () => {
  it('are read as their import read them, without a question, and only they enter', async () => {
    const first = archive.import(orders, source)
    expect(verdictsOf(first)).toEqual({ rows: 4, created: 1, updated: 0, unchanged: 0, rejected: 3 })
    // Days later the shop sells under another name, too.
    archive.import([header, ['T1', '2024-05-01', 'u7', '样例茶叶', 1, 30, '红']], {
      ...source,
      shop: '样例二店',
    })
    const rows = await mended(first.importBatchId ?? 0, { 不详: '2024-03-07' })
    const stagingId = archive.stageRows(rows, '', 'mended.xlsx')
    expect(preview(stagingId)).toMatchObject({
      ...{ kind: 'orders', platform: 'taobao', shop: '样例小店', questions: [] },
      corrects: { importBatchId: first.importBatchId, fileName: 'table-1.csv' },
      columns: header
        .map((_, index) => ({
          field: ['orderNumber', 'orderedAt', 'buyerId', 'productTitle', 'quantity', 'unitPrice', null][
            index
          ],
        }))
        .concat({ field: null }),
    })
    const outcome = archive.commit(stagingId)
    expect(verdictsOf(outcome)).toEqual({ rows: 3, created: 1, updated: 0, unchanged: 0, rejected: 2 })
    expect(
      archive.rows("SELECT shop, ordered_on, paid_minor FROM sales_order WHERE order_number = 'S2'"),
    ).toEqual([{ shop: '样例小店', ordered_on: '2024-03-07', paid_minor: 2500 }])
  })

  it('link both imports in the history, also over several rounds', async () => {
    const first = archive.import(orders, source)
    const second = archive.commit(
      archive.stageRows(await mended(first.importBatchId ?? 0, { 不详: '2024-03-07' }), '', 'round-2.xlsx'),
    )
    const third = archive.commit(
      archive.stageRows(
        await mended(second.importBatchId ?? 0, { 也不详: '2024-03-08' }),
        '',
        'round-3.xlsx',
      ),
    )
    expect(verdictsOf(third)).toMatchObject({ created: 1, rejected: 1 })
    const related = (id: number | null) => {
      const { corrects, correctedBy } = getImportBatch(archive.db, id ?? 0)
      return [corrects?.importBatchId, correctedBy.map(other => other.importBatchId)]
    }
    expect(related(first.importBatchId)).toEqual([undefined, [second.importBatchId]])
    expect(related(second.importBatchId)).toEqual([first.importBatchId, [third.importBatchId]])
    expect(related(third.importBatchId)).toEqual([second.importBatchId, []])
  })

  it('do not enter twice, nor do the rows that were fine when the whole file is mended instead', async () => {
    const members = [
      ['姓名', '职业', '累计消费'],
      ['样例甲', '教师', 10],
      ['样例乙', '医生', '很多'],
    ]
    const first = archive.import(members, { kind: 'customers' })
    expect(verdictsOf(first)).toMatchObject({ created: 1, rejected: 1 })
    const rows = await mended(first.importBatchId ?? 0, { 很多: '20' })
    expect(verdictsOf(archive.commit(archive.stageRows(rows)))).toMatchObject({ rows: 1, created: 1 })
    expect(verdictsOf(archive.commit(archive.stageRows(rows)))).toMatchObject({
      rows: 1,
      created: 0,
      unchanged: 1,
    })
    const whole = members.map(row => row.map(cell => (cell === '很多' ? 20 : cell)))
    expect(verdictsOf(archive.import(whole, { kind: 'customers' }))).toMatchObject({ created: 0 })
    expect(archive.rows('SELECT count(*) AS count FROM customer')).toEqual([{ count: 2 }])
  })

  it('whose headings were renamed are a file like any other', async () => {
    const first = archive.import(orders, source)
    const rows = await mended(first.importBatchId ?? 0, { 买家ID: '另外的列' })
    expect(preview(archive.stageRows(rows))).toMatchObject({ corrects: null })
  })
})
