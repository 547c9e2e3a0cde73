import './funnel.css'
import { Form, Input, Modal, Radio, Segmented } from 'antd'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { focusFirstField } from '#renderer/components/focus-first-field.ts'
import { FormField, useRequiredWord } from '#renderer/components/form-field.tsx'
import { onCtrlEnter } from '#renderer/components/on-ctrl-enter.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { AppError } from '#shared/contract/app-error.ts'
import { parseDay } from '#shared/domain/birth-date-text.ts'
import { isCalendarDate } from '#shared/domain/calendar-date.ts'
import {
  Ability,
  DemandSize,
  type FunnelGap,
  type FunnelMove,
  type FunnelStage,
  Intention,
  listFunnelGaps,
} from '#shared/domain/funnel.ts'
import { stagesInOrder } from './funnel-words.ts'
import type { OpenMove } from './use-move.ts'

/** As they stand in the form: '' is "not judged yet". */
type Values = {
  readonly stage: FunnelStage
  readonly movedOn: string
} & Readonly<Record<'intention' | 'ability' | 'demand', string>> &
  Readonly<Partial<Record<'intentionReason' | 'abilityReason' | 'demandNote' | 'note', string>>>

type MoveDialogProps = {
  readonly move: OpenMove
  readonly today: string
  readonly error: AppError | null
  readonly isRunning: boolean
  readonly onSave: (move: FunnelMove) => Promise<boolean>
  readonly onClose: () => void
}

/** A move into a stage with what the stage asks for: how much is needed, whether the customer wants to and is able to buy. */
export function MoveDialog({
  move: { customer, draft },
  today,
  error,
  isRunning,
  onSave,
  onClose,
}: MoveDialogProps) {
  const { t, tCode } = useTranslation()
  const requiredMark = useRequiredWord()
  const [form] = Form.useForm<Values>()
  const stage = Form.useWatch('stage', form) ?? draft.stage
  const save = async () => {
    const values = await form.validateFields().catch(() => null)
    const move = values && moveOf(values, today)
    if (move) await onSave(move)
  }
  const ruleOf = (part: FunnelGap['part']) => ({
    validator: async () => {
      const move = moveOf(form.getFieldsValue(true), today) ?? { ...draft, stage }
      const gap = listFunnelGaps(move.stage, move).find(one => one.part === part)
      if (gap) throw new Error(gap.code === 'not-clear' ? t('funnel.notClear') : t('field-issue.required'))
    },
  })
  const grades = (part: 'intention' | 'ability' | 'demand', codes: readonly string[]) => (
    <Radio.Group
      options={['', ...codes].map(value => ({
        value,
        label: value === '' ? t('funnel.unjudged') : tCode(`funnel.${part}.${value}`),
      }))}
    />
  )
  return (
    <Modal
      open
      width={640}
      afterOpenChange={focusFirstField}
      title={t('funnel.moveTitle', { name: customer.name })}
      okText={t('funnel.save')}
      cancelText={t('common.cancel')}
      okButtonProps={{ loading: isRunning }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={requiredMark}
        initialValues={valuesOf(draft)}
        onKeyDown={onCtrlEnter(save)}
      >
        <Form.Item name="stage" label={t('funnel.stage')} extra={t(`funnel.asks.${stage}`)}>
          <Segmented options={stagesInOrder.map(value => ({ value, label: t(`funnel.stage.${value}`) }))} />
        </Form.Item>
        <FormField
          name="demand"
          label={t('funnel.demand')}
          isRequired={stage === 'prospect'}
          rule={ruleOf('demand')}
        >
          {grades('demand', DemandSize.options)}
        </FormField>
        <ReasonField name="demandNote" label={t('funnel.demandNote')} />
        <FormField
          name="intention"
          label={t('funnel.intention')}
          isRequired={stage === 'target'}
          rule={ruleOf('intention')}
        >
          {grades('intention', Intention.options)}
        </FormField>
        <ReasonField
          name="intentionReason"
          label={t('funnel.intentionReason')}
          rule={ruleOf('intentionReason')}
        />
        <FormField
          name="ability"
          label={t('funnel.ability')}
          isRequired={stage === 'target'}
          rule={ruleOf('ability')}
        >
          {grades('ability', Ability.options)}
        </FormField>
        <ReasonField name="abilityReason" label={t('funnel.abilityReason')} rule={ruleOf('abilityReason')} />
        <div className="funnel-move-foot">
          <FormField
            name="movedOn"
            label={t('funnel.movedOn')}
            isRequired
            rule={{
              validator: async (_rule, typed: string | undefined) => {
                const day = parseDay(typed ?? '', today)
                if (day === null || day > today) throw new Error(t('field-issue.date-invalid'))
              },
            }}
          >
            <Input className="num funnel-day" maxLength={40} />
          </FormField>
          <ReasonField
            name="note"
            label={stage === 'left' ? t('funnel.leftNote') : t('funnel.note')}
            rule={ruleOf('note')}
            isRequired={stage === 'left'}
          />
        </div>
      </Form>
      {error && <ErrorNote error={error.data} />}
    </Modal>
  )
}

type ReasonFieldProps = {
  readonly name: keyof Values
  readonly label: string
  readonly rule?: { readonly validator: () => Promise<void> }
  readonly isRequired?: boolean
}

function ReasonField({ name, label, rule, isRequired = false }: ReasonFieldProps) {
  return (
    <FormField name={name} label={label} isRequired={isRequired} {...(rule ? { rule } : {})}>
      <Input maxLength={1000} />
    </FormField>
  )
}

const valuesOf = ({ intention, ability, demand, ...draft }: FunnelMove): Values => ({
  ...{ stage: draft.stage, movedOn: draft.movedOn },
  ...{ intention: intention ?? '', ability: ability ?? '', demand: demand ?? '' },
  intentionReason: draft.intentionReason ?? '',
  abilityReason: draft.abilityReason ?? '',
  demandNote: draft.demandNote ?? '',
  note: draft.note ?? '',
})

/** Empty: null while the day cannot be read. */
function moveOf(values: Values, today: string): FunnelMove | null {
  const movedOn = parseDay(values.movedOn ?? '', today)
  if (movedOn === null || !isCalendarDate(movedOn)) return null
  const text = (typed: string | undefined) => typed?.trim() || null
  const grade = <Grade extends string>(scale: readonly Grade[], typed: string): Grade | null =>
    scale.find(one => one === typed) ?? null
  return {
    ...{ stage: values.stage, movedOn, note: text(values.note) },
    intention: grade(Intention.options, values.intention),
    intentionReason: text(values.intentionReason),
    ability: grade(Ability.options, values.ability),
    abilityReason: text(values.abilityReason),
    demand: grade(DemandSize.options, values.demand),
    demandNote: text(values.demandNote),
  }
}
