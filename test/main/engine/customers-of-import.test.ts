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

async function importMembers(rows: readonly (readonly [number, string])[]): Promise<number> {
  const lines = rows.map(([n, note]) => `样例${n},${phoneOf(n)},${note}\n`)
  const file = writeBytes(`姓名,手机号,备注\n${lines.join('')}`, 'members.csv')
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

it('lists whom an import created or changed, not whom it left alone; once it is undone, those it changed and did not create', async () => {
  const first = await importMembers([1, 2, 3].map(n => [n, '']))
  const second = await importMembers([
    [2, '常客'],
    [3, ''],
    [4, ''],
  ])
  expect(await namesOf(first)).toEqual(['样例1', '样例2', '样例3'])
  expect(await namesOf(second)).toEqual(['样例2', '样例4'])
  await engine.run('imports.undo', { importBatchId: second, edited: null })
  expect(await namesOf(second)).toEqual(['样例2'])
  expect(await namesOf(first)).toEqual(['样例1', '样例2', '样例3'])
})
