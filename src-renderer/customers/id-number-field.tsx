import { type FormRule, Input } from 'antd'
import { useState } from 'react'
import { FormField } from '#renderer/components/form-field.tsx'
import { LinkButton } from '#renderer/components/link-button.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { isIdNumber, toIdNumber } from '#shared/domain/id-number.ts'

/**
 * The resident ID number: not there until it is asked for, since few shops need it. A stored one stands there with its middle
 * hidden; left so, it stays as it is.
 */
export function IdNumberField({ masked }: { masked: string | null }) {
  const { t } = useTranslation()
  const [isAsked, setAsked] = useState(false)
  if (masked === null && !isAsked)
    return (
      <div className="id-number-ask small">
        <LinkButton onClick={() => setAsked(true)}>{t('customers.form.addIdNumber')}</LinkButton>
      </div>
    )
  const rule: FormRule = {
    validator: async (_rule, typed: string | undefined) => {
      const text = typed?.trim() ?? ''
      if (text === '' || text === masked || isIdNumber(toIdNumber(text))) return
      throw new Error(
        t(text.includes('*') ? 'field-issue.id-number-masked' : 'field-issue.id-number-invalid'),
      )
    },
  }
  return (
    <FormField
      name="idNumber"
      label={t('import-field.idNumber')}
      rule={rule}
      extra={masked === null ? t('customers.form.idNumber.purpose') : t('customers.form.idNumber.masked')}
    >
      <Input className="num" maxLength={30} autoFocus={masked === null} autoComplete="off" />
    </FormField>
  )
}
