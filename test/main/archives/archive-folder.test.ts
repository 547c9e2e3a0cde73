import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createArchiveFolder, openArchiveFolder } from '#main/archives/archive-folder.ts'
import { openWritable } from '#main/database/open-database.ts'
import {
  addSampleCustomers,
  createTestArchive,
  customerNames,
  type TestArchive,
  withArchive,
} from '#test/helpers/test-archive.ts'

const failsWith = (code: string) => expect.objectContaining({ code })
const holder = fileURLToPath(new URL('./hold-archive.ts', import.meta.url))

let archive: TestArchive
let folder: string
const at = (...names: string[]) => path.join(folder, ...names)

beforeEach(() => {
  archive = createTestArchive()
  folder = archive.folder
})

afterEach(() => archive.remove())

/** Everything below a folder with its content, to compare before and after. */
const contentOf = (root: string) =>
  fs
    .readdirSync(root, { recursive: true, encoding: 'utf8' })
    .sort()
    .map(name => [
      name,
      fs.statSync(path.join(root, name)).isFile() && fs.readFileSync(path.join(root, name), 'base64'),
    ])

async function holdElsewhere(): Promise<{ child: ChildProcess; said: string }> {
  const child = spawn(process.execPath, [holder, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [chunk] = (await once(child.stdout ?? child, 'data')) as [Buffer]
  return { child, said: chunk.toString() }
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

describe('creating an archive', () => {
  it('makes the folder with all its parts, for its owner only', () => {
    expect(fs.readdirSync(folder).sort()).toEqual([
      'archive.db',
      'attachments',
      'backups',
      'staging',
      'vault.json',
      'vault.json.1',
      'vault.json.2',
    ])
    expect(fs.statSync(folder).mode & 0o777).toBe(0o700)
  })

  it('writes what belongs to it from the first moment', () => {
    const value = withArchive(folder, ({ db }) =>
      db.prepareRead<{ value: string }>(`SELECT value FROM setting WHERE key = 'currency'`).get(),
    )
    expect(value).toEqual({ value: 'CNY' })
  })

  it('never touches what is there already', () => {
    const before = contentOf(folder)
    expect(() => createArchiveFolder(folder, () => undefined)).toThrow(failsWith('archive-exists'))
    expect(contentOf(folder)).toEqual(before)
  })

  it('leaves nothing behind when it fails', () => {
    const target = path.join(path.dirname(folder), '另一店.kehu')
    const fail = () => {
      throw new Error('stop')
    }
    expect(() => createArchiveFolder(target, fail)).toThrow('stop')
    expect(fs.readdirSync(path.dirname(folder))).toEqual(['样例店.kehu'])
  })

  it('needs the folder above', () => {
    expect(() => createArchiveFolder(at('no', 'where.kehu'), () => undefined)).toThrow(failsWith('not-found'))
  })
})

describe('opening an archive', () => {
  it('twice in order is clean both times, with the same key', () => {
    const first = openArchiveFolder(folder)
    const key = Buffer.from(first.key)
    expect(first.wasClosedCleanly).toBe(true)
    first.close({ isClean: true })
    const second = openArchiveFolder(folder)
    expect(second.wasClosedCleanly).toBe(true)
    expect(second.key.equals(key)).toBe(true)
    second.close({ isClean: true })
  })

  it('forgets the key when closed', () => {
    const open = openArchiveFolder(folder)
    open.close({ isClean: true })
    expect(open.key.every(byte => byte === 0)).toBe(true)
  })

  it.each([
    ['a missing folder', 'archive-missing', () => undefined],
    ['a file', 'archive-foreign', (file: string) => fs.writeFileSync(file, 'x')],
    ['a folder of something else', 'archive-foreign', (file: string) => fs.mkdirSync(file)],
  ])('refuses %s as %s and leaves it', (_name, code, make) => {
    const other = path.join(path.dirname(folder), 'other')
    make(other)
    const before = contentOf(path.dirname(folder))
    expect(() => openArchiveFolder(other)).toThrow(failsWith(code))
    expect(contentOf(path.dirname(folder))).toEqual(before)
  })

  it('whose database is missing says so and makes no new one', () => {
    fs.rmSync(at('archive.db'))
    const before = contentOf(folder)
    expect(() => openArchiveFolder(folder)).toThrow(failsWith('archive-missing'))
    expect(contentOf(folder)).toEqual(before)
  })

  it('whose vault is missing altogether changes nothing and gives the lock back', () => {
    for (const name of ['vault.json', 'vault.json.1', 'vault.json.2']) fs.rmSync(at(name))
    const before = contentOf(folder)
    for (const _attempt of [1, 2]) expect(() => openArchiveFolder(folder)).toThrow(failsWith('vault-damaged'))
    expect(contentOf(folder)).toEqual(before)
  })

  it('falls back to an older vault', () => {
    withArchive(folder, writer => addSampleCustomers(writer, 1))
    fs.writeFileSync(at('vault.json'), 'damaged')
    expect(customerNames(folder)).toEqual(['样例甲1'])
  })

  it('removes what a killed import or backup left half-made, and nothing else', () => {
    fs.writeFileSync(at('staging', '7.db'), 'x')
    fs.writeFileSync(at('backups', '000003.cbk.tmp'), 'x')
    fs.writeFileSync(at('archive.db.restored.tmp'), 'x')
    for (const kept of [
      'attachments/ab12',
      'backups/000001.cbk',
      'backups/000002.damaged.cbk',
      'archive.db.damaged-1',
    ]) {
      fs.writeFileSync(at(kept), 'x')
    }
    openArchiveFolder(folder).close({ isClean: true })
    expect(fs.readdirSync(at('staging'))).toEqual([])
    expect(fs.readdirSync(at('backups')).sort()).toEqual(['000001.cbk', '000002.damaged.cbk'])
    expect(fs.readdirSync(at('attachments'))).toEqual(['ab12'])
    expect(fs.readdirSync(folder)).toContain('archive.db.damaged-1')
    expect(fs.readdirSync(folder)).not.toContain('archive.db.restored.tmp')
  })
})

describe('an end that was not clean', () => {
  it('is seen after a kill, and no longer once the archive was closed in order', async () => {
    const { child, said } = await holdElsewhere()
    expect(said).toBe('held true\n')
    await kill(child)
    const again = openArchiveFolder(folder)
    expect(again.wasClosedCleanly).toBe(false)
    again.close({ isClean: true })
    const last = openArchiveFolder(folder)
    expect(last.wasClosedCleanly).toBe(true)
    last.close({ isClean: true })
  })

  it('stays known when the archive could not be closed in order either', () => {
    openArchiveFolder(folder).close({ isClean: false })
    openArchiveFolder(folder).close({ isClean: false })
    const again = openArchiveFolder(folder)
    expect(again.wasClosedCleanly).toBe(false)
    again.close({ isClean: true })
  })

  it('is seen from a log that was left behind', () => {
    fs.writeFileSync(at('archive.db-wal'), 'x')
    const again = openArchiveFolder(folder)
    expect(again.wasClosedCleanly).toBe(false)
    again.close({ isClean: true })
  })

  it('makes the writer check the whole file before anything is written', () => {
    withArchive(folder, writer => addSampleCustomers(writer, 2000))
    const bytes = fs.readFileSync(at('archive.db'))
    bytes[bytes.length - 9000] = (bytes[bytes.length - 9000] ?? 0) ^ 1
    fs.writeFileSync(at('archive.db'), bytes)
    openArchiveFolder(folder).close({ isClean: false })
    const { key, wasClosedCleanly, close } = openArchiveFolder(folder)
    const migrations = [{ version: 1000, name: 'write', sql: 'CREATE TABLE written (x INTEGER) STRICT' }]
    const file = at('archive.db')
    const open = () =>
      openWritable({ file, key, migrations, mustCheck: !wasClosedCleanly, beforeUpgrade: () => undefined })
    expect(open).toThrow(failsWith('archive-damaged'))
    expect(fs.readFileSync(file).equals(bytes)).toBe(true)
    close({ isClean: false })
  })
})

describe('the lock', () => {
  const writeLock = (content: object, ageSeconds: number) => {
    fs.writeFileSync(at('kehu.lock'), JSON.stringify(content))
    const changed = new Date(Date.now() - ageSeconds * 1000)
    fs.utimesSync(at('kehu.lock'), changed, changed)
  }
  const here = { token: 'a', pid: process.pid, host: os.hostname(), bootId: '' }

  it('keeps a second process out', async () => {
    const { child } = await holdElsewhere()
    expect(() => openArchiveFolder(folder)).toThrow(failsWith('archive-in-use'))
    await kill(child)
  })

  it('keeps this process out a second time', () => {
    const open = openArchiveFolder(folder)
    expect(() => openArchiveFolder(folder)).toThrow(failsWith('archive-in-use'))
    open.close({ isClean: true })
  })

  it('of a living process without a sign for a minute is taken over only when the user says so', () => {
    writeLock(here, 61)
    const refusal = expect.objectContaining({
      data: expect.objectContaining({ code: 'archive-in-use', retry: true }),
    })
    expect(() => openArchiveFolder(folder)).toThrow(refusal)
    const taken = openArchiveFolder(folder, { takesOverSilent: true })
    expect(taken.wasClosedCleanly).toBe(false)
    taken.close({ isClean: true })
  })

  it('of a living process that gave a sign is never taken over', () => {
    writeLock(here, 50)
    expect(() => openArchiveFolder(folder, { takesOverSilent: true })).toThrow(failsWith('archive-in-use'))
  })

  it('of another computer counts as living', () => {
    writeLock({ ...here, host: 'another-computer', pid: 1 }, 61)
    expect(() => openArchiveFolder(folder)).toThrow(failsWith('archive-in-use'))
    openArchiveFolder(folder, { takesOverSilent: true }).close({ isClean: true })
  })

  it('from before the machine was started anew is no lock', () => {
    writeLock({ ...here, bootId: 'an earlier start' }, 5)
    openArchiveFolder(folder).close({ isClean: true })
  })

  it('that is half written counts after a minute as left behind', () => {
    fs.writeFileSync(at('kehu.lock'), '{"tok')
    expect(() => openArchiveFolder(folder)).toThrow(failsWith('archive-in-use'))
    const changed = new Date(Date.now() - 61_000)
    fs.utimesSync(at('kehu.lock'), changed, changed)
    const open = openArchiveFolder(folder)
    expect(open.wasClosedCleanly).toBe(false)
    open.close({ isClean: true })
  })

  it('that another process has taken meanwhile is not removed on closing', () => {
    const open = openArchiveFolder(folder)
    writeLock({ ...here, token: 'another holder' }, 0)
    open.close({ isClean: true })
    expect(fs.readFileSync(at('kehu.lock'), 'utf8')).toContain('another holder')
  })

  it('is gone from the folder after closing in order', () => {
    openArchiveFolder(folder).close({ isClean: false })
    openArchiveFolder(folder).close({ isClean: true })
    expect(fs.readdirSync(folder).filter(name => name.startsWith('kehu.lock'))).toEqual([])
  })
})
