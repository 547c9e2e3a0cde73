import { Button, Form, Input, Modal } from 'antd'
import { CollectionSelect } from '#renderer/components/collection-select.tsx'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { FormField, useRequiredWord } from '#renderer/components/form-field.tsx'
import { onCtrlEnter } from '#renderer/components/on-ctrl-enter.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useCommand } from '#renderer/ipc/use-command.ts'
import { useUndo } from '#renderer/ipc/use-undo.ts'
import { parseDay } from '#shared/domain/birth-date-text.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { CollectionPlan, CollectionPlanDraft } from '#shared/domain/collection-plan.ts'

type PlanDialogProps = {
  /** Null for a new one. */
  readonly known: CollectionPlan | null
  readonly today: string
  readonly onClose: () => void
}

type Values = {
  readonly [Part in keyof CollectionPlanDraft]?: Part extends 'methodOptionId' ? number | null : string
}

const lines = ['goal', 'kinds', 'scope', 'targetGroup', 'people'] as const
const lengths = { goal: 200, kinds: 1000, scope: 1000, targetGroup: 1000, people: 500 } as const

/** Makes, changes or removes a plan of collecting information: Ctrl+Enter saves. */
export function PlanDialog({ known, today, onClose }: PlanDialogProps) {
  const { t } = useTranslation()
  const requiredMark = useRequiredWord()
  const [form] = Form.useForm<Values>()
  const { saveNow, removeNow, error, isRunning } = usePlanActs(known, onClose)
  const save = async () => {
    const values = await form.validateFields().catch(() => null)
    if (values) await saveNow(draftOf(values, today))
  }
  return (
    <Modal
      open
      title={t(known ? 'plans.edit' : 'plans.add')}
      onCancel={onClose}
      afterOpenChange={isOpen => isOpen && form.focusField('goal')}
      footer={
        <>
          {known && (
            <Button danger className="plan-remove" onClick={() => void removeNow()}>
              {t('plans.remove')}
            </Button>
          )}
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="primary" loading={isRunning} onClick={() => void save()}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      {error && <ErrorNote error={error} />}
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={requiredMark}
        initialValues={known?.plan ?? {}}
        onKeyDown={onCtrlEnter(save)}
      >
        {lines.map(part => (
          <FormField
            key={part}
            name={part}
            label={t(`plans.part.${part}`)}
            isRequired={part === 'goal'}
            rule={{
              validator: async (_rule, typed: string | null | undefined) => {
                if (part === 'goal' && !typed?.trim()) throw new Error(t('field-issue.required'))
              },
            }}
          >
            <Input.TextArea
              autoSize={{ minRows: 1, maxRows: 5 }}
              maxLength={lengths[part]}
              placeholder={t(`plans.hint.${part}`)}
            />
          </FormField>
        ))}
        <FormField name="methodOptionId" label={t('plans.part.method')}>
          <MethodInput />
        </FormField>
        <div className="plan-days">
          <DayField part="fromOn" today={today} />
          <DayField part="toOn" today={today} />
        </div>
      </Form>
    </Modal>
  )
}

/** `value` and `onChange` are given by the form. */
function MethodInput(props: {
  readonly value?: number | null
  readonly onChange?: (value: number | null) => void
}) {
  const { t } = useTranslation()
  return (
    <CollectionSelect
      code="collection-method"
      label={t('plans.part.method')}
      value={props.value ?? null}
      onChange={value => props.onChange?.(value)}
    />
  )
}

function DayField({ part, today }: { readonly part: 'fromOn' | 'toOn'; readonly today: string }) {
  const { t } = useTranslation()
  const form = Form.useFormInstance<Values>()
  return (
    <FormField
      name={part}
      label={t(`plans.part.${part}`)}
      rule={{
        validator: async (_rule, typed: string | null | undefined) => {
          const day = dayOf(typed, today)
          if (typed?.trim() && day === null) throw new Error(t('field-issue.date-invalid'))
          const first = dayOf(form.getFieldValue('fromOn'), today)
          if (part === 'toOn' && day !== null && first !== null && day < first)
            throw new Error(t('plans.reversed'))
        },
      }}
    >
      <Input className="num" maxLength={20} placeholder="2026-08-16" />
    </FormField>
  )
}

/** The last day that a plan can name: plans lie ahead, but no 20 years. */
const lastDayOf = (today: string) => `${Number(today.slice(0, 4)) + 20}-12-31`

function dayOf(typed: string | null | undefined, today: string): CalendarDate | null {
  const text = typed?.trim() ?? ''
  return text === '' ? null : (parseDay(text, lastDayOf(today)) as CalendarDate | null)
}

function draftOf(values: Values, today: string): CollectionPlanDraft {
  const textOf = (part: (typeof lines)[number]) => values[part]?.trim() || null
  return {
    goal: textOf('goal') ?? '',
    kinds: textOf('kinds'),
    scope: textOf('scope'),
    targetGroup: textOf('targetGroup'),
    methodOptionId: values.methodOptionId ?? null,
    people: textOf('people'),
    fromOn: dayOf(values.fromOn, today),
    toOn: dayOf(values.toOn, today),
  }
}

function usePlanActs(known: CollectionPlan | null, onClose: () => void) {
  const { t } = useTranslation()
  const { tellDone } = useUndo()
  const add = useCommand('plans.add')
  const change = useCommand('plans.save')
  const remove = useCommand('plans.remove')
  const end = (answer: { changeSetId: number | null } | undefined, text: string) => {
    if (!answer) return
    if (answer.changeSetId !== null) tellDone(text, answer.changeSetId)
    onClose()
  }
  return {
    saveNow: async (plan: CollectionPlanDraft) => {
      const answer = known ? await change.run({ planId: known.planId, plan }) : await add.run({ plan })
      end(answer, t('plans.saved', { goal: plan.goal }))
    },
    removeNow: async () => {
      if (known)
        end(await remove.run({ planId: known.planId }), t('plans.removed', { goal: known.plan.goal }))
    },
    error: (add.error ?? change.error ?? remove.error)?.data,
    isRunning: add.isRunning || change.isRunning || remove.isRunning,
  }
}
