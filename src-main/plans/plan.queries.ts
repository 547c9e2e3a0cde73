import type { Insertable } from 'kysely'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { sqlBuilder } from '#main/database/sql-builder.ts'
import type { CollectionPlanTable } from './plan.table.ts'

/** A plan without its key. */
export type PlanColumns = Required<Omit<Insertable<CollectionPlanTable>, 'collection_plan_id'>>

/** Counts the values of each plan; public for the query-plan test. */
export const countValuesSql = `SELECT collection_plan_id AS id, count(*) AS count FROM field_source
  WHERE collection_plan_id IS NOT NULL GROUP BY collection_plan_id`

/** The values collected under one plan; public for the query-plan test. */
export const valuesOfPlanSql = 'SELECT field_source_id AS id FROM field_source WHERE collection_plan_id = ?'

/** Lists all plans, the newest first. */
export function listStoredPlans(db: ReadableDb) {
  return db.all(sqlBuilder.selectFrom('collection_plan').selectAll().orderBy('collection_plan_id', 'desc'))
}

/** Counts the values of each plan that has some. */
export function countValuesOfPlans(db: ReadableDb): ReadonlyMap<number, number> {
  const rows = db.prepareRead<{ id: number; count: number }>(countValuesSql).all()
  return new Map(rows.map(({ id, count }) => [id, count]))
}

/** Finds a plan. */
export function findStoredPlan(db: ReadableDb, planId: number) {
  return db.get(sqlBuilder.selectFrom('collection_plan').selectAll().where('collection_plan_id', '=', planId))
}

/** Lists the statements about values that name a plan. */
export function listValuesOfPlan(db: ReadableDb, planId: number): number[] {
  return db
    .prepareRead<{ id: number }>(valuesOfPlanSql)
    .all(planId)
    .map(({ id }) => id)
}

/** Stores a plan; its key. */
export function insertPlan(db: WritableDb, columns: PlanColumns): number {
  return db.run(sqlBuilder.insertInto('collection_plan').values(columns)).lastInsertRowid
}

/** Changes a plan. */
export function updatePlan(db: WritableDb, planId: number, columns: PlanColumns): void {
  db.run(sqlBuilder.updateTable('collection_plan').set(columns).where('collection_plan_id', '=', planId))
}

/** Takes a plan off all values that name it. */
export function clearPlanOfValues(db: WritableDb, planId: number): void {
  db.run(
    sqlBuilder
      .updateTable('field_source')
      .set({ collection_plan_id: null })
      .where('collection_plan_id', '=', planId),
  )
}

/** Removes a plan that no value names. */
export function deletePlan(db: WritableDb, planId: number): void {
  db.run(sqlBuilder.deleteFrom('collection_plan').where('collection_plan_id', '=', planId))
}
