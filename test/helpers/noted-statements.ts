import type { Query, WritableDb } from '#main/database/db.ts'

/** A handle that does what another one does and notes the text of each statement. */
export type NotedDb = { readonly db: WritableDb; readonly statements: ReadonlySet<string> }

/** Makes such a handle, so that the plans of whatever a service asks can be looked at. */
export function noteStatements(db: WritableDb): NotedDb {
  const statements = new Set<string>()
  const noteSql = (sql: string) => {
    statements.add(sql)
    return sql
  }
  const noteQuery = <Q extends Query>(query: Q): Q => {
    noteSql('compile' in query ? query.compile().sql : query.sql)
    return query
  }
  const noted: WritableDb = {
    ...db,
    all: query => db.all(noteQuery(query)),
    get: query => db.get(noteQuery(query)),
    iterate: query => db.iterate(noteQuery(query)),
    run: query => db.run(noteQuery(query)),
    prepare: sql => db.prepare(noteSql(sql)),
    prepareRead: sql => db.prepareRead(noteSql(sql)),
    prepareReadArrays: sql => db.prepareReadArrays(noteSql(sql)),
  }
  return { db: noted, statements }
}

/** Tells how SQLite would run a statement, step by step. */
export function planOf(db: WritableDb, sql: string): string[] {
  return db
    .prepare<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all(...Array.from(sql.matchAll(/\?/g), () => '[]'))
    .map(row => row.detail)
}
