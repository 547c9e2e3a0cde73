import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommandLine } from '#main/command-line/run-command-line.ts'
import { ImportBatch } from '#shared/domain/import-batch.ts'
import { ImportBatchDetail } from '#shared/domain/import-history.ts'
import { makeTestFolder } from '#test/helpers/test-database.ts'

let folder: string

/** Runs the command line in the scratch folder: its lines as JSON, and its exit code. */
async function kehu(...words: string[]): Promise<{ lines: Record<string, unknown>[]; code: number }> {
  const lines: Record<string, unknown>[] = []
  const write = (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>)
  return { code: await runCommandLine(words, { write, folder, language: 'zh-CN' }), lines }
}

beforeAll(async () => {
  folder = makeTestFolder()
  fs.writeFileSync(
    path.join(folder, 'a.csv'),
    '会员ID,姓名,手机号,职业\nm1,样例甲,13800000001,教师\nm2,样例乙,,医生\n',
  )
  fs.writeFileSync(path.join(folder, 'b.csv'), '会员ID,姓名,手机号,职业\nm1,样例甲,13800000001,店主\n')
  await kehu('create', 'A.kehu')
  await kehu('import', 'a.csv', '--archive', 'A.kehu')
  await kehu('import', 'b.csv', '--archive', 'A.kehu')
})
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

test('imports lists the history, newest first, one import a line', async () => {
  const { lines, code } = await kehu('imports', '--archive', 'A.kehu')
  expect(code).toBe(0)
  expect(lines.map(line => ImportBatch.parse(line).fileName)).toEqual(['b.csv', 'a.csv'])
  expect((await kehu('imports', '--archive', 'A.kehu', '--limit', '1')).lines).toHaveLength(1)
})

test('imports show tells one import in full', async () => {
  const { lines } = await kehu('imports', 'show', '2', '--archive', 'A.kehu')
  expect(ImportBatchDetail.parse(lines[0])).toMatchObject({
    fileName: 'b.csv',
    actor: 'operator',
    headerRow: 1,
    fileSizeBytes: fs.statSync(path.join(folder, 'b.csv')).size,
    counts: { rows: 1, updated: 1, customersUpdated: 1, ordersUpdated: 0 },
    columns: [{ field: 'buyerId' }, { field: 'name' }, { field: 'phone' }, { field: 'occupation' }],
    sameFile: [],
  })
  expect((await kehu('imports', 'show', '9', '--archive', 'A.kehu')).lines).toMatchObject([
    { error: { code: 'not-found' } },
  ])
})

test('imports source leads each value of a field to its cell', async () => {
  const source = (field: string) =>
    kehu('imports', 'source', '--customer', 'X-000001', '--field', field, '--archive', 'A.kehu')
  expect((await source('occupation')).lines).toMatchObject([
    {
      archiveNumber: 'X-000001',
      value: '店主',
      origin: 'import',
      fileName: 'b.csv',
      rows: [{ rowNumber: 2, cells: [{ address: 'D2', header: '职业', text: '店主' }] }],
    },
  ])
  expect((await source('phone')).lines).toMatchObject([
    { value: '13800000001', fileName: 'a.csv', rows: [{ cells: [{ address: 'C2' }] }] },
  ])
  expect((await source('note')).lines).toMatchObject([{ value: null, fileName: 'a.csv', rows: [] }])
  expect((await source('nothing')).code).toBe(2)
})
