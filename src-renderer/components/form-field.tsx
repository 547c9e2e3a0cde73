import { Form, type FormProps, type FormRule } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from '#renderer/i18n/use-translation.ts'

/** For antd's Form: marks a required field with a word instead of a star. */
export function useRequiredWord(): NonNullable<FormProps['requiredMark']> {
  const { t } = useTranslation()
  return (label, { required }) => (
    <>
      {label}
      {required && <span className="required-word">{t('common.required')}</span>}
    </>
  )
}

type FormFieldProps = {
  readonly name: string | (string | number)[]
  readonly label: ReactNode
  readonly rule?: FormRule
  readonly isRequired?: boolean
  /** Source and date of the value, or a warning. */
  readonly extra?: ReactNode
  readonly children: ReactNode
}

/** A field with its label above; checked when it is left, never while typing or composing. */
export function FormField({ name, label, rule, isRequired, extra, children }: FormFieldProps) {
  return (
    <Form.Item
      name={name}
      label={label}
      required={isRequired ?? false}
      rules={rule ? [rule] : []}
      extra={extra}
      validateTrigger="onBlur"
    >
      {children}
    </Form.Item>
  )
}
