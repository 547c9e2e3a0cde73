import type { Translation } from '#renderer/i18n/use-translation.ts'
import type { FieldDefinition, FieldGroup, FieldOption } from '#shared/domain/field.ts'

type Words = Pick<Translation, 'tCode'>

/** A group's name: as it was typed, else the catalogue's. */
export function groupName({ name, code }: Pick<FieldGroup, 'name' | 'code'>, { tCode }: Words): string {
  return name ?? tCode(`field-group.${code}`)
}

/** A field's name: as it was typed, else the catalogue's. */
export function fieldName({ name, code }: Pick<FieldDefinition, 'name' | 'code'>, { tCode }: Words): string {
  return name ?? tCode(`card-field.${code}`)
}

/** The name of a field's choice: as it was typed, else the catalogue's. */
export function optionName(
  field: Pick<FieldDefinition, 'code'>,
  { name, code }: Pick<FieldOption, 'name' | 'code'>,
  { tCode }: Words,
): string {
  return name ?? tCode(`card-option.${field.code}.${code}`)
}
