import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Engine, openEngine } from '#main/engine/open-engine.ts'
import { spawnFileReaderWithFork } from '#main/threads/file-reader-client.ts'
import type { CompactOutcome } from '#shared/contract/archives.contract.ts'
import { draftOf } from '#test/helpers/builders.ts'
import {
  addSampleCustomers,
  createTestArchive,
  type TestArchive,
  withArchive,
} from '#test/helpers/test-archive.ts'

let archive: TestArchive
let engine: Engine
const databaseFile = () => path.join(archive.folder, 'archive.db')
const open = async () => {
  engine = await openEngine({
    archivePath: archive.folder,
    appVersion: '0',
    spawnFileReader: spawnFileReaderWithFork,
  })
}
beforeEach(async () => {
  archive = createTestArchive()
  // 4,000 customers come and 3,900 of them go: most of the file is holes.
  withArchive(archive.folder, writer => {
    addSampleCustomers(writer, 4000)
    writer.db.prepare('DELETE FROM customer WHERE customer_id > 100').run()
  })
  await open()
})
afterEach(async () => {
  await engine.close()
  archive.remove()
})

describe('tidying up the file of an archive', () => {
  it('leaves what it holds, encrypted, in a file without holes', async () => {
    const use = await engine.call('archives.fileUse', {})
    expect(use.freeBytes).toBeGreaterThan(use.fileBytes / 2)
    const outcome = (await engine.run('archives.compact', {})) as CompactOutcome
    expect(outcome.afterBytes).toBe(fs.statSync(databaseFile()).size)
    // Rows are laid out anew, which may take a page of 4 KiB more than they filled before.
    expect(outcome.afterBytes).toBeLessThanOrEqual(outcome.beforeBytes - use.freeBytes + 4096)
    expect(await engine.call('archives.fileUse', {})).toMatchObject({ freeBytes: 0 })
    expect((await engine.call('customers.count', {})).count).toBe(100)
    expect(fs.readFileSync(databaseFile()).includes('SQLite format 3')).toBe(false)
    expect(fs.readdirSync(archive.folder).filter(name => name.endsWith('.tmp'))).toEqual([])
  })

  it('lets what is asked meanwhile wait, and loses none of it', async () => {
    const running = engine.run('archives.compact', {})
    const created = await engine.call('customers.create', { draft: draftOf({ name: '样例新' }) })
    await running
    await engine.close()
    await open()
    expect(
      await engine.call('customers.get', { customerId: created.customerId, orderLimit: 0 }),
    ).toMatchObject({
      name: '样例新',
    })
  })

  it('is refused while another job runs, and a stop before the copy is whole leaves the file as it was', async () => {
    const before = fs.readFileSync(databaseFile())
    const ended = new Promise<unknown>(resolve => {
      engine.onEvent(event => event.name === 'job.ended' && resolve(event.data.result))
    })
    const { jobId } = await engine.call('archives.compact', {})
    void engine.call('jobs.cancel', { jobId })
    expect(await ended).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect((await engine.call('customers.count', {})).count).toBe(100)
    expect(fs.readFileSync(databaseFile()).length).toBe(before.length)
    const file = path.join(archive.folder, 'members.csv')
    fs.writeFileSync(file, `姓名,手机号\n${'样例,13800000001\n'.repeat(3000)}`)
    const staging = engine.run('imports.stage', { fileToken: engine.files.register(file).fileToken })
    await expect(engine.call('archives.compact', {})).rejects.toThrow('archive-busy')
    await staging
  })
})
