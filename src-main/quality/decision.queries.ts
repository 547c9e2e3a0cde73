import type { Insertable } from 'kysely'
import type { WritableDb } from '#main/database/db.ts'
import { sqlBuilder } from '#main/database/sql-builder.ts'
import type { QualityDecisionTable } from './quality.table.ts'

/** Stores that something is right as it is; its key. */
export function insertDecision(db: WritableDb, decision: Insertable<QualityDecisionTable>): number {
  return db.run(sqlBuilder.insertInto('quality_decision').values(decision)).lastInsertRowid
}
