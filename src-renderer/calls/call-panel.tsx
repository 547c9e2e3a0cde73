import './calls.css'
import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { LinkButton } from '#renderer/components/link-button.tsx'
import { Note } from '#renderer/components/note.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { nameOfKey } from '#renderer/components/use-page-keys.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { callSteps } from '#shared/domain/call-script.ts'
import type { CustomerFile } from '#shared/domain/report.ts'
import { AnswerBox, KnownContacts, RemarksBox } from './call-step.tsx'
import { useCall } from './use-call.ts'

type CallPanelProps = { readonly file: CustomerFile; readonly onClose: () => void }

const lastStep = callSteps.length - 1
const boxes = '.call-answer textarea, .call-answer input'

/** A call by script beside the file: what to say at each step, boxes for the answers, saved as one act. */
export function CallPanel({ file, onClose }: CallPanelProps) {
  const { t } = useTranslation()
  const call = useCall(file, onClose)
  const { step } = call.draft
  const panel = useRef<HTMLDivElement>(null)
  const goTo = (next: number) => call.change({ step: Math.min(lastStep, Math.max(0, next)) })
  const isReady = call.fieldsOfStep !== null
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step begins at its first box
  useEffect(() => {
    const first = panel.current?.querySelector<HTMLElement>(boxes)
    ;(first ?? panel.current?.querySelector<HTMLElement>('.call-next'))?.focus()
  }, [step, isReady])
  const keys: Readonly<Record<string, () => void>> = {
    'Alt+ArrowRight': () => goTo(step + 1),
    'Alt+ArrowLeft': () => goTo(step - 1),
    'Ctrl+Enter': () => void call.save(),
    Escape: onClose,
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    const name = nameOfKey(event)
    const isListOpen = (event.target as Element).getAttribute('aria-expanded') === 'true'
    const act = name === 'Enter' ? nextBox(event.target, panel.current, () => goTo(step + 1)) : keys[name]
    if (!act || (isListOpen && name === 'Escape')) return
    event.preventDefault()
    act()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that hold for the whole panel
    <div className="call-panel" ref={panel} onKeyDown={onKeyDown}>
      <Panel
        title={t('calls.title', { name: file.name })}
        extra={
          <Button
            size="small"
            type="text"
            icon={<CloseOutlined />}
            title="Esc"
            aria-label={t('common.close')}
            onClick={onClose}
          />
        }
      >
        {file.contactRefusedOn && (
          <Note tone="seal">{t('calls.refused', { day: file.contactRefusedOn })}</Note>
        )}
        {call.isKept && (
          <Note action={<LinkButton onClick={call.drop}>{t('calls.drop')}</LinkButton>}>
            {t('calls.kept')}
          </Note>
        )}
        {call.error &&
          (call.error.code === 'conflict' ? (
            <Note tone="warn">{t('calls.conflict')}</Note>
          ) : (
            <ErrorNote error={call.error.data} />
          ))}
        <StepList step={step} onStep={goTo} />
        <StepBody file={file} call={call} />
        <div className="call-foot">
          <Button disabled={step === 0} title="Alt ←" onClick={() => goTo(step - 1)}>
            {t('calls.previous')}
          </Button>
          {step < lastStep && (
            <Button className="call-next" title="Alt →" onClick={() => goTo(step + 1)}>
              {t('calls.next')}
            </Button>
          )}
          <span className="grow" />
          <Button
            type="primary"
            disabled={!call.canSave}
            title={call.canSave ? `Ctrl Enter　${t('calls.save.hint')}` : t('calls.nothing')}
            onClick={() => void call.save()}
          >
            {t('calls.save')}
          </Button>
        </div>
        <p className="small tertiary">{t('calls.keys')}</p>
      </Panel>
    </div>
  )
}

/** What Enter does in a box of one step: on to the next box, from the last one to the next step. Elsewhere it stays as it is. */
function nextBox(target: EventTarget, panel: HTMLElement | null, goOn: () => void): (() => void) | undefined {
  if (!(target instanceof HTMLTextAreaElement) || !panel?.querySelector('.call-next')) return undefined
  const all = [...panel.querySelectorAll<HTMLElement>(boxes)]
  const next = all[all.indexOf(target) + 1]
  return next ? () => next.focus() : goOn
}

function StepList({ step, onStep }: { readonly step: number; readonly onStep: (step: number) => void }) {
  const { t } = useTranslation()
  return (
    <ol className="call-steps" aria-label={t('calls.steps')}>
      {callSteps.map((one, index) => (
        <li key={one.step}>
          <button
            type="button"
            className="call-step"
            {...(index === step ? { 'aria-current': 'step' as const } : {})}
            onClick={() => onStep(index)}
          >
            <span className="num">{index + 1}</span> {t(`calls.step.${one.step}`)}
          </button>
        </li>
      ))}
    </ol>
  )
}

/** Words of one's own with the names in place. */
function withNames(words: string, names: { readonly name: string; readonly shop: string }): string {
  return words.replace(/\{(name|shop)\}/g, (_, key: 'name' | 'shop') => names[key])
}

function StepBody({
  file,
  call,
}: {
  readonly file: CustomerFile
  readonly call: ReturnType<typeof useCall>
}) {
  const { t, tCode, language } = useTranslation()
  const { data: settings } = useRequest('settings.get', {})
  const { draft, change, fieldsOfStep } = call
  const { step = 'thanks', fieldCodes = [] } = callSteps[draft.step] ?? {}
  const shop = settings?.shopName || t('calls.ourShop')
  const names = { name: file.name, shop }
  const own = settings?.callWords?.[language]?.[step]
  return (
    <>
      <p className="call-words selectable">
        {own === undefined ? tCode(`calls.words.${step}`, names) : withNames(own, names)}
      </p>
      {step === 'identify' && <KnownContacts file={file} />}
      {fieldsOfStep?.map(field => (
        <AnswerBox
          key={field.fieldId}
          field={field}
          known={file.fields[field.fieldId]}
          answer={draft.answers[field.fieldId]}
          onChange={answer => change({ answers: { ...draft.answers, [field.fieldId]: answer } })}
        />
      ))}
      {fieldCodes.length > 0 && fieldsOfStep?.length === 0 && (
        <p className="tertiary">{t('calls.noFields')}</p>
      )}
      {draft.step === lastStep && (
        <RemarksBox value={draft.remarks} onChange={remarks => change({ remarks })} />
      )}
    </>
  )
}
