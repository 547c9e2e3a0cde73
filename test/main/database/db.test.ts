import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Migration } from '#main/database/migrate.ts'
import { sqlBuilder } from '#main/database/sql-builder.ts'
import { bindValues } from '#main/database/sql-value.ts'
import { openTestDatabase, type TestDatabase } from '#test/helpers/test-database.ts'

const migrations: readonly Migration[] = [
  {
    version: 10,
    name: 'create-sample',
    sql: `CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
          CREATE TABLE sample (sample_id INTEGER PRIMARY KEY AUTOINCREMENT, anything ANY, whole INTEGER) STRICT;`,
  },
]

let test: TestDatabase

beforeEach(() => {
  test = openTestDatabase(migrations)
})

afterEach(() => test.close())

const one = <T>(text: string) => sql<T>`${sql.raw(text)}`.compile(sqlBuilder)

describe('a handle', () => {
  it('runs what the builder builds and gives typed rows', () => {
    const written = test.db.run(sqlBuilder.insertInto('setting').values({ key: 'language', value: 'zh-CN' }))
    expect(written.changes).toBe(1)
    const query = sqlBuilder.selectFrom('setting').select(['key', 'value']).where('key', '=', 'language')
    expect(test.db.all(query)).toEqual([{ key: 'language', value: 'zh-CN' }])
    expect(test.readable.get(query)?.value).toBe('zh-CN')
    expect(test.readable.get(query.where('value', '=', 'en'))).toBeUndefined()
  })

  it('answers with the rows of a returning clause', () => {
    const query = sqlBuilder.insertInto('setting').values({ key: 'theme', value: 'dark' }).returning('key')
    expect(test.db.get(query)).toEqual({ key: 'theme' })
  })

  it('walks row by row while other statements of the same text run', () => {
    const insert = test.db.prepare('INSERT INTO sample (whole) VALUES (?)')
    for (const whole of [1, 2, 3]) insert.run(whole)
    const query = one<{ whole: number }>('SELECT whole FROM sample ORDER BY sample_id')
    const pairs: number[][] = []
    for (const outer of test.db.iterate(query))
      for (const inner of test.db.all(query)) pairs.push([outer.whole, inner.whole])
    expect(pairs).toHaveLength(9)
  })

  it('gives arrays in column order for long scans', () => {
    test.db.prepare('INSERT INTO sample (anything, whole) VALUES (?, ?)').run('样例', 7)
    const scan = test.readable.prepareReadArrays<[string, number]>('SELECT anything, whole FROM sample')
    expect([...scan.iterate()]).toEqual([['样例', 7]])
    expect(scan.get()).toEqual(['样例', 7])
  })

  it('makes no reading statement of a writing text', () => {
    expect(() => test.db.prepareRead('DELETE FROM sample')).toThrow(TypeError)
  })

  it('cannot write through the reading connection', () => {
    const query = sqlBuilder.insertInto('setting').values({ key: 'k', value: 'v' }).returning('key')
    expect(() => test.readable.all(query)).toThrow(expect.objectContaining({ code: 'SQLITE_READONLY' }))
  })

  it('tells the key of the last row created', () => {
    const insert = test.db.prepare('INSERT INTO sample (whole) VALUES (?)')
    expect(insert.run(1)).toEqual({ changes: 1, lastInsertRowid: 1 })
    expect(insert.run(1)).toEqual({ changes: 1, lastInsertRowid: 2 })
  })
})

describe('values', () => {
  it('are bound as the docstring shows', () => {
    expect(bindValues([5, 1.5, true, null])).toEqual([5n, 1.5, 1n, null])
  })

  it.each([
    ['a whole number', 5, 'integer', 5],
    ['the largest whole number', Number.MAX_SAFE_INTEGER, 'integer', Number.MAX_SAFE_INTEGER],
    ['a negative number', -3, 'integer', -3],
    ['a fraction', 1.5, 'real', 1.5],
    ['yes', true, 'integer', 1],
    ['no', false, 'integer', 0],
    ['text of digits', '005', 'text', '005'],
    ['nothing', null, 'null', null],
    ['bytes', Buffer.from([1, 0, 2]), 'blob', Buffer.from([1, 0, 2])],
  ])('keep their kind in a column without a type: %s', (_name, value, kind, stored) => {
    test.db.prepare('INSERT INTO sample (anything) VALUES (?)').run(value)
    const row = test.db.get(
      one<{ kind: string; anything: unknown }>('SELECT typeof(anything) AS kind, anything FROM sample'),
    )
    expect(row).toEqual({ kind, anything: stored })
  })

  it('are whole in expressions too', () => {
    const row = test.db.get(
      sql<{ half: number; text: string }>`SELECT ${5} / 2 AS half, '' || ${5} AS text`.compile(sqlBuilder),
    )
    expect(row).toEqual({ half: 2, text: '5' })
  })

  it.each([[Number.NaN], [Number.POSITIVE_INFINITY]])('are refused when not finite: %s', value => {
    expect(() => test.db.prepare('INSERT INTO sample (anything) VALUES (?)').run(value)).toThrow(RangeError)
  })

  it('are refused when undefined', () => {
    expect(() => bindValues([undefined])).toThrow(TypeError)
  })

  it('are refused as a fraction in a whole-number column', () => {
    expect(() => test.db.prepare('INSERT INTO sample (whole) VALUES (?)').run(1.5)).toThrow(
      expect.objectContaining({ code: 'SQLITE_CONSTRAINT_DATATYPE' }),
    )
  })
})

describe('a transaction', () => {
  const insert = (whole: number) => test.db.prepare('INSERT INTO sample (whole) VALUES (?)').run(whole)
  const stored = () =>
    test.readable.all(one<{ whole: number }>('SELECT whole FROM sample')).map(row => row.whole)

  it('is seen by the reader when it has ended, whole', () => {
    test.db.transaction(() => {
      insert(1)
      expect(stored()).toEqual([])
      insert(2)
    })
    expect(stored()).toEqual([1, 2])
  })

  it('leaves nothing when its work throws', () => {
    const fail = () => {
      insert(1)
      throw new Error('stop')
    }
    expect(() => test.db.transaction(fail)).toThrow('stop')
    expect(stored()).toEqual([])
  })

  it('inside another takes back only itself', () => {
    test.db.transaction(() => {
      insert(1)
      expect(() =>
        test.db.transaction(() => {
          insert(2)
          throw new Error('stop')
        }),
      ).toThrow('stop')
      insert(3)
    })
    expect(stored()).toEqual([1, 3])
  })

  it('gives back what its work gives', () => {
    expect(test.db.transaction(() => insert(9).changes)).toBe(1)
  })
})
