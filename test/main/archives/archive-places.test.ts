import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openArchiveFolder } from '#main/archives/archive-folder.ts'
import { createBackup } from '#main/database/backup.ts'
import { toArchiveError } from '#main/database/to-archive-error.ts'
import {
  addSampleCustomers,
  createTestArchive,
  customerNames,
  withArchive,
} from '#test/helpers/test-archive.ts'
import { makeTestFolder } from '#test/helpers/test-database.ts'

const failsWith = (code: string) => expect.objectContaining({ code })
const canMount = mountTrial()
const reason = canMount ? '' : ' (skipped: no right to mount a small disk here)'

let mount: string
let folder: string

function mountTrial(): boolean {
  const place = makeTestFolder()
  const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', place]).status === 0
  if (isMounted) spawnSync('umount', [place])
  fs.rmdirSync(place)
  return isMounted
}

beforeEach(() => {
  mount = makeTestFolder()
  if (!canMount) return
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', mount])
  const made = createTestArchive()
  withArchive(made.folder, writer => addSampleCustomers(writer, 100))
  folder = path.join(mount, '样例店.kehu')
  fs.cpSync(made.folder, folder, { recursive: true })
  made.remove()
})

afterEach(() => {
  if (canMount) execFileSync('umount', [mount])
  fs.rmSync(mount, { recursive: true, force: true })
})

const codeOf = (work: () => void): unknown => {
  try {
    work()
    return 'none'
  } catch (error) {
    return (toArchiveError(error) as { code?: string }).code
  }
}

describe.skipIf(!canMount)(`a full disk${reason}`, () => {
  it('stops an import with its own name; nothing of it stays and nothing before it is lost', () => {
    withArchive(folder, writer => {
      const fill = () => {
        for (let n = 0; n < 100; n += 1) addSampleCustomers(writer, 1000, '样例'.repeat(100))
      }
      expect(codeOf(() => writer.db.transaction(fill))).toBe('disk-full')
      expect(writer.db.prepareRead<{ n: number }>('SELECT count(*) AS n FROM customer').get()?.n).toBe(100)
    })
    expect(customerNames(folder)).toHaveLength(100)
  })

  it('refuses a backup before it starts, and leaves nothing of one that ran out of room', () => {
    withArchive(folder, (writer, { vault, key }) => {
      const options = { folder, vault, key, reason: 'quit' as const, appVersion: '0.1.0', now: new Date() }
      expect(() => createBackup(options)).toThrow(failsWith('disk-full'))
      addSampleCustomers(writer, 2000)
      writer.checkpoint()
      const { bavail, bsize } = fs.statfsSync(mount)
      fs.writeFileSync(path.join(mount, 'filler'), Buffer.alloc(bavail * bsize - 300_000))
      expect(() => createBackup({ ...options, spaceRule: { factor: 0, extraBytes: 0 } })).toThrow(
        failsWith('disk-full'),
      )
    })
    expect(fs.readdirSync(path.join(folder, 'backups'))).toEqual([])
    expect(customerNames(folder)).toHaveLength(2100)
  })

  it('without a byte left names itself at opening and leaves every file as it was', () => {
    const before = fs.readFileSync(path.join(folder, 'archive.db'))
    const names = fs.readdirSync(folder).sort()
    const filler = path.join(mount, 'filler')
    expect(codeOf(() => fs.writeFileSync(filler, Buffer.alloc(8 << 20)))).toBe('disk-full')
    expect(() => openArchiveFolder(folder)).toThrow(failsWith('disk-full'))
    expect(fs.readFileSync(path.join(folder, 'archive.db')).equals(before)).toBe(true)
    fs.rmSync(filler)
    expect(fs.readdirSync(folder).sort()).toEqual(names)
    expect(customerNames(folder)).toHaveLength(100)
  })
})

describe.skipIf(!canMount)(`a read-only disk${reason}`, () => {
  it('names itself at opening and leaves every file as it was', () => {
    const names = fs.readdirSync(folder).sort()
    execFileSync('mount', ['-o', 'remount,ro', mount])
    expect(() => openArchiveFolder(folder)).toThrow(failsWith('archive-read-only'))
    expect(fs.readdirSync(folder).sort()).toEqual(names)
    execFileSync('mount', ['-o', 'remount,rw', mount])
    expect(customerNames(folder)).toHaveLength(100)
  })
})
