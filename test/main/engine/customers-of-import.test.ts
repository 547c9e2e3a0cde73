import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Engine, openEngine } from '#main/engine/open-engine.ts'
import { spawnFileReaderWithFork } from '#main/threads/file-reader-client.ts'
import type { ImportOutcome } from '#shared/contract/imports.contract.ts'
import { createTestArchive, type TestArchive } from '#test/helpers/test-archive.ts'
import { writeBytes } from '#test/helpers/workbook-builder.ts'

let archive: TestArchive
let engine: Engine
beforeEach(async () => {
  archive = createTestArchive()
  engine = await openEngine({
    archivePath: archive.folder,
    appVersion: '0',
    spawnFileReader: spawnFileReaderWithFork,
  })
})
afterEach(async () => {
  await engine.close()
  archive.remove()
})

const phoneOf = (n: number) => `138${String(n).padStart(8, '0')}`

function importMembers(rows: readonly (readonly [number, string])[]): Promise<number> {
  const lines = rows.map(([n, note]) => `样例${n},${phoneOf(n)},${note}\n`)
  return importText(`姓名,手机号,备注\n${lines.join('')}`)
}

async function importText(text: string): Promise<number> {
  const file = writeBytes(text, 'members.csv')
  const { fileToken } = engine.files.register(file)
  const { stagingId } = (await engine.run('imports.stage', { fileToken })) as { stagingId: string }
  const asked = { stagingId, options: {}, previewRevision: null }
  return ((await engine.run('imports.commit', asked)) as ImportOutcome).importBatchId ?? 0
}

async function namesOf(importBatchId: number): Promise<(string | undefined)[]> {
  const { listId, total } = await engine.call('imports.openCustomers', { importBatchId })
  const rows = await engine.call('customers.listPage', { listId, start: 0, count: 200 })
  expect(rows).toHaveLength(total)
  return rows.map(row => row?.name)
}

it('lists whom an import created or changed, not whom it left alone; once it is undone, nobody', async () => {
  const first = await importMembers([1, 2, 3].map(n => [n, '']))
  const second = await importMembers([
    [2, '常客'],
    [3, ''],
    [4, ''],
  ])
  expect(await namesOf(first)).toEqual(['样例1', '样例2', '样例3'])
  expect(await namesOf(second)).toEqual(['样例2', '样例4'])
  await engine.run('imports.undo', { importBatchId: second, edited: null })
  expect(await namesOf(second)).toEqual([])
  expect(await namesOf(first)).toEqual(['样例1', '样例2', '样例3'])
})

it('counts how many of them have a class, and the pairs with them who may be one', async () => {
  // Two have bought, two have not.
  const first = await importText(
    [
      '姓名,手机号,累计消费,消费次数,最近购买',
      ...['林样一,13800001101,90.00,2,2024-03-01', '陈样二,13800001102,20.00,1,2024-04-01'],
      ...['王样三,13800001103,,,', '周样四,13800001104,,,'],
    ].join('\n'),
  )
  expect(await engine.run('imports.analyse', { importBatchId: first })).toEqual({
    ...{ customersClassed: 2, pairsSuggested: 0 },
  })
  // The same number under another name is a suggestion, not the same person.
  const second = await importText('姓名,手机号\n吴范五,13800001101\n赵范六,13800001109\n')
  expect(await engine.run('imports.analyse', { importBatchId: second })).toEqual({
    ...{ customersClassed: 0, pairsSuggested: 1 },
  })
  expect(await engine.run('imports.analyse', { importBatchId: first })).toMatchObject({ pairsSuggested: 1 })
})
