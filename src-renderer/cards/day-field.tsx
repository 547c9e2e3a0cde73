import { Form, Input } from 'antd'
import type { KeyboardEvent } from 'react'
import { FormField } from '#renderer/components/form-field.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { parseDay } from '#shared/domain/birth-date-text.ts'

type DayFieldProps = { readonly name: string; readonly label: string; readonly today: string }

/** A day up to today, typed as people write it; Ctrl+; writes today. */
export function DayField({ name, label, today }: DayFieldProps) {
  const { t } = useTranslation()
  const form = Form.useFormInstance()
  const write = (day: string | null) => day !== null && form.setFieldsValue({ [name]: day })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    if (!event.ctrlKey || event.key !== ';') return
    event.preventDefault()
    write(today)
  }
  return (
    <FormField
      name={name}
      label={label}
      isRequired
      rule={{
        validator: async (_rule, typed: string | undefined) => {
          if (parseDay(typed ?? '', today) === null) throw new Error(t('customers.form.day.invalid'))
        },
      }}
    >
      <Input
        className="num day-field"
        maxLength={40}
        onBlur={event => write(parseDay(event.target.value, today))}
        onKeyDown={onKeyDown}
      />
    </FormField>
  )
}
