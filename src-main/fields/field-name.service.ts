import type { FieldDefinition, FieldGroup, FieldOption } from '#shared/domain/field.ts'
import type { Language } from '#shared/i18n/language.ts'
import { translateCode } from '#shared/i18n/translate.ts'

/** Names a field in a language: as it was typed, else as the catalogue does. */
export function nameOfField(
  language: Language,
  { name, code }: Pick<FieldDefinition, 'name' | 'code'>,
): string {
  return name ?? translateCode(language, `card-field.${code}`)
}

/** Names a group of fields in a language. */
export function nameOfGroup(language: Language, { name, code }: Pick<FieldGroup, 'name' | 'code'>): string {
  return name ?? translateCode(language, `field-group.${code}`)
}

/** Names a choice of a field in a language. */
export function nameOfOption(
  language: Language,
  field: Pick<FieldDefinition, 'code'>,
  { name, code }: Pick<FieldOption, 'name' | 'code'>,
): string {
  return name ?? translateCode(language, `card-option.${field.code}.${code}`)
}

/** Names a field with its group, where its name alone does not tell it from another. Example: '备注（家庭）' */
export function fullNameOfField(
  language: Language,
  { field, group }: { readonly field: FieldDefinition; readonly group: FieldGroup },
): string {
  return `${nameOfField(language, field)}（${nameOfGroup(language, group)}）`
}
