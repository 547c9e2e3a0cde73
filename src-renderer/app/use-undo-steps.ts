import { useRef } from 'react'
import { useNavigate } from 'react-router'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { call, toAppError } from '#renderer/ipc/client.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { useUndo } from '#renderer/ipc/use-undo.ts'
import { showWindowError } from '#renderer/ipc/window-error.ts'
import type { UndoStep } from '#shared/contract/changes.contract.ts'
import type { Response } from '#shared/contract/contract.ts'
import { undoImportPath } from './paths.ts'

/** One direction of Ctrl+Z and Ctrl+Y: what it would do, in words, and the act. */
export type StepControl = { readonly what: string | null; readonly act: () => void }

/** What Ctrl+Z would take back and Ctrl+Y would do again. An import is not taken back by a key: its dialog is opened. */
export function useUndoSteps(): { readonly undo: StepControl; readonly redo: StepControl } {
  const { t, tCode } = useTranslation()
  const navigate = useNavigate()
  const { takeBack, putBack } = useUndo()
  const { data } = useRequest('changes.nextSteps', {})
  const queue = useRef<Promise<void>>(Promise.resolve())
  const wordsOf = (step: UndoStep | null | undefined) => {
    if (!step) return null
    const key = `change.${step.kind}`
    const words = tCode(key)
    return words === key ? t('change.other') : words
  }
  const undoWhat = wordsOf(data?.undo)
  const redoWhat = wordsOf(data?.redo)

  /** One after the other: a key that is pressed twice takes back two steps, however long the first one takes. */
  const inTurn = (act: (steps: Response<'changes.nextSteps'>) => Promise<void> | void) => {
    queue.current = queue.current
      .then(async () => act(await call('changes.nextSteps', {})))
      .catch(error => showWindowError(toAppError(error)))
  }
  const undo = () =>
    inTurn(({ undo: step }) => {
      if (step && step.importBatchId !== null) void navigate(undoImportPath(step.importBatchId))
      else if (step) return takeBack(step.changeSetId, t('shell.undoneWhat', { what: wordsOf(step) ?? '' }))
    })
  const redo = () =>
    inTurn(({ redo: step }) => {
      if (step) return putBack(step.changeSetId, t('shell.redoneWhat', { what: wordsOf(step) ?? '' }))
    })
  return { undo: { what: undoWhat, act: undo }, redo: { what: redoWhat, act: redo } }
}
