import { fullNameOfField, nameOfField, nameOfOption } from '#main/fields/field-name.service.ts'
import { readPictureValue } from '#shared/domain/attachment.ts'
import { type ExportColumn, exportColumnOf } from '#shared/domain/export.ts'
import { type FieldDefinition, type FieldGroup, type OwnColumn, ownColumn } from '#shared/domain/field.ts'
import type { FieldValue } from '#shared/domain/field-value.ts'
import { isIdNumber, toIdNumber } from '#shared/domain/id-number.ts'
import { maskIdNumber } from '#shared/domain/masking.ts'
import type { Language } from '#shared/i18n/language.ts'
import { type CellContext, dayCell, majorUnits } from './cell-values.ts'
import type { ExportCell } from './sheet-xml.ts'

/** A field beyond the default card as a column of an export. */
export type FieldColumn = {
  readonly group: FieldGroup
  readonly field: FieldDefinition
  readonly column: ExportColumn & { readonly name: OwnColumn }
}

/** Lists the fields on the form as columns by their names; those of groups that are off are none. */
export function fieldColumnsOf(groups: readonly FieldGroup[]): ReadonlyMap<string, FieldColumn> {
  return new Map(
    groups
      .filter(group => group.isOn)
      .flatMap(group =>
        group.fields.map(
          field => [ownColumn(field.fieldId), { group, field, column: exportColumnOf(field) }] as const,
        ),
      ),
  )
}

/** Heads the column of a field with its name, and with its group where another column of the file is headed so. */
export function fieldHeader(language: Language, column: FieldColumn, others: ReadonlySet<string>): string {
  const name = nameOfField(language, column.field)
  return others.has(name) ? fullNameOfField(language, column) : name
}

/** Makes the cell of a value. A resident ID number is masked wherever it stands. Empty: null without a value. */
export function fieldCell(
  field: FieldDefinition,
  value: FieldValue | undefined,
  context: CellContext,
): ExportCell {
  if (value === undefined) return null
  const { word, language } = context
  const nameOf = (optionId: FieldValue) => {
    const option = field.options.find(one => one.optionId === optionId)
    return option ? nameOfOption(language, field, option) : ''
  }
  switch (field.valueKind) {
    case 'text':
      return isIdNumber(toIdNumber(String(value))) ? maskIdNumber(String(value)) : String(value)
    case 'day':
      return dayCell(String(value))
    case 'number':
      return Number(value)
    case 'money':
      return majorUnits(Number(value), context)
    case 'choice':
      return nameOf(value)
    case 'choices':
      return Array.isArray(value) ? value.map(nameOf).join('、') : null
    case 'yes-no':
      return word(value === 1 ? 'field-value.yes' : 'field-value.no')
    case 'image':
      return readPictureValue(value)?.fileName ?? null
  }
}
