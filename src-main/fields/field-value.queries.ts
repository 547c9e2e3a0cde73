import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { sqlBuilder } from '#main/database/sql-builder.ts'

/** Lists the stored values of one customer in the order of their fields; public for the query-plan test. */
export const valuesOfCustomer = (customerId: number) =>
  sqlBuilder
    .selectFrom('field_value')
    .select(['field_value_id', 'field_id', 'position', 'value'])
    .where('customer_id', '=', customerId)
    .orderBy('field_id')
    .orderBy('position')

/** Lists the stored values of one customer in the order of their fields. */
export function listFieldValues(db: ReadableDb, customerId: number) {
  return db.all(valuesOfCustomer(customerId))
}

/** The statement behind `listValuesOfMany`; public for the query-plan test. */
export const valuesOfManySql = `
  SELECT field_value_id, field_value.customer_id, field_value.value
  FROM json_each(?) AS wanted CROSS JOIN field_value
    ON field_value.customer_id = wanted.value AND field_value.field_id = ?
  ORDER BY wanted.key, field_value.position`

/** Lists the stored values of one field of many customers, those of a customer in their order. */
export function listValuesOfMany(db: ReadableDb, fieldId: number, customerIds: readonly number[]) {
  return db
    .prepareRead<{ field_value_id: number; customer_id: number; value: string | number }>(valuesOfManySql)
    .all(JSON.stringify(customerIds), fieldId)
}

/** The statement behind `listValuesOfFields`; public for the query-plan test. */
export const valuesOfFieldsSql = `
  SELECT field_value.customer_id, field_value.field_id, field_value.value
  FROM json_each(?) AS wanted CROSS JOIN field_value ON field_value.customer_id = wanted.value
    AND field_value.field_id IN (SELECT value FROM json_each(?))
  ORDER BY wanted.key, field_value.field_id, field_value.position`

/** Lists the stored values of some fields of many customers, those of one field in their order. */
export function listValuesOfFields(
  db: ReadableDb,
  customerIds: readonly number[],
  fieldIds: readonly number[],
) {
  return db
    .prepareRead<{ customer_id: number; field_id: number; value: string | number }>(valuesOfFieldsSql)
    .all(JSON.stringify(customerIds), JSON.stringify(fieldIds))
}

/** Lists the customers who have a value of one of some fields. */
export function listCustomersOfFields(db: ReadableDb, fieldIds: readonly number[]): number[] {
  return db
    .all(
      sqlBuilder
        .selectFrom('field_value')
        .select('customer_id')
        .distinct()
        .where('field_id', 'in', [...fieldIds]),
    )
    .map(row => row.customer_id)
}

/** Stores a value; its key. */
export function insertFieldValue(
  db: WritableDb,
  value: { readonly customer_id: number; readonly field_id: number } & {
    readonly position: number
    readonly value: string | number
  },
): number {
  return db
    .prepare('INSERT INTO field_value (customer_id, field_id, position, value) VALUES (?, ?, ?, ?)')
    .run(value.customer_id, value.field_id, value.position, value.value).lastInsertRowid
}

/** Changes a stored value. */
export function updateFieldValue(db: WritableDb, fieldValueId: number, value: string | number): void {
  db.prepare('UPDATE field_value SET value = ? WHERE field_value_id = ?').run(value, fieldValueId)
}

/** Removes a stored value. */
export function deleteFieldValue(db: WritableDb, fieldValueId: number): void {
  db.prepare('DELETE FROM field_value WHERE field_value_id = ?').run(fieldValueId)
}

/** The statement behind `listCustomersByChoice`; public for the query-plan test. */
export const customersByChoiceSql =
  'SELECT value, customer_id FROM field_value WHERE field_id = ? ORDER BY value, customer_id'

/** Lists who has which choice of a field, choice by choice. */
export function listCustomersByChoice(db: ReadableDb, fieldId: number) {
  return db
    .prepareReadArrays<readonly [optionId: number, customerId: number]>(customersByChoiceSql)
    .all(fieldId)
}
