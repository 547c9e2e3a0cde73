import { BatchChange } from '#shared/domain/batch-edit.ts'
import { CalendarDate } from '#shared/domain/calendar-date.ts'
import { type FieldDefinition, fieldIssue } from '#shared/domain/field.ts'
import { type FieldValue, isEmptyValue } from '#shared/domain/field-value.ts'
import type { MessageKey } from '#shared/i18n/messages.zh-CN.ts'

/** Fields of the card that many customers can be given at once. */
export const cardFields = ['region', 'source', 'occupation', 'gender', 'kind', 'contactRefusedOn'] as const
export type BatchCardField = (typeof cardFields)[number]

export const cardFieldNames = {
  region: 'customers.batch.region',
  source: 'import-field.source',
  occupation: 'import-field.occupation',
  gender: 'import-field.gender',
  kind: 'customers.form.kind',
  contactRefusedOn: 'field.contactRefusedOn',
} as const satisfies Record<BatchCardField, MessageKey>

/** A field to be set: of the card, or one beyond it. */
export type BatchField =
  | { readonly of: 'card'; readonly field: BatchCardField }
  | { readonly of: 'own'; readonly field: FieldDefinition }

/** Whether the value can be taken away: everybody is of some kind, a region belongs to its address, a required field holds something. */
export function isClearable(field: BatchField): boolean {
  if (field.of === 'own') return !field.field.isRequired
  return field.field !== 'kind' && field.field !== 'region'
}

/**
 * Makes the change of what was entered; null takes the value away.
 *
 * Shape: `issue` is a code of the catalogue (`field-issue.<code>`), null while nothing was entered.
 */
export function changeOf(
  { of, field }: BatchField,
  value: unknown,
  today: string | undefined,
): { readonly change: BatchChange } | { readonly issue: string | null } {
  if (value !== null && isEmptyValue(value as FieldValue | undefined)) return { issue: null }
  if (of === 'own') {
    const issue = value === null ? null : fieldIssue(field, value as FieldValue)
    const change = { field: 'own' as const, fieldId: field.fieldId, value: value as FieldValue | null }
    return issue === null ? { change } : { issue }
  }
  if (field === 'contactRefusedOn' && value !== null && !isPast(value, today)) return { issue: 'day-invalid' }
  const change = BatchChange.safeParse({ field, value })
  return change.success ? { change: change.data } : { issue: 'invalid' }
}

function isPast(value: unknown, today: string | undefined): boolean {
  const day = CalendarDate.safeParse(value)
  return day.success && (today === undefined || day.data <= today)
}
