import { type Act, type ChangeRecorder, changeCustomers } from '#main/changes/change-log.service.ts'
import { columnOfField } from '#main/customers/card-column.service.ts'
import { contactPointKey } from '#main/customers/contact-point.service.ts'
import { findStoredCard, listStoredContacts } from '#main/customers/customer.service.ts'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { getFieldValues } from '#main/fields/field-value.service.ts'
import { isPlan } from '#main/plans/plan.service.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { CardField } from '#shared/domain/card-field.ts'
import {
  type FieldSource,
  type SourcedValue,
  type StatedValue,
  unstated,
} from '#shared/domain/field-source.ts'
import {
  deleteFieldSource,
  findFieldSource,
  insertFieldSource,
  listFieldSources,
  type StatedColumns,
  updateFieldSource,
} from './field-source.queries.ts'

/**
 * Lists what is stated about the values of a customer, as they are now; what was stated about a value that has changed since
 * is left out, and comes back with the value. Values that a merge took over bring along what was stated in their own file.
 */
export function listStatedValues(db: ReadableDb, customerId: number): StatedValue[] {
  const values = valuesOf(db, customerId)
  const stated = new Map<string, StatedValue>()
  for (const { subject: key, value, ...columns } of listFieldSources(db, customerId)) {
    const current = values.get(key)
    if (current?.text !== value || stated.has(key)) continue
    stated.set(key, { subject: current.subject, source: sourceOf(columns) })
  }
  return [...stated.values()]
}

/**
 * States how a value became known, in place of what was stated before.
 *
 * Empty: changeSetId null when nothing changed. Errors: not-found when the customer has no such value.
 */
export function stateSource(
  db: WritableDb,
  request: { readonly customerId: number; readonly subject: SourcedValue; readonly source: FieldSource },
  act: Act,
) {
  const changeSetId = changeCustomers(db, 'source-stated', act, recorder =>
    saveFieldSource(db, recorder, request),
  )
  return { changeSetId }
}

/** Writes what is stated about a value within an act. Errors: not-found when the customer has no such value or the plan is gone. */
export function saveFieldSource(
  db: WritableDb,
  recorder: ChangeRecorder,
  stated: { readonly customerId: number; readonly subject: SourcedValue; readonly source: FieldSource },
): void {
  const { customerId, source } = stated
  const subject = keyOf(stated.subject)
  const current = valuesOf(db, customerId).get(subject)
  if (!current) throw new AppError('not-found')
  if (source.planId !== null && !isPlan(db, source.planId)) throw new AppError('not-found')
  const stored = findFieldSource(db, customerId, subject)
  if (Object.values(source).every(fact => fact === null)) {
    if (!stored) return
    recorder.deleting('field_source', stored.field_source_id)
    deleteFieldSource(db, stored.field_source_id)
    return
  }
  const columns = columnsOf(source, current.text)
  if (!stored) {
    recorder.inserted('field_source', insertFieldSource(db, customerId, subject, columns))
    return
  }
  for (const [column, value] of Object.entries(columns))
    recorder.updated(
      'field_source',
      stored.field_source_id,
      column,
      stored[column as keyof typeof columns] ?? null,
      value,
    )
  updateFieldSource(db, stored.field_source_id, columns)
}

type CurrentValue = { readonly subject: SourcedValue; readonly text: string }

/** The values of a customer by the key under which something can be stated about them. */
function valuesOf(db: ReadableDb, customerId: number): ReadonlyMap<string, CurrentValue> {
  const card = findStoredCard(db, customerId)
  if (!card) throw new AppError('not-found')
  const values: CurrentValue[] = []
  for (const field of CardField.options) {
    const value = card[columnOfField[field]]
    if (value !== null) values.push({ subject: { of: 'card', field }, text: String(value) })
  }
  for (const { kind, value } of listStoredContacts(db, customerId))
    values.push({ subject: { of: 'contact', kind, value }, text: value })
  for (const [key, value] of Object.entries(getFieldValues(db, customerId)))
    values.push({ subject: { of: 'own', fieldId: Number(key) }, text: JSON.stringify(value) })
  return new Map(values.map(value => [keyOf(value.subject), value]))
}

function keyOf(subject: SourcedValue): string {
  switch (subject.of) {
    case 'card':
      return `card:${subject.field}`
    case 'contact':
      return `contact:${subject.kind}:${contactPointKey(subject.kind, subject.value)}`
    case 'own':
      return `own:${subject.fieldId}`
  }
}

function columnsOf(source: FieldSource, value: string) {
  return {
    value,
    source_option_id: source.sourceOptionId,
    method_option_id: source.methodOptionId,
    collection_plan_id: source.planId,
    stated_on: source.statedOn,
    verifier: source.verifier || null,
    second_method_option_id: source.secondMethodOptionId,
    second_on: source.secondOn,
    second_verifier: source.secondVerifier || null,
    note: source.note || null,
  } satisfies StatedColumns
}

function sourceOf(columns: Omit<StatedColumns, 'value'>): FieldSource {
  return {
    ...unstated,
    sourceOptionId: columns.source_option_id ?? null,
    methodOptionId: columns.method_option_id ?? null,
    planId: columns.collection_plan_id ?? null,
    statedOn: columns.stated_on ?? null,
    verifier: columns.verifier ?? null,
    secondMethodOptionId: columns.second_method_option_id ?? null,
    secondOn: columns.second_on ?? null,
    secondVerifier: columns.second_verifier ?? null,
    note: columns.note ?? null,
  }
}
