import type { Insertable, Updateable } from 'kysely'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { sqlBuilder } from '#main/database/sql-builder.ts'
import type { FieldDefinitionTable, FieldGroupTable, FieldOptionTable } from './field.table.ts'

/** Lists all groups in the order of the form. */
export function listFieldGroups(db: ReadableDb) {
  return db.all(sqlBuilder.selectFrom('field_group').selectAll().orderBy('position'))
}

/** Lists all fields in the order of their groups, hidden ones too. */
export function listFieldDefinitions(db: ReadableDb) {
  return db.all(sqlBuilder.selectFrom('field_definition').selectAll().orderBy('position').orderBy('field_id'))
}

/** Lists the choices of all fields in their order, hidden ones too. */
export function listFieldOptions(db: ReadableDb) {
  return db.all(
    sqlBuilder.selectFrom('field_option').selectAll().orderBy('position').orderBy('field_option_id'),
  )
}

/** Finds one group. */
export function findFieldGroup(db: ReadableDb, groupId: number) {
  return db.get(sqlBuilder.selectFrom('field_group').selectAll().where('field_group_id', '=', groupId))
}

/** Finds one field, hidden or not. */
export function findFieldDefinition(db: ReadableDb, fieldId: number) {
  return db.get(sqlBuilder.selectFrom('field_definition').selectAll().where('field_id', '=', fieldId))
}

/** Lists the fields that were taken off the form, the newest first, each with the number of customers who have a value. */
export function listHiddenFields(db: ReadableDb) {
  return db.all(
    sqlBuilder
      .selectFrom('field_definition')
      .select(eb => [
        'field_id',
        'code',
        'name',
        'hidden_at',
        eb
          .selectFrom('field_value')
          .whereRef('field_value.field_id', '=', 'field_definition.field_id')
          .select(count => count.fn.count<number>('customer_id').distinct().as('count'))
          .as('value_count'),
      ])
      .where('hidden_at', 'is not', null)
      .orderBy('hidden_at', 'desc'),
  )
}

/** Tells whether any customer has a value of a field. */
export function isFieldUsed(db: ReadableDb, fieldId: number): boolean {
  const query = sqlBuilder.selectFrom('field_value').select('field_value_id').where('field_id', '=', fieldId)
  return db.get(query.limit(1)) !== undefined
}

/** Stores a group; its key. */
export function insertFieldGroup(db: WritableDb, group: Insertable<FieldGroupTable>): number {
  return db.run(sqlBuilder.insertInto('field_group').values(group)).lastInsertRowid
}

/** Changes columns of a group. */
export function updateFieldGroup(
  db: WritableDb,
  groupId: number,
  columns: Updateable<FieldGroupTable>,
): void {
  db.run(sqlBuilder.updateTable('field_group').set(columns).where('field_group_id', '=', groupId))
}

/** Stores a field; its key. */
export function insertFieldDefinition(db: WritableDb, field: Insertable<FieldDefinitionTable>): number {
  return db.run(sqlBuilder.insertInto('field_definition').values(field)).lastInsertRowid
}

/** Changes columns of a field. */
export function updateFieldDefinition(
  db: WritableDb,
  fieldId: number,
  columns: Updateable<FieldDefinitionTable>,
): void {
  db.run(sqlBuilder.updateTable('field_definition').set(columns).where('field_id', '=', fieldId))
}

/** Stores a choice; its key. */
export function insertFieldOption(db: WritableDb, option: Insertable<FieldOptionTable>): number {
  return db.run(sqlBuilder.insertInto('field_option').values(option)).lastInsertRowid
}

/** Changes columns of a choice. */
export function updateFieldOption(
  db: WritableDb,
  optionId: number,
  columns: Updateable<FieldOptionTable>,
): void {
  db.run(sqlBuilder.updateTable('field_option').set(columns).where('field_option_id', '=', optionId))
}
