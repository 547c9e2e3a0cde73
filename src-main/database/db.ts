import type Database from 'better-sqlite3'
import type { Compilable, CompiledQuery, InferResult } from 'kysely'
import { bindValues, type SqlValue } from './sql-value.ts'
import { StatementCache } from './statement-cache.ts'

/** Names a better-sqlite3 connection. Only the database room holds one; the others get a handle. */
export type Connection = Database.Database

/** Names what Kysely builds: a query, or raw SQL after `.compile(sqlBuilder)`. */
// biome-ignore lint/suspicious/noExplicitAny: Kysely's own bound; a narrower one would reject its builders.
export type Query = Compilable<any> | CompiledQuery<any>

/** Tells the row type of a query. */
export type RowOf<Q extends Query> = InferResult<Q>[number]

/** Tells how many rows a statement changed, and the key of the last row it created. */
export type WriteResult = { readonly changes: number; readonly lastInsertRowid: number }

/** Runs one compiled reading statement again and again; the same text is compiled once for a connection. */
export type ReadStatement<Row> = {
  get(...values: readonly SqlValue[]): Row | undefined
  all(...values: readonly SqlValue[]): Row[]
  /** Nothing can be written through the same handle until the loop has ended. */
  iterate(...values: readonly SqlValue[]): IterableIterator<Row>
}

/** Runs one compiled writing statement again and again. `get` and `all` serve a `returning` clause. */
export type WriteStatement<Row> = {
  run(...values: readonly SqlValue[]): WriteResult
  get(...values: readonly SqlValue[]): Row | undefined
  all(...values: readonly SqlValue[]): Row[]
}

declare const readable: unique symbol
declare const writable: unique symbol

/** Reads the archive, synchronously. Only `wrapReadable` and `wrapWritable` make one. */
export type ReadableDb = {
  readonly [readable]: true
  all<Q extends Query>(query: Q): RowOf<Q>[]
  /** The first row, or undefined when there is none. */
  get<Q extends Query>(query: Q): RowOf<Q> | undefined
  /** Row by row, without holding all of them; nothing can be written through the same handle meanwhile. */
  iterate<Q extends Query>(query: Q): IterableIterator<RowOf<Q>>
  prepareRead<Row>(sql: string): ReadStatement<Row>
  /** The same with rows as arrays in column order, which is cheaper for long scans. */
  prepareReadArrays<Row extends readonly unknown[]>(sql: string): ReadStatement<Row>
  /**
   * Lets all reads of this handle see the archive as it is now, whatever is written meanwhile, until the answer is
   * called. For long reads of many tables on a thread of their own: the write-ahead log cannot shrink meanwhile.
   */
  holdSnapshot(): () => void
}

/** Reads and writes the archive, synchronously. Held by the writer thread only. */
export type WritableDb = ReadableDb & {
  readonly [writable]: true
  run(query: Query): WriteResult
  prepare<Row = unknown>(sql: string): WriteStatement<Row>
  /**
   * Runs `work` in one transaction (BEGIN IMMEDIATE), or in a savepoint of the running one.
   *
   * Errors: whatever `work` throws, after everything it wrote has been rolled back.
   */
  transaction<T>(work: () => T): T
}

/** Says what a handle does besides running SQL. */
export type HandleOptions = {
  /** Called with the text of a slow statement, never with its values. */
  readonly onSlowQuery?: ((query: { readonly sql: string; readonly elapsedMs: number }) => void) | undefined
  /** From how many milliseconds on a statement is slow; 100 when nothing is said. */
  readonly slowQueryMs?: number | undefined
}

/** Makes the reading handle of a connection. */
export function wrapReadable(connection: Connection, options: HandleOptions = {}): ReadableDb {
  const statements = new StatementCache(connection)
  return readingHalf(connection, statements, runnerOf(statements, options)) as unknown as ReadableDb
}

/** Makes the writing handle of a connection that was opened for writing. */
export function wrapWritable(connection: Connection, options: HandleOptions = {}): WritableDb {
  const statements = new StatementCache(connection)
  const runner = runnerOf(statements, options)
  const handle = {
    ...readingHalf(connection, statements, runner),
    run: (query: Query) => runner(query, (statement, values) => toWriteResult(statement.run(values))),
    prepare: (sql: string) => {
      const statement = statements.get(sql)
      return {
        run: (...values: SqlValue[]) => toWriteResult(statement.run(bindValues(values))),
        get: (...values: SqlValue[]) => statement.get(bindValues(values)),
        all: (...values: SqlValue[]) => statement.all(bindValues(values)),
      }
    },
    transaction: (work: () => unknown) => connection.transaction(work).immediate(),
  }
  return handle as unknown as WritableDb
}

type Runner = <T>(query: Query, work: (statement: Database.Statement, values: unknown[]) => T) => T

/** Compiles, finds the prepared statement, binds, runs and, if asked, times. */
function runnerOf(statements: StatementCache, { onSlowQuery, slowQueryMs = 100 }: HandleOptions): Runner {
  return (query, work) => {
    const { sql, parameters } = compile(query)
    const start = onSlowQuery ? performance.now() : 0
    const result = work(statements.get(sql), bindValues(parameters))
    if (onSlowQuery) {
      const elapsedMs = performance.now() - start
      if (elapsedMs >= slowQueryMs) onSlowQuery({ sql, elapsedMs })
    }
    return result
  }
}

function readingHalf(connection: Connection, statements: StatementCache, runner: Runner) {
  const ofArrays = new StatementCache(connection, statement => statement.raw())
  return {
    all: (query: Query) => runner(query, (statement, values) => statement.all(values)),
    get: (query: Query) => runner(query, (statement, values) => statement.get(values)),
    iterate: (query: Query) => {
      const { sql, parameters } = compile(query)
      // A statement that is being walked through refuses every other use, so it must not be a cached one.
      return connection.prepare(sql).iterate(bindValues(parameters))
    },
    prepareRead: (sql: string) => readStatement(statements, sql),
    prepareReadArrays: (sql: string) => readStatement(ofArrays, sql),
    holdSnapshot: () => {
      connection.exec('BEGIN')
      connection.prepare('SELECT count(*) FROM sqlite_schema').get()
      return () => void connection.exec('COMMIT')
    },
  }
}

function readStatement(statements: StatementCache, sql: string) {
  const statement = statements.get(sql)
  if (!statement.readonly) throw new TypeError('A reading statement was expected')
  // One that is being walked through refuses every other use: it is nobody else's.
  let walking: Database.Statement | undefined
  return {
    get: (...values: SqlValue[]) => statement.get(bindValues(values)),
    all: (...values: SqlValue[]) => statement.all(bindValues(values)),
    iterate: (...values: SqlValue[]) => {
      walking ??= statements.compile(sql)
      return walking.iterate(bindValues(values))
    },
  }
}

function compile(query: Query): CompiledQuery {
  return 'compile' in query ? query.compile() : query
}

function toWriteResult({ changes, lastInsertRowid }: Database.RunResult): WriteResult {
  return { changes, lastInsertRowid: Number(lastInsertRowid) }
}
