import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { sqlBuilder } from '#main/database/sql-builder.ts'
import type { CustomerViewTable } from './view.table.ts'

type Columns = Pick<CustomerViewTable, 'name' | 'content'>

/** Lists all views as they are stored. */
export function listStoredViews(db: ReadableDb) {
  return db.all(sqlBuilder.selectFrom('customer_view').selectAll().orderBy('customer_view_id'))
}

/** Finds a view. */
export function findStoredView(db: ReadableDb, viewId: number) {
  return db.get(sqlBuilder.selectFrom('customer_view').selectAll().where('customer_view_id', '=', viewId))
}

/** Stores a view and answers its key. */
export function insertView(db: WritableDb, view: Columns): number {
  return db.run(sqlBuilder.insertInto('customer_view').values(view)).lastInsertRowid
}

/** Changes a view. */
export function updateView(db: WritableDb, viewId: number, columns: Partial<Columns>): void {
  db.run(sqlBuilder.updateTable('customer_view').set(columns).where('customer_view_id', '=', viewId))
}

/** Removes a view. */
export function deleteView(db: WritableDb, viewId: number): void {
  db.run(sqlBuilder.deleteFrom('customer_view').where('customer_view_id', '=', viewId))
}
