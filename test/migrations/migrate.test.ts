import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Migration, newestVersion } from '#main/database/migrate.ts'
import { migrations as released } from '#main/database/migrations/index.ts'
import { openWritable } from '#main/database/open-database.ts'
import { makeTestFolder } from '#test/helpers/test-database.ts'

const createParent: Migration = {
  version: 10,
  name: 'create-parent',
  sql: `CREATE TABLE parent (parent_id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
        CREATE TABLE child (child_id INTEGER PRIMARY KEY, parent_id INTEGER NOT NULL REFERENCES parent (parent_id)) STRICT;
        INSERT INTO parent VALUES (1, '样例');
        INSERT INTO child VALUES (1, 1);`,
}
const addNote: Migration = { version: 20, name: 'add-note', sql: 'ALTER TABLE parent ADD COLUMN note TEXT' }
const rebuildParent: Migration = {
  version: 30,
  name: 'rebuild-parent',
  sql: `CREATE TABLE parent_new (parent_id INTEGER PRIMARY KEY, name TEXT NOT NULL, note TEXT) STRICT;
        INSERT INTO parent_new SELECT parent_id, name, note FROM parent;
        DROP TABLE parent;
        ALTER TABLE parent_new RENAME TO parent;`,
}

let folder: string
let file: string
let key: Buffer

beforeEach(() => {
  folder = makeTestFolder()
  file = path.join(folder, 'archive.db')
  key = randomBytes(32)
})

afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

function open(
  migrations: readonly Migration[],
  beforeUpgrade = (_from: number): void => undefined,
  isNew = false,
) {
  return openWritable({ file, key, migrations, mustCheck: false, beforeUpgrade, isNew })
}

function create(migrations: readonly Migration[]): void {
  open(migrations, undefined, true).close()
}

function stateOf(migrations: readonly Migration[]) {
  const writer = open(migrations)
  const tables = writer.db.prepareRead<{ sql: string }>('SELECT sql FROM sqlite_schema ORDER BY name').all()
  const version = writer.db.prepareRead<{ user_version: number }>('PRAGMA user_version').get()
  const foreignKeys = writer.db.prepareRead<{ foreign_keys: number }>('PRAGMA foreign_keys').get()
  writer.close()
  return {
    tables: tables.map(row => row.sql),
    version: version?.user_version,
    foreignKeys: foreignKeys?.foreign_keys,
  }
}

describe('migrating', () => {
  it('runs the pending steps in order and notes the newest version', () => {
    create([createParent])
    const writer = open([createParent, addNote, rebuildParent])
    expect(writer.migrated).toEqual({ from: 10, to: 30 })
    writer.close()
    expect(stateOf([createParent, addNote, rebuildParent]).version).toBe(30)
  })

  it('does nothing when nothing is pending', () => {
    create([createParent])
    const writer = open([createParent])
    expect(writer.migrated).toEqual({ from: 10, to: 10 })
    writer.close()
  })

  it('rebuilds a table that others point to without losing them, and checks references again afterwards', () => {
    create([createParent, addNote])
    const writer = open([createParent, addNote, rebuildParent])
    expect(writer.db.prepareRead('SELECT parent_id FROM child').all()).toEqual([{ parent_id: 1 }])
    const orphan = () => writer.db.prepare('INSERT INTO child VALUES (2, 99)').run()
    expect(orphan).toThrow(expect.objectContaining({ code: 'SQLITE_CONSTRAINT_FOREIGNKEY' }))
    writer.close()
  })

  it('is all or nothing: a step that fails takes back those before it', () => {
    create([createParent])
    const before = stateOf([createParent])
    const broken: Migration = {
      version: 30,
      name: 'break',
      sql: 'CREATE TABLE half (x INTEGER) STRICT; SELECT nothing',
    }
    expect(() => open([createParent, addNote, broken])).toThrow()
    expect(stateOf([createParent])).toEqual(before)
  })

  it('is refused as a whole when it leaves a broken reference', () => {
    create([createParent])
    const before = stateOf([createParent])
    const orphaning: Migration = { version: 20, name: 'orphan', sql: 'DELETE FROM parent' }
    expect(() => open([createParent, orphaning])).toThrow('broken references')
    expect(stateOf([createParent])).toEqual(before)
  })

  it('refuses a file of a newer program and leaves every byte of it', () => {
    create([createParent, addNote])
    const before = fs.readFileSync(file)
    expect(() => open([createParent])).toThrow(
      expect.objectContaining({
        code: 'archive-newer',
        data: expect.objectContaining({ details: { version: 20, known: 10 } }),
      }),
    )
    expect(fs.readFileSync(file).equals(before)).toBe(true)
  })

  it('has a backup made once, before the first step, and only for a file that holds something', () => {
    const calls: number[] = []
    const note = (from: number) => {
      calls.push(from)
    }
    open([createParent], note, true).close()
    expect(calls).toEqual([])
    open([createParent, addNote, rebuildParent], note).close()
    expect(calls).toEqual([10])
    open([createParent, addNote, rebuildParent], note).close()
    expect(calls).toEqual([10])
  })

  it('does not begin when the backup cannot be made', () => {
    create([createParent])
    const before = stateOf([createParent])
    const fail = () => {
      throw new Error('no room')
    }
    expect(() => open([createParent, addNote], fail)).toThrow('no room')
    expect(stateOf([createParent])).toEqual(before)
  })

  it('refuses a list that does not ascend', () => {
    expect(() => newestVersion([addNote, createParent])).toThrow(RangeError)
    expect(() => newestVersion([addNote, addNote])).toThrow(RangeError)
    expect(newestVersion([])).toBe(0)
  })
})

describe('the released migrations', () => {
  it('ascend in steps of ten and carry a name', () => {
    expect(released.map(({ version }) => version)).toEqual(
      released.map(({ version }) => version).toSorted((one, other) => one - other),
    )
    for (const { version, name } of released) {
      expect(version % 10).toBe(0)
      expect(name).toMatch(/^[a-z]+(-[a-z]+)+$/)
    }
  })

  it('make a new archive in one go, with every table STRICT or virtual', () => {
    create(released)
    const writer = open(released)
    const tables = writer.db
      .prepareRead<{ name: string; type: string; strict: number }>(
        `SELECT name, type, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'`,
      )
      .all()
    expect(tables.map(table => table.name)).toContain('customer')
    expect(tables.filter(table => table.type === 'table' && table.strict === 0)).toEqual([])
    writer.close()
  })

  it('leave the same schema whether run at once or one after another', () => {
    create(released)
    const atOnce = stateOf(released)
    fs.rmSync(file)
    create(released.slice(0, 1))
    for (let n = 2; n <= released.length; n += 1) open(released.slice(0, n)).close()
    expect(stateOf(released)).toEqual(atOnce)
  })
})
