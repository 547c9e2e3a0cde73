import { isStoredPicture } from '#main/attachments/stored-file.service.ts'
import type { ChangeRecorder } from '#main/changes/change-log.service.ts'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { readPictureValue } from '#shared/domain/attachment.ts'
import type { CustomerKind } from '#shared/domain/customer.ts'
import { evidenceCodeOf, type FieldDefinition, fieldIssue } from '#shared/domain/field.ts'
import { type FieldValue, type FieldValues, isEmptyValue } from '#shared/domain/field-value.ts'
import { toStoredText } from '#shared/domain/text.ts'
import { listFields } from './field.service.ts'
import {
  deleteFieldValue,
  insertFieldValue,
  listCustomersByChoice,
  listFieldValues,
  updateFieldValue,
} from './field-value.queries.ts'

/**
 * Reads a customer's values of the fields beyond the default card.
 *
 * Shape: by field key; several choices as one list. Values of hidden fields and of groups that are off are left out.
 * Empty: {}.
 */
export function getFieldValues(db: ReadableDb, customerId: number): FieldValues {
  const rows = listFieldValues(db, customerId)
  if (rows.length === 0) return {}
  const shown = new Map(shownFields(db).map(field => [field.fieldId, field]))
  const values: Record<string, FieldValue> = {}
  for (const { field_id, value } of rows) {
    const field = shown.get(field_id)
    if (!field) continue
    const before = values[field_id]
    if (field.valueKind !== 'choices') values[field_id] = value
    else values[field_id] = [...(Array.isArray(before) ? before : []), Number(value)]
  }
  return values
}

/** Lists who has which choice of a field, by the key of the choice. */
export function getCustomersByChoice(
  db: ReadableDb,
  fieldId: number,
): ReadonlyMap<number, readonly number[]> {
  const customers = new Map<number, number[]>()
  for (const [optionId, customerId] of listCustomersByChoice(db, fieldId)) {
    const known = customers.get(optionId)
    if (known) known.push(customerId)
    else customers.set(optionId, [customerId])
  }
  return customers
}

/**
 * Writes the values, normalised and checked, that differ from what is stored; a field left out or empty loses its value.
 *
 * Shape: fields that are not on the form are left alone whatever is said of them.
 * Cost: fields times values of one customer; both are few.
 */
export function saveFieldValues(
  db: WritableDb,
  recorder: ChangeRecorder,
  customerId: number,
  values: FieldValues,
): void {
  const stored = listFieldValues(db, customerId)
  for (const { fieldId } of shownFields(db)) {
    const rows = stored.filter(row => row.field_id === fieldId)
    saveParts(db, recorder, { customerId, fieldId }, rows, values[fieldId])
  }
}

type StoredPart = { readonly field_value_id: number; readonly value: string | number }

/** Writes one value of one customer where it differs from the rows that hold it. Empty: its rows go. */
export function saveParts(
  db: WritableDb,
  recorder: ChangeRecorder,
  { customerId, fieldId }: { readonly customerId: number; readonly fieldId: number },
  rows: readonly StoredPart[],
  wanted: FieldValue | undefined,
): void {
  const parts = partsOf(wanted)
  parts.forEach((value, position) => {
    const row = rows[position]
    if (!row) {
      const inserted = { customer_id: customerId, field_id: fieldId, position, value }
      recorder.inserted('field_value', insertFieldValue(db, inserted))
    } else if (row.value !== value) {
      recorder.updated('field_value', row.field_value_id, 'value', row.value, value)
      updateFieldValue(db, row.field_value_id, value)
    }
  })
  for (const row of rows.slice(parts.length)) {
    recorder.deleting('field_value', row.field_value_id)
    deleteFieldValue(db, row.field_value_id)
  }
}

/**
 * Gives values of the fields on the form as they are stored: texts by `toStoredText`, choices in the order of the field.
 *
 * Shape: with a kind of customer, only the fields that its form asks for.
 * Empty: a field that holds nothing is left out.
 */
export function normaliseFieldValues(
  db: ReadableDb,
  values: FieldValues,
  kind: CustomerKind | null,
): FieldValues {
  const normalised: Record<string, FieldValue> = {}
  for (const { customerKind, field } of fieldsOfForm(db)) {
    if (kind !== null && customerKind !== null && customerKind !== kind) continue
    const value = normaliseValue(field, values[field.fieldId])
    if (value !== undefined) normalised[field.fieldId] = value
  }
  return normalised
}

/**
 * Checks normalised values of the fields of one kind of customer, or of the fields that an edit changed.
 *
 * Shape: what an edit left alone is not checked, so that a field that became required later stops no other edit.
 * Errors: field-value-invalid (with the key of the `field` and the `issue`), also where a judgement has no evidence.
 */
export function checkFieldValues(
  db: ReadableDb,
  customerKind: CustomerKind,
  values: FieldValues,
  changedIds: ReadonlySet<number> | null,
): void {
  const fields = fieldsOfForm(db)
  const isChanged = (fieldId: number) => changedIds === null || changedIds.has(fieldId)
  for (const { customerKind: asked, field } of fields) {
    const evidence = evidenceOf(fields, field)
    if (evidence && (isChanged(field.fieldId) || isChanged(evidence.fieldId)))
      checkEvidence(values[field.fieldId], evidence.fieldId, values[evidence.fieldId])
    if (!isChanged(field.fieldId)) continue
    const isAsked = asked === null || asked === customerKind
    const issue = fieldIssue({ ...field, isRequired: field.isRequired && isAsked }, values[field.fieldId])
    if (issue !== null) throw new AppError('field-value-invalid', { field: field.fieldId, issue })
    if (field.valueKind === 'image') checkPicture(db, field.fieldId, values[field.fieldId])
  }
}

/** Finds the field on the form that says what a judgement rests on. */
export function evidenceOf(
  fields: readonly { readonly field: FieldDefinition }[],
  { code }: FieldDefinition,
): FieldDefinition | undefined {
  const evidenceCode = evidenceCodeOf(code)
  return evidenceCode === undefined ? undefined : fields.find(one => one.field.code === evidenceCode)?.field
}

/** A picture is one that the archive has stored, whatever a window says. */
export function checkPicture(db: ReadableDb, fieldId: number, value: FieldValue | undefined): void {
  const picture = readPictureValue(value)
  if (picture && !isStoredPicture(db, picture.contentName))
    throw new AppError('field-value-invalid', { field: fieldId, issue: 'image-invalid' })
}

function checkEvidence(value: FieldValue | undefined, evidenceId: number, evidence: FieldValue | undefined) {
  if (!isEmptyValue(value) && isEmptyValue(evidence))
    throw new AppError('field-value-invalid', { field: evidenceId, issue: 'evidence-missing' })
}

function shownFields(db: ReadableDb): readonly FieldDefinition[] {
  return fieldsOfForm(db).map(({ field }) => field)
}

/** Lists the fields on the form, each with the kind of customer that it is for. */
export function fieldsOfForm(db: ReadableDb) {
  return listFields(db)
    .filter(group => group.isOn)
    .flatMap(group => group.fields.map(field => ({ customerKind: group.customerKind, field })))
}

/** Gives a value as it is stored. Empty: undefined when nothing was entered. */
export function normaliseValue(
  field: FieldDefinition,
  value: FieldValue | undefined,
): FieldValue | undefined {
  if (isEmptyValue(value)) return undefined
  if (typeof value === 'string') return field.valueKind === 'text' ? toStoredText(value) : value.trim()
  if (!Array.isArray(value)) return value
  const order = new Map(field.options.map(({ optionId }, index) => [optionId, index]))
  return value.toSorted((one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0))
}

function partsOf(value: FieldValue | undefined): readonly (string | number)[] {
  if (value === undefined) return []
  return Array.isArray(value) ? value : [value]
}
