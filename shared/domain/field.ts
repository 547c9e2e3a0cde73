import { z } from 'zod'
import { readPictureValue } from './attachment.ts'
import { CalendarDate } from './calendar-date.ts'
import { CustomerKind } from './customer.ts'
import { FieldValue, isEmptyValue } from './field-value.ts'

/** Row key of a field; never reused. */
export const FieldId = z.int().positive()
export type FieldId = z.infer<typeof FieldId>

const ownPrefix = 'field:'

/** What names a field beyond the default card where fields of the card have names of their own. Example: 'field:12' */
export const OwnColumn = z.templateLiteral([z.literal(ownPrefix), FieldId])
export type OwnColumn = z.infer<typeof OwnColumn>

/** Names the column of a field beyond the default card. Example: ownColumn(12) -> 'field:12' */
export function ownColumn(fieldId: number): OwnColumn {
  return `${ownPrefix}${fieldId}`
}

/** Gives the key of the field that a column holds. Empty: null for a column of the card. */
export function fieldIdOf(column: string): number | null {
  return column.startsWith(ownPrefix) ? Number(column.slice(ownPrefix.length)) : null
}

/** What a field holds: money in minor units of the archive's currency, a day as YYYY-MM-DD, a picture by `toPictureValue`. */
export const FieldValueKind = z.enum([
  'text',
  'number',
  'money',
  'day',
  'choice',
  'choices',
  'yes-no',
  'image',
])
export type FieldValueKind = z.infer<typeof FieldValueKind>

/** The part of the form in which a group stands. */
export const FieldTab = z.enum(['basic', 'attitude', 'behaviour', 'business', 'trade'])
export type FieldTab = z.infer<typeof FieldTab>

const name = z.string().trim().min(1, { error: 'required' }).max(50, { error: 'too-long' })

/** One choice of a field; `name` is null while the catalogue's name of `code` stands. */
export const FieldOption = z.object({
  optionId: z.int().positive(),
  code: z.string().nullable(),
  name: z.string().nullable(),
  /** Taken out of the list; customers who have it keep it. */
  isHidden: z.boolean(),
})
export type FieldOption = z.infer<typeof FieldOption>

/** One field beyond the default card; `name` is null while the catalogue's name of `code` stands. */
export const FieldDefinition = z.object({
  fieldId: FieldId,
  groupId: z.int().positive(),
  code: z.string().nullable(),
  name: z.string().nullable(),
  valueKind: FieldValueKind,
  isRequired: z.boolean(),
  defaultValue: FieldValue.nullable(),
  options: z.array(FieldOption),
})
export type FieldDefinition = z.infer<typeof FieldDefinition>

/** Fields under one heading; `customerKind` null: for people and companies. A sensitive group is on only with a purpose. */
export const FieldGroup = z.object({
  groupId: z.int().positive(),
  code: z.string().nullable(),
  name: z.string().nullable(),
  tab: FieldTab,
  customerKind: CustomerKind.nullable(),
  isSensitive: z.boolean(),
  isOn: z.boolean(),
  purpose: z.string().nullable(),
  fields: z.array(FieldDefinition),
})
export type FieldGroup = z.infer<typeof FieldGroup>

/** What is typed to make or change a field. Options that stay carry their key; the order is the order of the list. */
export const FieldDraft = z.object({
  name,
  valueKind: FieldValueKind,
  isRequired: z.boolean(),
  defaultValue: FieldValue.nullable(),
  options: z.array(z.object({ optionId: z.int().positive().nullable(), name })).max(200),
})
export type FieldDraft = z.infer<typeof FieldDraft>

/** What is typed to make a group. */
export const FieldGroupDraft = z.object({
  name,
  tab: FieldTab,
  customerKind: CustomerKind.nullable(),
})
export type FieldGroupDraft = z.infer<typeof FieldGroupDraft>

/**
 * Names the field that must say why, for a field whose value is a judgement about a person: such a value is typed together
 * with what it rests on. Empty: undefined for all other fields.
 *
 * Example: evidenceCodeOf('psychology') -> 'psychology-evidence'
 */
export function evidenceCodeOf(code: string | null): string | undefined {
  return code === 'psychology' ? 'psychology-evidence' : undefined
}

/**
 * Lists the fields on the form that a file can fill, each with its group: a judgement about a person and what it rests on are
 * typed by a person, and a picture stands in no cell.
 */
export function fillableFields(groups: readonly FieldGroup[]) {
  const fields = groups
    .filter(group => group.isOn)
    .flatMap(group => group.fields.map(field => ({ group, field })))
  const evidence = new Set(fields.map(({ field }) => evidenceCodeOf(field.code)))
  return fields.filter(
    ({ field }) =>
      field.valueKind !== 'image' &&
      evidenceCodeOf(field.code) === undefined &&
      (field.code === null || !evidence.has(field.code)),
  )
}

const longestText = 10_000

/**
 * Says what is wrong with a value of a field.
 *
 * Shape: a code of the catalogue (`field-issue.<code>`); null when it fits. A hidden option fits: a customer may have it from before.
 * Empty: `required` where a required field has none.
 * Example: fieldIssue({ valueKind: 'day', isRequired: false, options: [] }, '2026-02-30') -> 'day-invalid'
 */
export function fieldIssue(
  field: Pick<FieldDefinition, 'valueKind' | 'isRequired' | 'options'>,
  value: FieldValue | undefined,
): string | null {
  if (isEmptyValue(value)) return field.isRequired ? 'required' : null
  const isOption = (one: unknown) => field.options.some(({ optionId }) => optionId === one)
  switch (field.valueKind) {
    case 'text':
      if (typeof value !== 'string') return 'text-invalid'
      return value.length > longestText ? 'too-long' : null
    case 'number':
      return Number.isFinite(value) ? null : 'number-invalid'
    case 'money':
      return Number.isSafeInteger(value) ? null : 'money-invalid'
    case 'day':
      return CalendarDate.safeParse(value).success ? null : 'day-invalid'
    case 'choice':
      return isOption(value) ? null : 'choice-invalid'
    case 'choices':
      return Array.isArray(value) && new Set(value).size === value.length && value.every(isOption)
        ? null
        : 'choice-invalid'
    case 'yes-no':
      return value === 0 || value === 1 ? null : 'choice-invalid'
    case 'image':
      return typeof value === 'string' && readPictureValue(value) ? null : 'image-invalid'
  }
}
