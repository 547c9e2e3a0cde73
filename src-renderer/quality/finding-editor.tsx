import { Button, Input } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import { Kbd } from '#renderer/components/kbd.tsx'
import { useColumnName } from '#renderer/components/use-card-fields.ts'
import { nameOfKey } from '#renderer/components/use-page-keys.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { AppError } from '#shared/contract/app-error.ts'
import type { Finding, QualityKind } from '#shared/domain/quality.ts'
import { errorText } from '#shared/i18n/error-text.ts'
import type { FindingActs } from './use-finding-acts.ts'
import type { SeenFinding } from './use-findings.ts'

type FindingEditorProps = {
  readonly row: SeenFinding
  readonly kind: QualityKind
  readonly acts: FindingActs
  readonly onStep: (step: 1 | -1) => void
  readonly onUndo: () => void
  readonly onFillIn: (customerId: number) => void
}

/** The current finding: Enter saves what was typed and goes on, Alt with the arrows goes on without, Alt+Enter says that it is right. */
export function FindingEditor(props: FindingEditorProps) {
  const { row, kind, acts, onStep, onUndo, onFillIn } = props
  const { finding, isOpen } = row
  const { t } = useTranslation()
  const begun = textToBegin(finding)
  const [text, setText] = useState(begun)
  const nameOf = useColumnName('quality.field')
  const [isAccepting, setAccepting] = useState(false)
  const isTyped = finding.field !== null && isOpen
  const canAccept = isOpen && kind !== 'stale'
  const save = async () => {
    if (acts.isRunning) return
    if (!isOpen || (isTyped && text === begun)) onStep(1)
    else if (isTyped) (await acts.mend(finding, text)) && onStep(1)
    else if (kind === 'stale') (await acts.confirm(finding)) && onStep(1)
    else onFillIn(finding.customerId)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    const keys: Readonly<Record<string, (() => void) | undefined>> = {
      Enter: event.target instanceof HTMLButtonElement ? undefined : () => void save(),
      'Alt+ArrowDown': () => onStep(1),
      'Alt+ArrowUp': () => onStep(-1),
      'Alt+Enter': canAccept ? () => setAccepting(true) : undefined,
      // Text that was typed has an undo of its own.
      'Ctrl+Z': text === begun ? onUndo : undefined,
    }
    const act = keys[nameOfKey(event)]
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
  if (isAccepting)
    return (
      <AcceptNote
        onSave={async note => (await acts.accept(finding, note)) && onStep(1)}
        onClose={() => setAccepting(false)}
      />
    )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the field and the buttons within.
    <div className="quality-editor" onKeyDown={onKeyDown}>
      {isTyped && (
        <Input
          autoFocus
          className={finding.field === 'phone' || finding.field === 'birthOn' ? 'num' : ''}
          aria-label={t('quality.input', {
            name: finding.name,
            field: nameOf(finding.field ?? 'note'),
          })}
          value={text}
          maxLength={500}
          status={acts.problem ? 'error' : ''}
          onFocus={event => event.target.select()}
          onChange={event => {
            acts.clearProblem()
            setText(event.target.value)
          }}
        />
      )}
      {acts.problem && (
        <div className="small seal" role="alert">
          <ProblemText error={acts.problem} />
        </div>
      )}
      <div className="row quality-acts">
        {isOpen && (
          <Button size="small" type="primary" autoFocus={!isTyped} onClick={() => void save()}>
            {t(isTyped ? 'quality.save' : kind === 'stale' ? 'quality.confirmNow' : 'quality.fillIn')}{' '}
            <Kbd keys="Enter" />
          </Button>
        )}
        <Button size="small" autoFocus={!isOpen} onClick={() => onStep(1)}>
          {t('quality.skip')} <Kbd keys="Alt+↓" />
        </Button>
        {canAccept && (
          <Button size="small" onClick={() => setAccepting(true)}>
            {t('quality.accept')} <Kbd keys="Alt+Enter" />
          </Button>
        )}
      </div>
    </div>
  )
}

function textToBegin({ field, value, cell }: Finding): string {
  if (field === 'idNumber') return ''
  return value ?? cell?.text ?? ''
}

function ProblemText({ error }: { error: AppError }) {
  const { tCode, language } = useTranslation()
  const issue = error.data.details?.issue
  return (
    <>
      {error.code === 'field-value-invalid' ? tCode(`field-issue.${issue}`) : errorText(language, error.data)}
    </>
  )
}

function AcceptNote(props: { onSave: (note: string) => Promise<unknown>; onClose: () => void }) {
  const { t } = useTranslation()
  const [note, setNote] = useState('')
  return (
    <div className="row quality-accept">
      <Input
        autoFocus
        aria-label={t('quality.acceptNote')}
        placeholder={t('quality.acceptNote')}
        value={note}
        maxLength={500}
        onChange={event => setNote(event.target.value)}
        onKeyDown={event => {
          if (event.nativeEvent.isComposing || event.keyCode === 229) return
          if (event.key === 'Enter') void props.onSave(note)
          else if (event.key === 'Escape') props.onClose()
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
      <Button size="small" type="primary" onClick={() => void props.onSave(note)}>
        {t('quality.acceptSave')} <Kbd keys="Enter" />
      </Button>
      <Button size="small" onClick={props.onClose}>
        {t('common.cancel')} <Kbd keys="Esc" />
      </Button>
    </div>
  )
}
