import type { ChangeRecorder } from '#main/changes/change-log.service.ts'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { getArchiveSettings } from '#main/settings/setting.service.ts'
import type { CurrencyCode } from '#shared/domain/currency.ts'
import type { CustomerKind } from '#shared/domain/customer.ts'
import { type FieldDefinition, type FieldValueKind, fieldIssue } from '#shared/domain/field.ts'
import { readTypedValue } from '#shared/domain/field-text.ts'
import type { FieldValue, FieldValues } from '#shared/domain/field-value.ts'
import { toSearchText } from '#shared/domain/text.ts'
import { languages } from '#shared/i18n/language.ts'
import { translateCode } from '#shared/i18n/translate.ts'
import { nameOfOption } from './field-name.service.ts'
import { listValuesOfFields, listValuesOfMany } from './field-value.queries.ts'
import { evidenceOf, fieldsOfForm, normaliseValue, saveParts } from './field-value.service.ts'

/** A value as it is stored (undefined: none), or the code of what is wrong with the text. */
export type FieldCellReading = { readonly value: FieldValue | undefined } | { readonly issue: string }

/** A field whose values are typed as texts into cells. `customerKind` null: for people and companies. */
export type FieldCell = {
  readonly customerKind: CustomerKind | null
  readonly valueKind: FieldValueKind
  readonly defaultValue: FieldValue | null
  read(text: string): FieldCellReading
}

const separators = /[,，、;；\n]/
const yesWords = ['1', 'y', 'true', '有', '对', '√', '✓']
const noWords = ['0', 'n', 'false', '无', '没有', '不', '×']

/**
 * Prepares reading what is typed into cells of the fields on the form, by the key of the field.
 *
 * Shape: a judgement and what it rests on are written together, so on the form: a cell can only take the judgement off.
 */
export function prepareFieldCells(db: ReadableDb): ReadonlyMap<number, FieldCell> {
  const { currency } = getArchiveSettings(db)
  const fields = fieldsOfForm(db)
  const evidenceIds = new Set(fields.map(({ field }) => evidenceOf(fields, field)?.fieldId))
  return new Map(
    fields.map(({ field, customerKind }) => {
      const read = readerOf(field, currency)
      const isJudgement = evidenceOf(fields, field) !== undefined
      const cell: FieldCell = {
        customerKind,
        valueKind: field.valueKind,
        defaultValue: field.defaultValue,
        read: text => {
          const value = read(text)
          if (value === unreadable) return { issue: issueOfKind[field.valueKind] }
          const normalised = normaliseValue(field, value)
          const isEmpty = normalised === undefined
          if (isEmpty ? evidenceIds.has(field.fieldId) : isJudgement) return { issue: 'evidence-missing' }
          const issue = fieldIssue(field, normalised)
          return issue === null ? { value: normalised } : { issue }
        },
      }
      return [field.fieldId, cell]
    }),
  )
}

/** Writes values of one field, one for each of some customers. Empty: undefined takes the value away. */
export function saveFieldCells(
  db: WritableDb,
  recorder: ChangeRecorder,
  fieldId: number,
  values: ReadonlyMap<number, FieldValue | undefined>,
): void {
  const stored = new Map<number, ReturnType<typeof listValuesOfMany>>()
  for (const row of listValuesOfMany(db, fieldId, [...values.keys()]))
    stored.set(row.customer_id, [...(stored.get(row.customer_id) ?? []), row])
  for (const [customerId, value] of values)
    saveParts(db, recorder, { customerId, fieldId }, stored.get(customerId) ?? [], value)
}

/**
 * Reads values of some fields of many customers.
 *
 * Shape: by customer, then by field; fields that are not on the form have none.
 * Empty: a customer without a value is missing.
 */
export function getFieldValuesOfMany(
  db: ReadableDb,
  customerIds: readonly number[],
  fieldIds: readonly number[],
): ReadonlyMap<number, FieldValues> {
  const found = new Map<number, Record<string, FieldValue>>()
  if (fieldIds.length === 0) return found
  const wanted = fieldsOfForm(db).filter(({ field }) => fieldIds.includes(field.fieldId))
  const kinds = new Map(wanted.map(({ field }) => [field.fieldId, field.valueKind]))
  for (const row of listValuesOfFields(db, customerIds, [...kinds.keys()])) {
    const values = found.get(row.customer_id) ?? {}
    found.set(row.customer_id, values)
    const before = values[row.field_id]
    if (kinds.get(row.field_id) !== 'choices') values[row.field_id] = row.value
    else values[row.field_id] = [...(Array.isArray(before) ? before : []), Number(row.value)]
  }
  return found
}

/** Tells in which of some fields many customers have a value. Empty: a customer with none is missing. */
export function getFilledFieldIds(
  db: ReadableDb,
  customerIds: readonly number[],
  fieldIds: readonly number[],
): ReadonlyMap<number, ReadonlySet<number>> {
  const found = new Map<number, Set<number>>()
  if (fieldIds.length === 0) return found
  for (const { customer_id, field_id } of listValuesOfFields(db, customerIds, fieldIds)) {
    const ofCustomer = found.get(customer_id) ?? new Set()
    found.set(customer_id, ofCustomer.add(field_id))
  }
  return found
}

const unreadable = Symbol('unreadable')
type Reader = (text: string) => FieldValue | undefined | typeof unreadable

const issueOfKind = {
  text: 'text-invalid',
  number: 'number-invalid',
  money: 'money-invalid',
  day: 'day-invalid',
  choice: 'choice-invalid',
  choices: 'choice-invalid',
  'yes-no': 'choice-invalid',
  image: 'image-invalid',
} as const

function readerOf(field: FieldDefinition, currency: CurrencyCode): Reader {
  const { valueKind } = field
  switch (valueKind) {
    case 'text':
      return text => text
    case 'choice': {
      const find = optionFinder(field)
      return text => (text.trim() === '' ? undefined : (find(text) ?? unreadable))
    }
    case 'choices':
      return choicesReader(optionFinder(field))
    case 'yes-no':
      return readYesNo
    case 'image':
      return text => (text.trim() === '' ? undefined : unreadable)
    default:
      return text =>
        text.trim() === '' ? undefined : (readTypedValue(valueKind, text, currency) ?? unreadable)
  }
}

function choicesReader(find: (name: string) => number | undefined): Reader {
  return text => {
    const names = text.split(separators).filter(name => name.trim() !== '')
    const keys = names.map(find).filter(key => key !== undefined)
    return keys.length === names.length ? [...new Set(keys)] : unreadable
  }
}

/** Finds a choice by its name in either language; one that is still offered before one that was taken out of the list. */
function optionFinder(field: FieldDefinition): (name: string) => number | undefined {
  const byName = new Map<string, number>()
  for (const option of field.options.toSorted((a, b) => Number(b.isHidden) - Number(a.isHidden)))
    for (const language of languages)
      byName.set(toSearchText(nameOfOption(language, field, option)), option.optionId)
  return name => byName.get(toSearchText(name))
}

const isYesOrNo = new Map<string, 0 | 1>([
  ...yesWords.map(word => [word, 1] as const),
  ...noWords.map(word => [word, 0] as const),
  ...languages.flatMap(
    language =>
      [
        [toSearchText(translateCode(language, 'field-value.yes')), 1],
        [toSearchText(translateCode(language, 'field-value.no')), 0],
      ] as const,
  ),
])

function readYesNo(text: string): 0 | 1 | undefined | typeof unreadable {
  const word = toSearchText(text)
  return word === '' ? undefined : (isYesOrNo.get(word) ?? unreadable)
}
