import { optionName } from '#renderer/components/field-words.ts'
import type { Translation } from '#renderer/i18n/use-translation.ts'
import type { FieldDefinition, FieldDraft, FieldValueKind } from '#shared/domain/field.ts'
import type { FieldValue } from '#shared/domain/field-value.ts'

/** What the dialog of a field holds; choices one per line. */
export type FieldValues = Pick<FieldDraft, 'name' | 'valueKind' | 'isRequired'> & {
  readonly groupId: number
  readonly options?: string
  readonly defaultValue?: FieldValue | undefined
}

/** Tells whether a field is picked from choices. */
export const hasChoices = (kind: FieldValueKind): boolean => kind === 'choice' || kind === 'choices'

/** A default that is a choice can be set once the choices are stored; no picture is everybody's. */
export const canHaveDefault = (kind: FieldValueKind, field: FieldDefinition | null): boolean =>
  kind !== 'image' && (!hasChoices(kind) || field?.valueKind === kind)

/** The field as the dialog has it now. */
export const shownAs = (valueKind: FieldValueKind, field: FieldDefinition | null): FieldDefinition => ({
  ...{ fieldId: 1, groupId: 1, code: null, name: null, isRequired: false, defaultValue: null, options: [] },
  ...field,
  valueKind,
})

/** Reads the dialog: a line that names a choice of before, hidden or not, is that choice; the default stays. */
export function toFieldDraft(
  values: FieldValues,
  field: FieldDefinition | null,
  words: Pick<Translation, 'tCode'>,
): FieldDraft {
  const names = [...new Set((values.options ?? '').split('\n').map(name => name.trim()))].filter(Boolean)
  const known = new Map(field?.options.map(option => [optionName(field, option, words), option.optionId]))
  return {
    name: values.name.trim(),
    valueKind: values.valueKind,
    isRequired: values.isRequired,
    defaultValue: values.defaultValue ?? null,
    options: hasChoices(values.valueKind)
      ? names.map(name => ({ optionId: known.get(name) ?? null, name }))
      : [],
  }
}
