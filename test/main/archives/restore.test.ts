import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inspectBackup, readArchiveFacts, restoreArchive } from '#main/archives/archive.service.ts'
import { openArchiveFolder } from '#main/archives/archive-folder.ts'
import { listBackups } from '#main/database/backup.ts'
import { readBackupHeader } from '#main/database/backup-file.ts'
import {
  addSampleCustomers,
  addStoredFile,
  backUp,
  createTestArchive,
  customerNames,
  type TestArchive,
  withArchive,
} from '#test/helpers/test-archive.ts'

const now = new Date('2026-03-05T10:00:00Z')
const failsWith = (code: string) => expect.objectContaining({ code })

let archive: TestArchive
let folder: string
let database: string

beforeEach(() => {
  archive = createTestArchive()
  folder = archive.folder
  database = path.join(folder, 'archive.db')
  withArchive(folder, writer => addSampleCustomers(writer, 3))
})

afterEach(() => archive.remove())

const restore = (backup: string, into = folder) =>
  restoreArchive({ folder: into, backup, appVersion: '0.1.0', now })
const hashOf = (file: string) => createHash('sha256').update(fs.readFileSync(file)).digest('hex')
const flip = (file: string, at: number) => {
  const bytes = fs.readFileSync(file)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  fs.writeFileSync(file, bytes)
}

describe('restoring', () => {
  it('puts the archive back, and the state before it becomes a backup', () => {
    const { file } = backUp(folder)
    withArchive(folder, writer => addSampleCustomers(writer, 2))
    const result = restore(file)
    expect(result.header.counts.customers).toBe(3)
    expect(customerNames(folder)).toEqual(['样例甲1', '样例甲2', '样例甲3'])
    expect(readBackupHeader(result.formerState ?? '')).toMatchObject({
      reason: 'restore',
      counts: { customers: 5 },
    })
  })

  it('can be taken back by restoring what it kept', () => {
    const { file } = backUp(folder)
    withArchive(folder, writer => addSampleCustomers(writer, 2))
    const { formerState } = restore(file)
    restore(formerState ?? '')
    expect(customerNames(folder)).toHaveLength(5)
  })

  it('leaves an archive that can be written at once', () => {
    const { file } = backUp(folder)
    restore(file)
    withArchive(folder, writer => addSampleCustomers(writer, 1))
    expect(customerNames(folder)).toEqual(['样例甲1', '样例甲2', '样例甲3', '样例甲4'])
  })

  it('sets a damaged file aside, whole, with its log', () => {
    const { file } = backUp(folder)
    flip(database, 100)
    fs.writeFileSync(`${database}-wal`, 'left over')
    const damaged = hashOf(database)
    const { formerState } = restore(file)
    expect(formerState).toBe(`${database}.damaged-2026-03-05T10-00-00`)
    expect(hashOf(formerState ?? '')).toBe(damaged)
    expect(fs.readFileSync(`${formerState}-wal`, 'utf8')).toBe('left over')
    expect(customerNames(folder)).toHaveLength(3)
  })

  it('sets a second damaged file of the same second beside the first', () => {
    const { file } = backUp(folder)
    flip(database, 100)
    restore(file)
    flip(database, 100)
    expect(restore(file).formerState).toBe(`${database}.damaged-2026-03-05T10-00-00-2`)
  })

  it('heals an archive whose vault files are all damaged', () => {
    const { file } = backUp(folder)
    for (const name of ['vault.json', 'vault.json.1', 'vault.json.2'])
      fs.writeFileSync(path.join(folder, name), '{')
    expect(() => openArchiveFolder(folder)).toThrow(failsWith('vault-damaged'))
    const { formerState } = restore(file)
    expect(formerState).toContain('archive.db.damaged-')
    expect(customerNames(folder)).toHaveLength(3)
    expect(fs.readFileSync(path.join(folder, 'vault.json.damaged-2026-03-05T10-00-00'), 'utf8')).toBe('{')
  })

  it('heals an archive whose database is missing', () => {
    const { file } = backUp(folder)
    fs.rmSync(database)
    expect(restore(file).formerState).toBeNull()
    expect(customerNames(folder)).toHaveLength(3)
  })

  it('brings the key of another archive along with its data', () => {
    const other = createTestArchive()
    withArchive(other.folder, writer => addSampleCustomers(writer, 7, '示例乙'))
    const { file } = backUp(other.folder)
    const { formerState } = restore(file)
    other.remove()
    expect(customerNames(folder)).toHaveLength(7)
    restore(formerState ?? '')
    expect(customerNames(folder)).toEqual(['样例甲1', '样例甲2', '样例甲3'])
  })

  it('makes the archive anew where its folder is gone', () => {
    const { file } = backUp(folder)
    const target = path.join(path.dirname(folder), '新电脑.kehu')
    const result = restore(file, target)
    expect(result.formerState).toBeNull()
    expect(customerNames(target)).toEqual(customerNames(folder))
    expect(fs.readdirSync(path.dirname(folder)).sort()).toEqual(['新电脑.kehu', '样例店.kehu'])
  })

  it('counts the attachments that are not there', () => {
    addStoredFile(folder, 'ab'.repeat(32))
    const { file } = backUp(folder)
    const elsewhere = (name: string) => path.join(path.dirname(folder), name)
    expect(restore(file).missingAttachments).toBe(0)
    expect(restore(file, elsewhere('旁边有.kehu')).missingAttachments).toBe(0)
    fs.copyFileSync(file, elsewhere('单独.cbk'))
    expect(restore(elsewhere('单独.cbk'), elsewhere('别处.kehu')).missingAttachments).toBe(1)
  })

  it('from a damaged backup changes nothing', () => {
    const { file } = backUp(folder)
    flip(file, fs.statSync(file).size - 5)
    const before = hashOf(database)
    expect(() => restore(file)).toThrow(failsWith('backup-damaged'))
    expect(() => restore(file, path.join(path.dirname(folder), '新.kehu'))).toThrow(
      failsWith('backup-damaged'),
    )
    expect(hashOf(database)).toBe(before)
    expect(fs.readdirSync(path.dirname(folder))).toEqual(['样例店.kehu'])
    expect(customerNames(folder)).toHaveLength(3)
  })

  it('is refused while the archive is open, and for a folder that is no archive', () => {
    const { file } = backUp(folder)
    withArchive(folder, () => expect(() => restore(file)).toThrow(failsWith('archive-in-use')))
    const plain = path.join(path.dirname(folder), 'photos')
    fs.mkdirSync(plain)
    expect(() => restore(file, plain)).toThrow(failsWith('archive-foreign'))
    expect(fs.readdirSync(plain)).toEqual([])
    expect(() => restore(file, path.join(folder, 'no', 'where'))).toThrow(failsWith('not-found'))
  })
})

describe('from outside', () => {
  it('an archive shows its name and its newest good backup', () => {
    expect(readArchiveFacts(folder)).toEqual({ name: '样例店', isMissing: false, newestBackup: null })
    backUp(folder)
    withArchive(folder, writer => addSampleCustomers(writer, 2))
    const newest = backUp(folder)
    expect(readArchiveFacts(folder).newestBackup).toEqual(listBackups(folder)[0])
    expect(readArchiveFacts(folder).newestBackup?.header?.counts.customers).toBe(5)
    flip(newest.file, 60)
    expect(readArchiveFacts(folder).newestBackup?.sequence).toBe(1)
  })

  it('a missing archive is told from one that is there', () => {
    expect(readArchiveFacts(path.join(folder, 'gone.kehu'))).toEqual({
      name: 'gone',
      isMissing: true,
      newestBackup: null,
    })
  })

  it('a backup shows its header, and a foreign or missing file is named', () => {
    const { file } = backUp(folder)
    expect(inspectBackup(file)).toMatchObject({ sequence: 1, isGood: true, header: { reason: 'quit' } })
    expect(() => inspectBackup(path.join(folder, 'nothing.cbk'))).toThrow(failsWith('file-missing'))
    expect(() => inspectBackup(database)).toThrow(failsWith('backup-damaged'))
  })
})
