import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createArchiveFolder } from '#main/archives/archive-folder.ts'
import { type Engine, openEngine } from '#main/engine/open-engine.ts'
import { spawnFileReaderWithFork } from '#main/threads/file-reader-client.ts'
import { writeBytes } from '#test/helpers/workbook-builder.ts'

let folder: string
let engine: Engine
beforeEach(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'kehu-head-'))
  const archivePath = path.join(folder, '样例.kehu')
  createArchiveFolder(archivePath, () => undefined)
  engine = await openEngine({ archivePath, appVersion: '0', spawnFileReader: spawnFileReaderWithFork })
})
afterEach(async () => {
  await engine.close()
  fs.rmSync(folder, { recursive: true })
})

const members = (count: number) =>
  writeBytes(
    `姓名,手机号\n${Array.from({ length: count }, (_, index) => `样例${index},138${String(index).padStart(8, '0')}\n`).join('')}`,
    'members.csv',
  )

async function stage(file: string) {
  const ended = new Promise<void>(resolve => {
    engine.onEvent(event => event.name === 'job.ended' && resolve())
  })
  const { fileToken } = engine.files.register(file)
  const { jobId } = await engine.call('imports.stage', { fileToken })
  return { jobId, ended }
}

describe('the first rows of a file that is being read', () => {
  it('are compared before the rest is there, and counted for themselves', async () => {
    const { jobId, ended } = await stage(members(5_000))
    const head = await engine.call('imports.previewHead', { jobId, options: {} })
    expect(head).toMatchObject({ isHeadOnly: true, headerRow: 1, kind: 'customers', stagingId: '' })
    expect(head?.columns.map(column => column.field)).toEqual(['name', 'phone'])
    // A batch holds 1,000 rows: the headings and 999 members.
    expect(head?.counts).toMatchObject({ rows: 999, created: 999 })
    expect(head?.rows[0]?.cells).toEqual(['样例0', '13800000000'])
    await ended
  })

  it('follow a choice that is made meanwhile', async () => {
    const { jobId, ended } = await stage(members(5_000))
    const head = await engine.call('imports.previewHead', { jobId, options: { mapping: { 1: null } } })
    expect(head?.columns.map(column => column.field)).toEqual(['name', null])
    await ended
  })

  it('are null once the reading has ended, when there are none, and for a job of nobody', async () => {
    const { jobId, ended } = await stage(members(3))
    await ended
    expect(await engine.call('imports.previewHead', { jobId, options: {} })).toBeNull()
    const broken = await stage(writeBytes('', 'empty.csv'))
    expect(await engine.call('imports.previewHead', { jobId: broken.jobId, options: {} })).toBeNull()
    expect(await engine.call('imports.previewHead', { jobId: 999, options: {} })).toBeNull()
  })
})
