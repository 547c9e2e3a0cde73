import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Engine, openEngine } from '#main/engine/open-engine.ts'
import { spawnFileReaderWithFork } from '#main/threads/file-reader-client.ts'
import type { ImportOutcome } from '#shared/contract/imports.contract.ts'
import { createTestArchive, type TestArchive } from '#test/helpers/test-archive.ts'
import { writeBytes } from '#test/helpers/workbook-builder.ts'

let archive: TestArchive
let engine: Engine
const open = async () => {
  engine = await openEngine({
    archivePath: archive.folder,
    appVersion: '0',
    spawnFileReader: spawnFileReaderWithFork,
  })
}
const reopen = async () => {
  await engine.close()
  await open()
}
beforeEach(async () => {
  archive = createTestArchive()
  await open()
})
afterEach(async () => {
  await engine.close()
  archive.remove()
})

const staging = (...names: string[]) => path.join(archive.folder, 'staging', ...names)
const stage = async (name: string, rows: number) => {
  const lines = Array.from(
    { length: rows },
    (_, index) => `样例${index},138${String(index).padStart(8, '0')}\n`,
  )
  const file = writeBytes(`姓名,手机号\n${lines.join('')}`, name)
  const { fileToken } = engine.files.register(file)
  return ((await engine.run('imports.stage', { fileToken })) as { stagingId: string }).stagingId
}
const commit = (stagingId: string) =>
  engine.run('imports.commit', { stagingId, options: {}, previewRevision: null }) as Promise<ImportOutcome>

describe('a file that was read when the program ended', () => {
  it('is offered when the archive is opened again, and can be imported as if nothing had been', async () => {
    const stagingId = await stage('members.csv', 30)
    await reopen()
    const [left, ...others] = await engine.call('imports.listStaged', {})
    expect(others).toEqual([])
    expect(left).toMatchObject({ stagingId, fileName: 'members.csv', rowCount: 31 })
    expect(left?.fileToken).not.toBeNull()
    expect(JSON.stringify(left)).not.toContain(path.sep)
    expect(await commit(stagingId)).toMatchObject({ created: 30, rejected: 0 })
    expect(await engine.call('imports.listStaged', {})).toEqual([])
  })

  it('is gone when it was given up', async () => {
    const stagingId = await stage('members.csv', 3)
    await reopen()
    await engine.call('imports.discard', { stagingId })
    expect([await engine.call('imports.listStaged', {}), fs.readdirSync(staging())]).toEqual([[], []])
  })

  it('is gone when it was not read to its end, or was imported just before the end', async () => {
    const half = await stage('half.csv', 3)
    const done = await stage('done.csv', 4)
    const bytes = fs.readFileSync(staging(`${done}.db`))
    await commit(done)
    await engine.close()
    fs.writeFileSync(staging(`${half}.db`), fs.readFileSync(staging(`${half}.db`)).subarray(0, 4096))
    fs.writeFileSync(staging(`${done}.db`), bytes)
    fs.utimesSync(staging(`${done}.db`), new Date(0), new Date(0))
    await open()
    expect([await engine.call('imports.listStaged', {}), fs.readdirSync(staging())]).toEqual([[], []])
  })

  it('lies beside the archive encrypted', async () => {
    const stagingId = await stage('members.csv', 30)
    const bytes = fs.readFileSync(staging(`${stagingId}.db`))
    expect([bytes.includes('样例1'), bytes.includes('members.csv'), bytes.includes('SQLite format')]).toEqual(
      [false, false, false],
    )
  })
})
