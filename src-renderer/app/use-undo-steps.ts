import { useNavigate } from 'react-router'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { useUndo } from '#renderer/ipc/use-undo.ts'
import type { UndoStep } from '#shared/contract/changes.contract.ts'
import { undoImportPath } from './paths.ts'

/** One direction of Ctrl+Z and Ctrl+Y: what it would do, in words, and the act. */
export type StepControl = { readonly what: string | null; readonly act: () => void }

/** What Ctrl+Z would take back and Ctrl+Y would do again. An import is not taken back by a key: its dialog is opened. */
export function useUndoSteps(): { readonly undo: StepControl; readonly redo: StepControl } {
  const { t, tCode } = useTranslation()
  const navigate = useNavigate()
  const { takeBack, putBack } = useUndo()
  const { data } = useRequest('changes.nextSteps', {})
  const wordsOf = (step: UndoStep | null | undefined) => {
    if (!step) return null
    const key = `change.${step.kind}`
    const words = tCode(key)
    return words === key ? t('change.other') : words
  }
  const undoWhat = wordsOf(data?.undo)
  const redoWhat = wordsOf(data?.redo)

  const undo = () => {
    const step = data?.undo
    if (!step || undoWhat === null) return
    if (step.importBatchId !== null) void navigate(undoImportPath(step.importBatchId))
    else void takeBack(step.changeSetId, t('shell.undoneWhat', { what: undoWhat }))
  }
  const redo = () => {
    if (data?.redo && redoWhat !== null)
      void putBack(data.redo.changeSetId, t('shell.redoneWhat', { what: redoWhat }))
  }
  return { undo: { what: undoWhat, act: undo }, redo: { what: redoWhat, act: redo } }
}
