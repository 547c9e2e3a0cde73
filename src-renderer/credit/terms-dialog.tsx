import { Form, Input } from 'antd'
import { FormField } from '#renderer/components/form-field.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { formatMinor } from '#shared/domain/money.ts'
import { moneyOf } from './money-field.ts'
import {
  CreditDayField,
  dayOf,
  lastReviewDay,
  MarkFields,
  RecordDialog,
  type RecordDialogProps,
} from './record-dialog.tsx'

type Values = Readonly<
  Partial<Record<'datedOn' | 'grade' | 'reviewer' | 'nextReviewOn' | 'limit' | 'termDays' | 'reason', string>>
>

/** What was agreed with a customer: grade, limit and days, by whom, on what evidence, until when. */
export function TermsDialog(props: RecordDialogProps) {
  const { record, today } = props
  const { t } = useTranslation()
  const { currency } = useOpenArchive()
  const [form] = Form.useForm<Values>()
  const stored = record?.record.kind === 'terms' ? record.record : null
  return (
    <RecordDialog<Values>
      {...props}
      kind="terms"
      form={form}
      initialValues={{
        datedOn: stored?.datedOn ?? today,
        ...(stored && {
          ...{ grade: stored.grade, reviewer: stored.reviewer, nextReviewOn: stored.nextReviewOn },
          limit: stored.limitMinor === null ? '' : formatMinor(stored.limitMinor, currency),
          ...{ termDays: stored.termDays === null ? '' : String(stored.termDays), reason: stored.reason },
        }),
      }}
      draftOf={({ grade, reviewer, reason, ...values }) => ({
        ...{ kind: 'terms', grade, reviewer, reason, datedOn: dayOf(values.datedOn, today) },
        nextReviewOn: dayOf(values.nextReviewOn, lastReviewDay(today)),
        limitMinor: moneyOf(values.limit, currency) ?? null,
        termDays: values.termDays?.trim() ? Number(values.termDays) : null,
      })}
    >
      <div className="credit-fields">
        <CreditDayField name="datedOn" label={t('credit.decidedOn')} today={today} />
        <MarkFields today={today} />
        <FormField
          name="limit"
          label={t('credit.limit')}
          rule={{
            validator: async (_rule, typed: string | undefined) => {
              if (moneyOf(typed, currency) === undefined) throw new Error(t('field-issue.money-invalid'))
            },
          }}
        >
          <Input className="num" maxLength={40} />
        </FormField>
        <FormField
          name="termDays"
          label={t('credit.days')}
          rule={{ pattern: /^\s*\d{0,4}\s*$/, message: t('field-issue.number-invalid') }}
        >
          <Input className="num" maxLength={10} />
        </FormField>
      </div>
      <FormField
        name="reason"
        label={t('credit.reason')}
        isRequired
        rule={{ required: true, whitespace: true, message: t('field-issue.required') }}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
      </FormField>
    </RecordDialog>
  )
}
