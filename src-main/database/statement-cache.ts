import type Database from 'better-sqlite3'

const capacity = 500

/**
 * Keeps the compiled statements of one connection by their SQL text; the one unused for longest goes first.
 *
 * Shape: at most 500 statements.
 */
export class StatementCache {
  readonly #connection: Database.Database
  readonly #statements = new Map<string, Database.Statement>()

  constructor(connection: Database.Database) {
    this.#connection = connection
  }

  /** Finds the statement for this text, or compiles it. */
  get(sql: string): Database.Statement {
    const known = this.#statements.get(sql)
    const statement = known ?? this.#connection.prepare(sql)
    if (known) this.#statements.delete(sql)
    else if (this.#statements.size >= capacity) this.#dropOldest()
    this.#statements.set(sql, statement)
    return statement
  }

  #dropOldest(): void {
    for (const sql of this.#statements.keys()) {
      this.#statements.delete(sql)
      return
    }
  }
}
