import { Button, Modal } from 'antd'
import { useState } from 'react'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { focusFirstField } from '#renderer/components/focus-first-field.ts'
import { KeyFigures } from '#renderer/components/key-figures.tsx'
import { Note } from '#renderer/components/note.tsx'
import { Skeleton } from '#renderer/components/skeleton.tsx'
import { formatBytes } from '#renderer/i18n/format-bytes.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { type JobState, useJob } from '#renderer/ipc/use-job.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { UndoOutcome } from '#shared/contract/imports.contract.ts'
import type { UndoConflictItem, UndoPreview } from '#shared/domain/import-undo.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'
import { BlockableButton } from './blockable-button.tsx'
import { JobProgress } from './job-progress.tsx'
import { type EditedChoice, rowKey, UndoPlan } from './undo-plan.tsx'

type UndoImportDialogProps = {
  readonly importBatchId: number
  /** Where the archive's file is made smaller. */
  readonly safetyHref: string
  readonly onClose: () => void
}

/** Takes a whole import back: what goes, what returns, what to do with values edited since; then the work itself. */
export function UndoImportDialog({ importBatchId, safetyHref, onClose }: UndoImportDialogProps) {
  const { t } = useTranslation()
  const job = useJob('imports.undo')
  const [edited, setEdited] = useState<EditedChoice | null>(null)
  // The end of an earlier undo is none of this dialog's.
  const [isOwn, setOwn] = useState(job.state.kind === 'running')
  const state: JobState<UndoOutcome> = isOwn ? job.state : { kind: 'idle' }
  const isIdle = state.kind === 'idle' || state.kind === 'failed'
  const plan = useRequest('imports.previewUndo', { importBatchId }, { isEnabled: isIdle })
  const [exceptions, setExceptions] = useState<ReadonlyMap<string, UndoConflictItem>>(new Map())
  const choose = (choice: EditedChoice) => {
    setEdited(choice)
    setExceptions(new Map())
  }
  const turn = (conflict: UndoConflictItem) => {
    const turned = new Map(exceptions)
    if (!turned.delete(rowKey(conflict))) turned.set(rowKey(conflict), conflict)
    setExceptions(turned)
  }
  const start = () => {
    setOwn(true)
    const other = edited === 'keep' ? 'revert' : 'keep'
    const choices = [...exceptions.values()].map(
      ({ table, rowId }) => ({ table, rowId, edited: other }) as const,
    )
    void job.start({ importBatchId, edited, ...(choices.length > 0 ? { choices } : {}) })
  }
  return (
    <Modal
      open
      afterOpenChange={focusFirstField}
      width={640}
      title={t('imports.undo.title')}
      onCancel={onClose}
      footer={
        <UndoFooter
          plan={plan.data}
          state={state}
          edited={edited}
          onStart={start}
          onCancel={job.cancel}
          onClose={onClose}
        />
      }
    >
      <UndoBody
        plan={plan.data}
        planError={plan.error}
        state={state}
        safetyHref={safetyHref}
        edited={edited}
        onEdited={choose}
        exceptions={exceptions}
        onException={turn}
        onCancel={job.cancel}
      />
    </Modal>
  )
}

type UndoBodyProps = {
  readonly plan: UndoPreview | undefined
  readonly planError: ReturnType<typeof useRequest<'imports.previewUndo'>>['error']
  readonly state: JobState<UndoOutcome>
  readonly safetyHref: string
  readonly edited: EditedChoice | null
  readonly onEdited: (edited: EditedChoice) => void
  readonly exceptions: ReadonlyMap<string, UndoConflictItem>
  readonly onException: (conflict: UndoConflictItem) => void
  readonly onCancel: () => void
}

function UndoBody(props: UndoBodyProps) {
  const { plan, planError, state, edited, onEdited, exceptions, onException, onCancel } = props
  const { t } = useTranslation()
  if (state.kind === 'ended') return <UndoResult outcome={state.value} safetyHref={props.safetyHref} />
  if (state.kind === 'running')
    return (
      <>
        <JobProgress jobId={state.jobId} isCancelling={false}>
          <Button onClick={onCancel}>{t('imports.undo.stop')}</Button>
        </JobProgress>
        <div className="secondary">{t('imports.undo.running')}</div>
      </>
    )
  const error = state.kind === 'failed' ? state.error : planError
  return (
    <div className="import-undo">
      {error && <ErrorNote error={error.data} />}
      {plan ? (
        <UndoPlan {...{ plan, edited, onEdited, exceptions, onException }} />
      ) : (
        !error && <Skeleton lines={4} />
      )}
    </div>
  )
}

function UndoResult({ outcome, safetyHref }: { outcome: UndoOutcome; safetyHref: string }) {
  const { t } = useTranslation()
  const figures = (['customersRemoved', 'ordersRemoved', 'customersRestored', 'ordersRestored'] as const)
    .filter(name => outcome[name] > 0)
    .map(name => ({ key: name, label: t(`imports.undo.${name}`), value: formatNumber(outcome[name]) }))
  return (
    <div role="status" className="import-undo">
      <div>{t('imports.undo.done')}</div>
      {figures.length > 0 && <KeyFigures figures={figures} />}
      {outcome.customersStripped > 0 && (
        <div className="secondary">{t('undo.stripped', { count: outcome.customersStripped })}</div>
      )}
      {outcome.kept > 0 && <div className="secondary">{t('imports.undo.kept', { count: outcome.kept })}</div>}
      <RoomLeft safetyHref={safetyHref} />
    </div>
  )
}

/** A tenth of the file, and more than is soon written over again. */
const worthTidying = { bytes: 8 << 20, share: 0.1 }

/** Where much of the archive's file stands empty now: how much, and where it is made smaller. */
function RoomLeft({ safetyHref }: { safetyHref: string }) {
  const { t } = useTranslation()
  const { data } = useRequest('archives.fileUse', {})
  if (!data || data.freeBytes < Math.max(worthTidying.bytes, data.fileBytes * worthTidying.share)) return null
  return (
    <Note>
      {t('undo.roomLeft', { free: formatBytes(data.freeBytes) })} <a href={safetyHref}>{t('undo.toTidy')}</a>
    </Note>
  )
}

type UndoFooterProps = Pick<UndoBodyProps, 'plan' | 'state' | 'edited' | 'onCancel'> & {
  readonly onStart: () => void
  readonly onClose: () => void
}

function UndoFooter({ plan, state, edited, onStart, onClose }: UndoFooterProps) {
  const { t } = useTranslation()
  if (state.kind === 'ended' || state.kind === 'running')
    return <Button onClick={onClose}>{t('common.close')}</Button>
  const mustChoose = plan !== undefined && plan.conflictCount > 0 && edited === null
  return (
    <div className="row import-dialog-footer">
      <span className="grow small secondary">
        {mustChoose ? t('imports.undo.chooseFirst') : t('imports.undo.noRedo')}
      </span>
      <Button onClick={onClose}>{t('imports.undo.leave')}</Button>
      {plan && (
        <BlockableButton
          danger
          blockedBy={mustChoose ? t('imports.undo.chooseFirst') : null}
          onClick={onStart}
        >
          {t('imports.undo.title')}
        </BlockableButton>
      )}
    </div>
  )
}
