import { Form, Modal, Segmented } from 'antd'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { focusFirstField } from '#renderer/components/focus-first-field.ts'
import { useRequiredWord } from '#renderer/components/form-field.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useCommand } from '#renderer/ipc/use-command.ts'
import { useUndo } from '#renderer/ipc/use-undo.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { StopReason } from '#shared/domain/card.ts'
import { CardType } from '#shared/domain/customer.ts'
import type { CustomerFile } from '#shared/domain/report.ts'
import { DayField } from './day-field.tsx'
import { NoteField, StopFields } from './stop-fields.tsx'

type TurnValues = {
  readonly cardType: CardType
  readonly changedOn: CalendarDate
  readonly stopReason?: StopReason
  readonly note?: string
}

/** The card that mostly comes next. */
const usualNext = { lead: 'active', active: 'former', former: 'active' } as const satisfies Record<
  CardType,
  CardType
>

type TurnDialogProps = {
  readonly file: Pick<CustomerFile, 'customerId' | 'name' | 'archiveNumber' | 'cardType'>
  readonly today: string
  readonly onClose: () => void
}

/** Turns a file to another card: to which, since when, and why where trade stopped. */
export function TurnDialog({ file, today, onClose }: TurnDialogProps) {
  const { t } = useTranslation()
  const requiredMark = useRequiredWord()
  const { tellDone } = useUndo()
  const turn = useCommand('cards.turn')
  const [form] = Form.useForm<TurnValues>()
  const cardType = Form.useWatch('cardType', form) ?? usualNext[file.cardType]
  const card = t(`card-type.${cardType}`)
  const save = async () => {
    const values = await form.validateFields().catch(() => null)
    if (!values) return
    const done = await turn.run({
      customerIds: [file.customerId],
      turn: {
        cardType: values.cardType,
        changedOn: values.changedOn,
        stopReason: values.stopReason ?? null,
        note: values.note ?? null,
      },
    })
    if (!done) return
    if (done.changeSetId !== null) tellDone(t('cards.turned', { name: file.name, card }), done.changeSetId)
    onClose()
  }
  return (
    <Modal
      open
      afterOpenChange={focusFirstField}
      title={t('cards.turn.title', { name: file.name })}
      okText={t('cards.turn.act', { card })}
      cancelText={t('common.cancel')}
      okButtonProps={{ loading: turn.isRunning }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <p className="small tertiary card-dialog-text">
        {t('cards.turn.kept', { archiveNumber: file.archiveNumber })}
      </p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={requiredMark}
        initialValues={{ cardType: usualNext[file.cardType], changedOn: today }}
      >
        <Form.Item name="cardType" label={t('cards.turn.target')}>
          <Segmented
            options={CardType.options
              .filter(value => value !== file.cardType)
              .map(value => ({ value, label: t(`card-type.${value}`) }))}
          />
        </Form.Item>
        <DayField name="changedOn" label={t('cards.turn.on')} today={today} />
        {cardType === 'former' ? <StopFields /> : <NoteField label={t('cards.stop.note')} />}
      </Form>
      {turn.error && <ErrorNote error={turn.error.data} />}
    </Modal>
  )
}
