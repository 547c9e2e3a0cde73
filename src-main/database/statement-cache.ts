import type Database from 'better-sqlite3'

const capacity = 500

/**
 * Keeps the compiled statements of one connection by their SQL text; the one unused for longest goes first.
 *
 * Shape: at most 500 statements.
 */
export class StatementCache {
  readonly #connection: Database.Database
  readonly #prepared: (statement: Database.Statement) => Database.Statement
  readonly #statements = new Map<string, Database.Statement>()

  /** `prepared` is told each new statement. */
  constructor(
    connection: Database.Database,
    prepared: (statement: Database.Statement) => Database.Statement = statement => statement,
  ) {
    this.#connection = connection
    this.#prepared = prepared
  }

  /** Finds the statement for this text, or compiles it. */
  get(sql: string): Database.Statement {
    const known = this.#statements.get(sql)
    const statement = known ?? this.compile(sql)
    if (known) this.#statements.delete(sql)
    else if (this.#statements.size >= capacity) this.#dropOldest()
    this.#statements.set(sql, statement)
    return statement
  }

  /** Compiles a statement that is not kept. */
  compile(sql: string): Database.Statement {
    return this.#prepared(this.#connection.prepare(sql))
  }

  #dropOldest(): void {
    for (const sql of this.#statements.keys()) {
      this.#statements.delete(sql)
      return
    }
  }
}
