import { Form, Input } from 'antd'
import { FormField } from '#renderer/components/form-field.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { statementItems } from '#shared/domain/credit.ts'
import { formatMinor } from '#shared/domain/money.ts'
import { moneyOf } from './money-field.ts'
import { CreditDayField, dayOf, RecordDialog, type RecordDialogProps } from './record-dialog.tsx'

type Values = Readonly<Partial<Record<string, string>>>

/** The entries of a financial statement on the last day of its period; what it does not say stays empty. */
export function StatementDialog(props: RecordDialogProps) {
  const { record, today } = props
  const { t } = useTranslation()
  const { currency } = useOpenArchive()
  const [form] = Form.useForm<Values>()
  const stored = record?.record.kind === 'statement' ? record.record : null
  const text = (minor: number | null | undefined) => (minor == null ? '' : formatMinor(minor, currency))
  return (
    <RecordDialog<Values>
      {...props}
      kind="statement"
      form={form}
      initialValues={{
        ...{ datedOn: stored?.datedOn ?? '', note: stored?.note ?? '' },
        ...Object.fromEntries(statementItems.map(item => [item, text(stored?.[item])])),
      }}
      draftOf={values => ({
        ...{ kind: 'statement', datedOn: dayOf(values.datedOn, today), note: values.note?.trim() || null },
        ...Object.fromEntries(statementItems.map(item => [item, moneyOf(values[item], currency) ?? null])),
      })}
    >
      <p className="small tertiary credit-hint">{t('credit.statementHint')}</p>
      <div className="credit-fields">
        <CreditDayField name="datedOn" label={t('credit.periodEnd')} today={today} />
        {statementItems.map(item => (
          <FormField
            key={item}
            name={item}
            label={t(`credit.item.${item}`)}
            rule={{
              validator: async (_rule, typed: string | undefined) => {
                const minor = moneyOf(typed, currency)
                const isBelow = typeof minor === 'number' && minor < 0 && item !== 'netAssetsMinor'
                if (minor === undefined || isBelow) throw new Error(t('field-issue.money-invalid'))
              },
            }}
          >
            <Input className="num" maxLength={40} />
          </FormField>
        ))}
      </div>
      <FormField name="note" label={t('funnel.note')}>
        <Input maxLength={2000} />
      </FormField>
    </RecordDialog>
  )
}
