import { LinkButton } from '#renderer/components/link-button.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { findPhoneProblem } from './phone-problem.ts'

type PhoneNotesProps = {
  readonly value: string
  readonly customerId: number | null
  readonly onOpenCustomer: (customerId: number) => void
}

/** Under a phone that was left: what is odd about it, and who has it already. Neither keeps from saving. */
export function PhoneNotes({ value, customerId, onOpenCustomer }: PhoneNotesProps) {
  const { t, tCode } = useTranslation()
  const problem = findPhoneProblem(value)
  const { data: holders } = useRequest('customers.findByPhone', {
    phone: value.trim().slice(0, 50),
    exceptCustomerId: customerId,
  })
  return (
    <div className="field-warnings small" role="status">
      {problem && (
        <div className="field-warning">
          {tCode(`customers.form.phone.${problem.kind}`, { count: problem.digitCount })}
        </div>
      )}
      {holders?.map(({ customerId: holderId, name, archiveNumber }) => (
        <div key={holderId} className="field-warning">
          {t('customers.form.phone.taken', { name, archiveNumber })}{' '}
          <LinkButton onClick={() => onOpenCustomer(holderId)}>{t('customers.form.phone.open')}</LinkButton>
        </div>
      ))}
    </div>
  )
}
