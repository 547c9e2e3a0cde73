import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { sqlBuilder } from '#main/database/sql-builder.ts'

/** Finds one setting. */
export function findSetting(db: ReadableDb, key: string): string | undefined {
  return db.get(sqlBuilder.selectFrom('setting').select('value').where('key', '=', key))?.value
}

/** Stores one setting. */
export function upsertSetting(db: WritableDb, key: string, value: string): void {
  db.run(
    sqlBuilder
      .insertInto('setting')
      .values({ key, value })
      .onConflict(conflict => conflict.column('key').doUpdateSet({ value })),
  )
}
