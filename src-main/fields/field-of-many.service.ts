import type { ChangeRecorder } from '#main/changes/change-log.service.ts'
import type { WritableDb } from '#main/database/db.ts'
import { AppError } from '#shared/contract/app-error.ts'
import type { CustomerKind } from '#shared/domain/customer.ts'
import { fieldIssue } from '#shared/domain/field.ts'
import type { FieldValue } from '#shared/domain/field-value.ts'
import { listValuesOfMany } from './field-value.queries.ts'
import { checkPicture, evidenceOf, fieldsOfForm, normaliseValue, saveParts } from './field-value.service.ts'

type FieldOfMany = {
  readonly fieldId: number
  /** Null takes the value away. */
  readonly value: FieldValue | null
  readonly customers: readonly { readonly customer_id: number; readonly kind: CustomerKind }[]
}

/**
 * Writes one value of a field beyond the default card to many customers.
 *
 * Shape: `otherKind` counts those of the kind of customer that the field is not for; they are left alone.
 * Errors: not-found for a field that is not on the form; field-value-invalid (with the key of the `field` and the `issue`),
 * also for a judgement, which is made of one person at a time.
 */
export function saveFieldOfMany(
  db: WritableDb,
  recorder: ChangeRecorder,
  { fieldId, value, customers }: FieldOfMany,
): { readonly changedIds: number[]; readonly otherKind: number } {
  const fields = fieldsOfForm(db)
  const found = fields.find(({ field }) => field.fieldId === fieldId)
  if (!found) throw new AppError('not-found')
  const { field, customerKind } = found
  const normalised = normaliseValue(field, value ?? undefined)
  const issue = fieldIssue(field, normalised)
  if (normalised !== undefined && evidenceOf(fields, field))
    throw new AppError('field-value-invalid', { field: fieldId, issue: 'evidence-missing' })
  if (issue !== null) throw new AppError('field-value-invalid', { field: fieldId, issue })
  checkPicture(db, fieldId, normalised)
  const asked = customers.filter(({ kind }) => customerKind === null || customerKind === kind)
  const ids = asked.map(({ customer_id }) => customer_id)
  const stored = new Map(ids.map(id => [id, [] as ReturnType<typeof listValuesOfMany>]))
  for (const row of listValuesOfMany(db, fieldId, ids)) stored.get(row.customer_id)?.push(row)
  const changedIds = ids.filter(customerId => {
    const before = recorder.count
    saveParts(db, recorder, { customerId, fieldId }, stored.get(customerId) ?? [], normalised)
    return recorder.count > before
  })
  return { changedIds, otherKind: customers.length - asked.length }
}
