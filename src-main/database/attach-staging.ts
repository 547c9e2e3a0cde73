import type { WritableDb } from './db.ts'

/**
 * Attaches a staging file to the writer's connection under a schema name, creating it when it is missing.
 *
 * Without a KEY clause it inherits the archive's key (an empty one would make it plain text). What is staged can be
 * read again from the foreign file, so nothing waits for the disk.
 * Errors: RangeError for a name that is no plain word; what `toArchiveError` knows.
 */
export function attachStaging(db: WritableDb, file: string, schemaName: string): void {
  checkName(schemaName)
  db.prepare(`ATTACH DATABASE ? AS ${schemaName}`).run(file)
  db.prepare(`PRAGMA ${schemaName}.journal_mode = MEMORY`).get()
  db.prepare(`PRAGMA ${schemaName}.synchronous = OFF`).run()
}

/** Lets go of an attached staging file. Empty: nothing happens when it is not attached. */
export function detachStaging(db: WritableDb, schemaName: string): void {
  checkName(schemaName)
  if (isStagingAttached(db, schemaName)) db.prepare(`DETACH DATABASE ${schemaName}`).run()
}

/** Says whether a schema of that name is attached. */
export function isStagingAttached(db: WritableDb, schemaName: string): boolean {
  return (
    db
      .prepareRead<{ name: string }>('SELECT name FROM pragma_database_list WHERE name = ?')
      .get(schemaName) !== undefined
  )
}

function checkName(schemaName: string): void {
  if (!/^[a-z][a-z0-9_]*$/.test(schemaName)) throw new RangeError('a schema name is a plain word')
}
