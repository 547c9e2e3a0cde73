import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Engine, openEngine } from '#main/engine/open-engine.ts'
import { spawnFileReaderWithFork } from '#main/threads/file-reader-client.ts'
import type { CompactOutcome } from '#shared/contract/archives.contract.ts'
import type { ImportOutcome, UndoOutcome } from '#shared/contract/imports.contract.ts'
import type { CustomerDraft } from '#shared/domain/customer.ts'
import type { UndoPreview } from '#shared/domain/import-undo.ts'
import { sized } from '#test/helpers/acceptance-size.ts'
import { draftOf } from '#test/helpers/builders.ts'
import { createTestArchive, withArchive } from '#test/helpers/test-archive.ts'
import { writeBytes } from '#test/helpers/workbook-builder.ts'

const knownCount = sized(60_000)
const rowCount = sized(100_000)
const updatedCount = sized(30_000)
const createdCount = rowCount - updatedCount
const content = [
  'customer',
  'contact_point',
  'customer_identity',
  'tag',
  'customer_tag',
  'opening_balance',
  'customer_total',
]
/** Customers edited by hand: two whom the import changed, one whom it created, and one whom it did not touch. */
const edited = { kept: 2, reverted: 4, created: knownCount + 3, untouched: updatedCount + 5 }

const archive = createTestArchive()
let engine: Engine
let before: Record<string, string>
let outcome: ImportOutcome
let importMs: number
let plan: UndoPreview
let undone: UndoOutcome
let bytesBefore: number

const open = async () => {
  engine = await openEngine({
    archivePath: archive.folder,
    appVersion: '0.1.0',
    spawnFileReader: spawnFileReaderWithFork,
  })
}
const reopen = async () => {
  await engine.close()
  await open()
}
afterAll(async () => {
  await engine.close()
  archive.remove()
})

/** A member list: number, name, phone, occupation, remark, tag. */
function memberList(name: string, numbers: readonly number[], occupation: string): string {
  const lines = numbers.map(
    n =>
      `M${n},样例${n},1380${String(n).padStart(7, '0')},${occupation},备注 ${occupation} ${n},标签${n % 7}`,
  )
  return writeBytes(`会员ID,姓名,手机号,职业,备注,标签\r\n${lines.join('\r\n')}\r\n`, name)
}
const upTo = (count: number, from = 1) => Array.from({ length: count }, (_, index) => from + index)

async function drop(file: string): Promise<ImportOutcome> {
  const { fileToken } = engine.files.register(file)
  const { stagingId } = (await engine.run('imports.stage', { fileToken })) as { stagingId: string }
  const options = { kind: 'customers' } as const
  return (await engine.run('imports.commit', { stagingId, options, previewRevision: null })) as ImportOutcome
}

/** Each row of the archive's content as a hash, by table and key; read while the program is closed. */
function contentOf(): Record<string, string> {
  return withArchive(archive.folder, ({ db }) => {
    const hashes: Record<string, string> = {}
    for (const table of content)
      for (const row of db.prepareRead<Record<string, unknown>>(`SELECT * FROM ${table} ORDER BY 1`).all())
        hashes[`${table} ${Object.values(row)[0]}`] = createHash('md5')
          .update(JSON.stringify(row))
          .digest('hex')
    return hashes
  })
}

async function occupationOf(customerId: number): Promise<string | null> {
  return (await engine.call('customers.get', { customerId, orderLimit: 0 })).occupation
}

/** Through the form, as the operator does. */
async function editByHand(customerId: number, occupation: string): Promise<void> {
  const file = await engine.call('customers.get', { customerId, orderLimit: 0 })
  const { kind, cardType, name, gender, birthOn, source, note, contactRefusedOn, contactPoints, tags } = file
  const card = { kind, cardType, name, gender, birthOn, source, note, contactRefusedOn, contactPoints, tags }
  const seen: CustomerDraft = draftOf({ ...card, occupation: file.occupation })
  await engine.call('customers.update', { customerId, draft: { ...seen, occupation }, seen })
}

beforeAll(async () => {
  await open()
  await drop(memberList('known.csv', upTo(knownCount), '教师'))
  await engine.whenIndexed()
  await engine.close()
  before = contentOf()
  await open()
  await engine.run('archives.compact', {})
  bytesBefore = fs.statSync(path.join(archive.folder, 'archive.db')).size
  const numbers = [...upTo(updatedCount), ...upTo(createdCount, knownCount + 1)]
  const file = memberList('changes.csv', numbers, '店主')
  const start = performance.now()
  outcome = await drop(file)
  await engine.whenIndexed()
  importMs = performance.now() - start
  for (const customerId of Object.values(edited)) await editByHand(customerId, '手改')
  await reopen()
  plan = await engine.call('imports.previewUndo', { importBatchId: outcome.importBatchId ?? 0 })
}, 600_000)

it('a file of new and changed rows is imported as it says', () => {
  expect(outcome).toMatchObject({ rows: rowCount, created: createdCount, updated: updatedCount, rejected: 0 })
})

it('after close and reopen the plan lists the edited ones that it would touch, and no others', () => {
  expect(plan).toMatchObject({
    customersRemoved: createdCount,
    customersRestored: updatedCount,
    conflictCount: 3,
  })
  const listed = plan.conflicts.map(({ customerId, field, now, before }) => [customerId, field, now, before])
  expect(listed.toSorted((one, other) => Number(one[0]) - Number(other[0]))).toEqual([
    [edited.kept, 'occupation', '手改', '教师'],
    [edited.reverted, 'occupation', '手改', '教师'],
    [edited.created, 'occupation', '手改', '店主'],
  ])
})

it('without a choice nothing happens; with one row kept and all others reverted it is taken back', async () => {
  const importBatchId = outcome.importBatchId ?? 0
  await expect(engine.run('imports.undo', { importBatchId, edited: null })).rejects.toThrow(
    'import-conflicts',
  )
  const kept = plan.conflicts.find(({ customerId }) => customerId === edited.kept)
  if (!kept) throw new Error('the edited customer is listed')
  const { table, rowId } = kept
  undone = (await engine.run('imports.undo', {
    importBatchId,
    edited: 'revert',
    choices: [{ table, rowId, edited: 'keep' }],
  })) as UndoOutcome
  expect(undone).toMatchObject({ customersRemoved: createdCount, ordersRemoved: 0 })
  expect(await occupationOf(edited.kept)).toBe('手改')
  expect(await occupationOf(edited.reverted)).toBe('教师')
  expect(await occupationOf(edited.untouched)).toBe('手改')
  await expect(occupationOf(edited.created)).rejects.toThrow('not-found')
})

it('after another close and reopen nothing differs but the rows that were edited', async () => {
  await engine.whenIndexed()
  await engine.close()
  const after = contentOf()
  await open()
  expect(Object.keys(after).length).toBe(Object.keys(before).length)
  const differing = Object.keys(before).filter(key => after[key] !== before[key])
  expect(differing.toSorted()).toEqual([`customer ${edited.kept}`, `customer ${edited.untouched}`].toSorted())
  expect((await engine.call('customers.count', {})).count).toBe(knownCount)
})

it('once it is tidied the file is at most twice as large as before the import', async () => {
  await engine.whenIndexed()
  const tidied = (await engine.run('archives.compact', {})) as CompactOutcome
  expect(tidied.afterBytes).toBeLessThan(tidied.beforeBytes)
  expect(tidied.afterBytes).toBeLessThanOrEqual(2 * bytesBefore)
  expect((await engine.call('archives.fileUse', {})).freeBytes).toBe(0)
  expect(await occupationOf(edited.kept)).toBe('手改')
  console.info(
    `import ${Math.round(importMs)} ms, undo ${undone.elapsedMs} ms; file ${bytesBefore}, ${tidied.beforeBytes}, then ${tidied.afterBytes} bytes`,
  )
}, 300_000)

it('the same file then gives the same counts again, and that can be taken back as well', async () => {
  const again = await drop(
    memberList('again.csv', [...upTo(updatedCount), ...upTo(createdCount, knownCount + 1)], '店主'),
  )
  const { rows, created, updated, unchanged, rejected } = outcome
  expect(again).toMatchObject({ rows, created, updated, unchanged, rejected })
  await engine.run('imports.undo', { importBatchId: again.importBatchId ?? 0, edited: 'revert' })
  expect((await engine.call('customers.count', {})).count).toBe(knownCount)
}, 300_000)

it('what is kept of imports that were taken back goes when the time that was chosen is over', async () => {
  await engine.whenIndexed()
  await engine.call('archives.keepUndone', { days: 0 })
  const tidied = (await engine.run('archives.compact', {})) as CompactOutcome
  expect(tidied.forgottenImports).toBe(2)
  expect(tidied.afterBytes).toBeLessThan(1.2 * bytesBefore)
}, 300_000)
