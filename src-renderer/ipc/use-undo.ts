import { useMemo } from 'react'
import { useToast } from '#renderer/components/toast.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { call, toAppError } from './client.ts'
import { showWindowError } from './window-error.ts'

export type Undo = {
  /** Says what was done, with the way back beside it. */
  readonly tellDone: (text: string, changeSetId: number) => void
  /** Takes an act back and says so, with "redo" beside it. */
  readonly takeBack: (changeSetId: number, text?: string) => Promise<void>
  /** Takes an undo back and says so, with "undo" beside it. */
  readonly putBack: (undoChangeSetId: number, text?: string) => Promise<void>
}

/** Taking single acts back. An import is none of them: it has a dialog of its own. */
export function useUndo(): Undo {
  const { t } = useTranslation()
  const toast = useToast()
  return useMemo(() => {
    const act = async (changeSetId: number, whenDone: (madeId: number) => void) => {
      try {
        whenDone((await call('changes.undo', { changeSetId })).changeSetId)
      } catch (error) {
        showWindowError(toAppError(error))
      }
    }
    const takeBackNewest = async () => {
      const { undo } = await call('changes.nextSteps', {})
      if (undo) await takeBack(undo.changeSetId)
    }
    const takeBack: Undo['takeBack'] = (changeSetId, text = t('shell.undone')) =>
      act(changeSetId, undoId =>
        toast({ text, action: { label: t('shell.redo'), onClick: () => void putBack(undoId) } }),
      )
    const putBack: Undo['putBack'] = (undoChangeSetId, text = t('shell.redone')) =>
      act(undoChangeSetId, () =>
        toast({ text, action: { label: t('common.undo'), onClick: () => void takeBackNewest() } }),
      )
    const tellDone: Undo['tellDone'] = (text, changeSetId) =>
      toast({ text, action: { label: t('common.undo'), onClick: () => void takeBack(changeSetId) } })
    return { tellDone, takeBack, putBack }
  }, [t, toast])
}
