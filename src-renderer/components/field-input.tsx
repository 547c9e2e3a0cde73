import { Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import type { CurrencyCode } from '#shared/domain/currency.ts'
import type { FieldDefinition } from '#shared/domain/field.ts'
import { readTypedValue } from '#shared/domain/field-text.ts'
import type { FieldValue } from '#shared/domain/field-value.ts'
import { formatMinor } from '#shared/domain/money.ts'
import { optionName } from './field-words.ts'
import { PictureInput } from './picture-input.tsx'

type InputProps = {
  readonly field: FieldDefinition
  /** Given by the form item; a string where what was typed is no value of the field yet. */
  readonly id?: string
  readonly value?: FieldValue
  readonly onChange?: (value: FieldValue | undefined) => void
  readonly onBlur?: () => void
}

/** The input that fits what a field holds. */
export function FieldInput(props: InputProps) {
  const { field } = props
  switch (field.valueKind) {
    case 'text':
      return <TextInput {...props} />
    case 'choice':
    case 'choices':
    case 'yes-no':
      return <ChoiceInput {...props} />
    case 'image':
      return <PictureInput {...props} />
    default:
      return <ReadInput {...props} />
  }
}

function TextInput({ field: _, value, onChange, ...props }: InputProps) {
  return (
    <Input.TextArea
      {...props}
      autoSize={{ minRows: 1, maxRows: 6 }}
      maxLength={10_000}
      value={typeof value === 'string' ? value : ''}
      onChange={event => onChange?.(event.target.value || undefined)}
    />
  )
}

function ChoiceInput({ field, value, onChange, ...props }: InputProps) {
  const words = useTranslation()
  const { t } = words
  const chosen = Array.isArray(value) ? value : [value]
  const options =
    field.valueKind === 'yes-no'
      ? [
          { value: 1, label: t('field-value.yes') },
          { value: 0, label: t('field-value.no') },
        ]
      : field.options
          .filter(option => !option.isHidden || chosen.includes(option.optionId))
          .map(option => ({ value: option.optionId, label: optionName(field, option, words) }))
  return (
    <Select
      {...props}
      allowClear
      showSearch
      optionFilterProp="label"
      {...(field.valueKind === 'choices' ? { mode: 'multiple' as const } : {})}
      value={value as never}
      options={options}
      onChange={next => onChange?.((next as FieldValue | null) ?? undefined)}
    />
  )
}

/** A number, an amount or a day: what is typed is read at once, and written in its own form when the field is left. */
function ReadInput({ field, value, onChange, onBlur, ...props }: InputProps) {
  const { currency } = useOpenArchive()
  const [typed, setTyped] = useState<string | null>(null)
  const isDay = field.valueKind === 'day'
  return (
    <Input
      {...props}
      className="num"
      maxLength={40}
      {...(isDay ? { placeholder: '2026-08-16' } : {})}
      value={typed ?? writeValue(field, value, currency)}
      onChange={event => {
        const text = event.target.value
        setTyped(text)
        onChange?.(text.trim() === '' ? undefined : (readValue(field, text, currency) ?? text))
      }}
      onBlur={() => {
        setTyped(null)
        onBlur?.()
      }}
    />
  )
}

function writeValue(field: FieldDefinition, value: FieldValue | undefined, currency: CurrencyCode): string {
  if (field.valueKind === 'money' && Number.isSafeInteger(value))
    return formatMinor(value as number, currency)
  return value === undefined ? '' : String(value)
}

function readValue(field: FieldDefinition, text: string, currency: CurrencyCode): FieldValue | undefined {
  const { valueKind } = field
  const isRead = valueKind === 'number' || valueKind === 'money' || valueKind === 'day'
  return isRead ? readTypedValue(valueKind, text, currency) : undefined
}
