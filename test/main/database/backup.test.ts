import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createBackup, listBackups, needsBackup, verifyBackup } from '#main/database/backup.ts'
import { extractBackupBody, readBackupHeader } from '#main/database/backup-file.ts'
import {
  addSampleCustomers,
  addStoredFile,
  backUp,
  createTestArchive,
  type TestArchive,
  withArchive,
  withConnection,
} from '#test/helpers/test-archive.ts'

const failsWith = (code: string) => expect.objectContaining({ code })

let archive: TestArchive
let folder: string

beforeEach(() => {
  archive = createTestArchive()
  folder = archive.folder
  withArchive(folder, writer => addSampleCustomers(writer, 300))
})

afterEach(() => archive.remove())

const backupNames = () => fs.readdirSync(path.join(folder, 'backups')).sort()

function flipBytes(file: string, positions: readonly number[]): void {
  const bytes = fs.readFileSync(file)
  for (const at of positions) bytes[at] = (bytes[at] ?? 0) ^ 0x10
  fs.writeFileSync(file, bytes)
}

describe('a backup', () => {
  it('holds the customers of its moment, encrypted, in one file', () => {
    const { file, header } = backUp(folder, { reason: 'manual' })
    expect(backupNames()).toEqual(['000001.cbk'])
    expect(header).toMatchObject({
      sequence: 1,
      reason: 'manual',
      madeAt: '2026-03-01T08:30:00.000Z',
      appVersion: '0.1.0',
      counts: { customers: 300, orders: 0, orderLines: 0 },
    })
    const bytes = fs.readFileSync(file)
    expect([bytes.includes('样例甲'), bytes.includes('SQLite format 3')]).toEqual([false, false])
    const body = path.join(folder, 'body.db')
    extractBackupBody(file, body)
    const names = withArchive(folder, (_writer, { key }) =>
      withConnection(body, key, connection => connection.prepare('SELECT name FROM customer').pluck().all()),
    )
    expect(names).toEqual(Array.from({ length: 300 }, (_, n) => `样例甲${n + 1}`))
  })

  it('counts living customers only', () => {
    withArchive(folder, ({ db }) =>
      db.prepare(`UPDATE customer SET deleted_at = '2026-03-01T00:00:00.000Z' WHERE customer_id <= 10`).run(),
    )
    expect(backUp(folder).header?.counts.customers).toBe(290)
  })

  it('names the attachment files that it needs, and no others that lie there', () => {
    addStoredFile(folder, 'ab'.repeat(32), 'cd'.repeat(32))
    fs.writeFileSync(path.join(folder, 'attachments', 'ef'.repeat(32)), 'x')
    expect(backUp(folder).header?.attachments).toEqual(['ab'.repeat(32), 'cd'.repeat(32)])
  })

  it('is made while the writer goes on, and leaves an open transaction out', () => {
    withArchive(folder, (writer, { vault, key }) => {
      writer.db.transaction(() => {
        addSampleCustomers(writer, 50)
        const options = { folder, vault, key, appVersion: '0.1.0', now: new Date() }
        const { header } = createBackup({ ...options, reason: 'import' })
        expect(header?.counts.customers).toBe(300)
      })
    })
    expect(backUp(folder).header?.counts.customers).toBe(350)
  })

  it('asks for room before it starts, and leaves nothing when there is none', () => {
    const noDisk = { factor: 0, extraBytes: Number.MAX_SAFE_INTEGER }
    expect(() => backUp(folder, { spaceRule: noDisk })).toThrow(failsWith('disk-full'))
    expect(backupNames()).toEqual([])
  })

  it('of a damaged archive is not made', () => {
    withArchive(folder, (_writer, { vault, key, paths }) => {
      const size = fs.statSync(paths.database).size
      flipBytes(paths.database, [size - 3000, size - 7000, size - 11_000])
      const make = () =>
        createBackup({ folder, vault, key, reason: 'quit', appVersion: '0.1.0', now: new Date() })
      expect(make).toThrow(failsWith('archive-damaged'))
    })
    expect(backupNames()).toEqual([])
  })

  it('never takes the number of an earlier one, damaged or not', () => {
    backUp(folder)
    const { file } = backUp(folder)
    flipBytes(file, [100])
    expect(verifyBackup(file).isGood).toBe(false)
    expect(backUp(folder).sequence).toBe(3)
    expect(backupNames()).toEqual(['000001.cbk', '000002.damaged.cbk', '000003.cbk'])
  })

  it('is wanted when a command came after the newest good one', () => {
    const isWanted = () => withArchive(folder, (_writer, { key }) => needsBackup(folder, key))
    expect(isWanted()).toBe(true)
    backUp(folder)
    expect(isWanted()).toBe(false)
    withArchive(folder, writer => addSampleCustomers(writer, 1))
    expect(isWanted()).toBe(true)
    const { file } = backUp(folder)
    flipBytes(file, [100])
    verifyBackup(file)
    expect(isWanted()).toBe(true)
  })
})

describe('the list of backups', () => {
  it('is empty where there are none, or no archive at all', () => {
    expect(listBackups(folder)).toEqual([])
    expect(listBackups(path.join(folder, 'nowhere'))).toEqual([])
  })

  it('is ordered by sequence, not by clock, and passes over other files', () => {
    backUp(folder, { now: new Date('2026-03-01T08:00:00Z') })
    backUp(folder, { now: new Date('2031-01-01T00:00:00Z') })
    backUp(folder, { now: new Date('2020-01-01T00:00:00Z') })
    fs.writeFileSync(path.join(folder, 'backups', 'notes.txt'), 'x')
    expect(listBackups(folder).map(one => one.sequence)).toEqual([3, 2, 1])
  })

  it('shows one whose header is damaged as not good', () => {
    const { file } = backUp(folder)
    flipBytes(file, [60])
    expect(listBackups(folder)).toMatchObject([{ sequence: 1, isGood: false, header: undefined }])
  })

  it('shrinks to what rotation keeps', () => {
    for (let n = 0; n < 8; n += 1) backUp(folder)
    expect(listBackups(folder).map(one => one.sequence)).toEqual([8, 7, 6, 5, 4])
  })

  it('keeps damaged files and those of another archive out of rotation', () => {
    const other = createTestArchive()
    const foreign = backUp(other.folder)
    fs.copyFileSync(foreign.file, path.join(folder, 'backups', '000001.cbk'))
    other.remove()
    const { file } = backUp(folder)
    flipBytes(file, [100])
    verifyBackup(file)
    for (let n = 0; n < 6; n += 1) backUp(folder)
    expect(listBackups(folder).map(one => one.sequence)).toEqual([8, 7, 6, 5, 4, 2, 1])
  })
})

describe('verifying a backup', () => {
  it('finds each of 100 changed bytes, from the first to the last', () => {
    const { file, sizeBytes } = backUp(folder)
    const good = fs.readFileSync(file)
    for (let n = 0; n < 100; n += 1) {
      flipBytes(file, [Math.floor((n / 99) * (sizeBytes - 1))])
      const entry = verifyBackup(file)
      expect([n, entry.isGood]).toEqual([n, false])
      expect(entry.file).toBe(file.replace('.cbk', '.damaged.cbk'))
      fs.rmSync(entry.file)
      fs.writeFileSync(file, good)
    }
    expect(verifyBackup(file).isGood).toBe(true)
  })

  it.each([0, 20, 44, 300])('finds one cut off after %d bytes', length => {
    const { file } = backUp(folder)
    fs.truncateSync(file, length)
    expect(verifyBackup(file).isGood).toBe(false)
  })

  it('finds one that is longer than it was', () => {
    const { file } = backUp(folder)
    fs.appendFileSync(file, 'x')
    expect(verifyBackup(file).isGood).toBe(false)
  })

  it('says that a foreign file is none', () => {
    const file = path.join(folder, 'backups', '000009.cbk')
    fs.writeFileSync(file, Buffer.alloc(5000, 7))
    expect(() => readBackupHeader(file)).toThrow(failsWith('backup-damaged'))
  })
})
