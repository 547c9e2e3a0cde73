import { fieldValueText } from '#renderer/components/field-value-text.ts'
import { fieldName, optionName } from '#renderer/components/field-words.ts'
import type { SheetEditor } from '#renderer/components/sheet-grid/sheet-column.ts'
import { PictureMark } from '#renderer/components/stored-picture.tsx'
import { readPictureValue } from '#shared/domain/attachment.ts'
import { evidenceCodeOf, type FieldDefinition, type FieldGroup, ownColumn } from '#shared/domain/field.ts'
import { formatMinor } from '#shared/domain/money.ts'
import type { Column, ColumnTools } from './customer-columns.tsx'

/** The columns of the fields beyond the default card that are on the form. */
export function ownColumns(groups: readonly FieldGroup[], tools: ColumnTools): readonly Column[] {
  return groups
    .filter(group => group.isOn)
    .flatMap(group => group.fields.map(field => columnOf(field, tools)))
}

function columnOf(field: FieldDefinition, tools: ColumnTools): Column {
  const { fieldId, valueKind } = field
  const isNumeric = valueKind === 'number' || valueKind === 'money'
  const lockedReason = lockedReasonOf(field, tools)
  return {
    key: ownColumn(fieldId),
    title: fieldName(field, tools.words),
    widths: [120, 140],
    isNumeric,
    isFirstHidden: true,
    text: ({ fields }) => {
      const value = fields[fieldId]
      if (value === undefined) return ''
      if (valueKind === 'money' && typeof value === 'number') return formatMinor(value, tools.currency)
      return fieldValueText(field, value, { ...tools.words, currency: tools.currency })
    },
    render: ({ fields }) => {
      const value = fields[fieldId]
      const picture = valueKind === 'image' && readPictureValue(value)
      if (picture) return <PictureMark picture={picture} />
      return value === undefined
        ? ''
        : fieldValueText(field, value, { ...tools.words, currency: tools.currency })
    },
    ...(lockedReason === null ? { editor: editorOf(field, tools) } : { lockedReason }),
  }
}

/** Why a value cannot be typed into its cell. */
function lockedReasonOf({ code, valueKind }: FieldDefinition, { t }: ColumnTools): string | null {
  if (valueKind === 'image') return t('cell-refusal.image')
  return evidenceCodeOf(code) === undefined ? null : t('cell-refusal.evidence-missing')
}

function editorOf(field: FieldDefinition, { words, typingDay }: ColumnTools): SheetEditor {
  const names = field.options
    .filter(({ isHidden }) => !isHidden)
    .map(option => optionName(field, option, words))
  switch (field.valueKind) {
    case 'choice':
      return { kind: 'choice', options: names }
    case 'choices':
      return { kind: 'choices', options: names }
    case 'yes-no':
      return { kind: 'choice', options: [words.t('field-value.yes'), words.t('field-value.no')] }
    case 'day':
      return { kind: 'day', today: typingDay }
    default:
      return { kind: 'text' }
  }
}
