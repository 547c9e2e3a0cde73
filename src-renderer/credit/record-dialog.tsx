import './credit.css'
import { Button, Form, type FormInstance, Input, Modal } from 'antd'
import type { ReactNode } from 'react'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { focusFirstField } from '#renderer/components/focus-first-field.ts'
import { FormField, useRequiredWord } from '#renderer/components/form-field.tsx'
import { onCtrlEnter } from '#renderer/components/on-ctrl-enter.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useCommand } from '#renderer/ipc/use-command.ts'
import { useUndo } from '#renderer/ipc/use-undo.ts'
import { parseDay } from '#shared/domain/birth-date-text.ts'
import { type CalendarDate, isCalendarDate } from '#shared/domain/calendar-date.ts'
import { CreditDraft, type CreditKind, type CreditRecord } from '#shared/domain/credit.ts'

/** What every dialog of the tab is given. `record` null for a new one. */
export type RecordDialogProps = {
  readonly customerId: number
  readonly record: CreditRecord | null
  readonly today: string
  readonly onClose: () => void
}

/** Reads a day up to a last one as people write it. Empty: null for none, and for one that cannot be read. */
export function dayOf(typed: string | undefined, last: string): CalendarDate | null {
  const day = parseDay(typed?.trim() ?? '', last)
  return day !== null && isCalendarDate(day) ? day : null
}

/** The last day that a next review may be set for: ten years from today. */
export const lastReviewDay = (today: string): string => `${Number(today.slice(0, 4)) + 10}-12-31`

type FrameProps<Values> = RecordDialogProps & {
  readonly kind: CreditKind
  readonly form: FormInstance<Values>
  readonly initialValues: Partial<Values>
  /** Makes a draft of what was typed. */
  readonly draftOf: (values: Values) => unknown
  readonly children: ReactNode
}

/** The frame of a dialog: checks by the schema that main uses too, saves, removes. */
export function RecordDialog<Values extends object>(props: FrameProps<Values>) {
  const { customerId, record, onClose, kind, form, initialValues, draftOf, children } = props
  const { t, tCode } = useTranslation()
  const requiredMark = useRequiredWord()
  const { tellDone } = useUndo()
  const [add, change, remove] = [
    useCommand('credit.add'),
    useCommand('credit.save'),
    useCommand('credit.remove'),
  ]
  const name = t(`credit.kind.${kind}`)
  const end = (answer: { changeSetId: number | null } | undefined, text: string) => {
    if (!answer) return
    if (answer.changeSetId !== null) tellDone(text, answer.changeSetId)
    onClose()
  }
  const save = async () => {
    const values = await form.validateFields().catch(() => null)
    if (!values) return
    const draft = CreditDraft.safeParse(draftOf(values))
    if (!draft.success) {
      const { path, message } = draft.error.issues[0] ?? { path: ['datedOn'], message: 'invalid' }
      const known = /^[a-z-]+$/.test(message) ? message : 'invalid'
      form.setFields([{ name: path as never, errors: [tCode(`field-issue.${known}`)] }])
      return
    }
    const answer = record
      ? await change.run({ creditRecordId: record.creditRecordId, record: draft.data })
      : await add.run({ customerId, record: draft.data })
    end(answer, t('credit.saved', { kind: name }))
  }
  const removeNow = async () => {
    if (record)
      end(await remove.run({ creditRecordId: record.creditRecordId }), t('credit.removed', { kind: name }))
  }
  const error = add.error ?? change.error ?? remove.error
  return (
    <Modal
      open
      width={680}
      title={name}
      afterOpenChange={focusFirstField}
      onCancel={onClose}
      footer={
        <>
          {record && (
            <Button danger className="credit-remove" onClick={() => void removeNow()}>
              {t('entries.remove')}
            </Button>
          )}
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button
            type="primary"
            loading={add.isRunning || change.isRunning || remove.isRunning}
            onClick={() => void save()}
          >
            {t('entries.save')}
          </Button>
        </>
      }
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={requiredMark}
        initialValues={initialValues}
        onKeyDown={onCtrlEnter(save)}
      >
        {children}
      </Form>
      {error && <ErrorNote error={error.data} />}
    </Modal>
  )
}

type DayFieldProps = {
  readonly name: string
  readonly label: string
  readonly today: string
  readonly isLater?: boolean
}

/** A day as people write it: up to today, or, for the day of a next review, later. */
export function CreditDayField({ name, label, today, isLater = false }: DayFieldProps) {
  const { t } = useTranslation()
  return (
    <FormField
      name={name}
      label={label}
      isRequired
      rule={{
        validator: async (_rule, typed: string | undefined) => {
          if (dayOf(typed, isLater ? lastReviewDay(today) : today) === null)
            throw new Error(t('field-issue.date-invalid'))
        },
      }}
    >
      <Input className="num" maxLength={40} />
    </FormField>
  )
}

/** Grade, reviewer and the day of the next review: what makes a mark one. */
export function MarkFields({ today }: { readonly today: string }) {
  const { t } = useTranslation()
  const required = { required: true, whitespace: true, message: t('field-issue.required') }
  return (
    <>
      <FormField name="grade" label={t('credit.grade')} isRequired rule={required}>
        <Input maxLength={20} placeholder={t('credit.gradeHint')} />
      </FormField>
      <FormField name="reviewer" label={t('credit.reviewer')} isRequired rule={required}>
        <Input maxLength={60} />
      </FormField>
      <CreditDayField name="nextReviewOn" label={t('credit.nextReviewOn')} today={today} isLater />
    </>
  )
}
