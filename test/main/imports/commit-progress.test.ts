import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { commitImport } from '#main/imports/commit.service.ts'
import type { CommitStep, ImportJob } from '#main/imports/commit-progress.ts'
import { ImportArchive, type Table } from '#test/helpers/import-archive.ts'

let archive: ImportArchive
beforeEach(() => {
  archive = new ImportArchive()
})
afterEach(() => archive.close())

const rows = Array.from({ length: 2500 }, (_, index) => index)
const customers: Table = [
  ['姓名', '手机号码'],
  ...rows.map(index => [`样例${index}`, `1380${String(index).padStart(7, '0')}`]),
]
const orders: Table = [
  ['订单编号', '收货人姓名', '联系手机', '订单创建时间', '宝贝标题', '宝贝数量', '买家实付金额'],
  ...rows.map(index => [
    ...[`S${index}`, `样例${index}`, `1380${String(index).padStart(7, '0')}`, '2026-03-01 10:00:00'],
    ...['样牌奶粉', '1', '20.00'],
  ]),
]

type Report = Parameters<ImportJob['progress']>

function commit(table: Table, kind: 'customers' | 'orders', cancelAt?: CommitStep): Report[] {
  const reports: Report[] = []
  const stagingId = archive.stage(table)
  const options = { kind, shop: '样例店' }
  commitImport(
    archive.context,
    { stagingId, options, previewRevision: null },
    {
      isCancelled: () => reports.some(([step]) => step === cancelAt),
      progress: (...report) => void reports.push(report),
    },
  )
  return reports
}

describe.each([
  ['customers', customers],
  ['orders', orders],
] as const)('a commit of %s', (kind, table) => {
  it('cleans, writes, analyses and updates, in this order', () => {
    const steps = commit(table, kind).map(([step]) => step)
    expect(steps.filter((step, index) => step !== steps[index - 1])).toEqual([
      'clean',
      'write',
      'analyse',
      'update',
    ])
  })

  it('never goes back, and ends near the end', () => {
    const reached = commit(table, kind).map(([, progress]) => progress)
    expect(reached).toEqual(reached.toSorted((one, other) => one - other))
    expect(reached.at(-1)).toBeGreaterThan(0.9)
    expect(reached.at(-1)).toBeLessThanOrEqual(1)
  })

  it('counts the rows of the file in each of the first two steps', () => {
    const reports = commit(table, kind)
    for (const wanted of ['clean', 'write']) {
      const done = reports.flatMap(([step, , count]) =>
        step === wanted && count !== undefined ? [count] : [],
      )
      expect(done).toEqual(done.toSorted((one, other) => one - other))
      // The plan looks up once in a thousand orders.
      expect(done.at(-1)).toBeGreaterThan(1500)
      expect(done.at(-1)).toBeLessThanOrEqual(2500)
    }
    expect(new Set(reports.flatMap(([, , , total]) => total ?? []))).toEqual(new Set([2500]))
  })

  it.each(['clean', 'write', 'analyse'] as const)('cancelled while it is at %s, leaves nothing', step => {
    expect(() => commit(table, kind, step)).toThrow('cancelled')
    for (const name of [
      'import_batch',
      'import_row',
      'change_set',
      'customer',
      'sales_order',
      'search_queue',
    ])
      expect(archive.rows(`SELECT count(*) AS count FROM ${name}`), name).toEqual([{ count: 0 }])
  })
})
