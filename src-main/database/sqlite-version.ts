import Database from 'better-sqlite3'

/** Tells the version of SQLite that the program carries. Example: '3.53.4' */
export function sqliteVersion(): string {
  const connection = new Database(':memory:')
  try {
    return (connection.prepare('SELECT sqlite_version() AS version').get() as { version: string }).version
  } finally {
    connection.close()
  }
}
