import { useCallback, useState } from 'react'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { acceptDroppedFiles, call, toAppError } from '#renderer/ipc/client.ts'
import { useJob } from '#renderer/ipc/use-job.ts'
import { useUndo } from '#renderer/ipc/use-undo.ts'
import { showWindowError } from '#renderer/ipc/window-error.ts'
import type { ForeignFile } from '#shared/contract/files.contract.ts'
import { mostAddedFiles } from '#shared/domain/attachment.ts'

type NamedFile = Pick<ForeignFile, 'fileToken' | 'name'>

/** Attaching files that are chosen or dropped; says what was added, with the way back, and what was not, and why. */
export function useAddAttachments(customerId: number) {
  const { t, tCode, language } = useTranslation()
  const { tellDone } = useUndo()
  const { state, start } = useJob('attachments.add')
  const [refusedText, setRefusedText] = useState<string | null>(null)

  const add = useCallback(
    async (files: readonly NamedFile[], foldersText: string | null = null) => {
      const [first] = files
      setRefusedText(foldersText)
      if (!first) return
      const fileTokens = files.slice(0, mostAddedFiles).map(({ fileToken }) => fileToken)
      const outcome = await start({ customerId, fileTokens })
      if (!outcome) return
      const { changeSetId, added, refused } = outcome
      const isOne = added === 1 && files.length === 1
      const done = isOne
        ? t('attachments.added.one', { name: first.name })
        : t('attachments.added.many', { count: added })
      if (changeSetId !== null) tellDone(done, changeSetId)
      if (refused.length === 0) return
      const named = refused.map(({ name, reason }) =>
        t('attachments.refusedOne', { name, reason: tCode(`attachments.reason.${reason}`) }),
      )
      const list = named.join(language === 'en' ? ', ' : '、')
      const text = t('attachments.refused', { count: refused.length, list })
      setRefusedText(foldersText === null ? text : `${text} ${foldersText}`)
    },
    [customerId, language, start, t, tCode, tellDone],
  )
  const addDropped = useCallback(
    async (dropped: File[]) => {
      try {
        const files = await acceptDroppedFiles(dropped)
        // Of a folder its tables are named, for an import; here it is not taken.
        const own = files.filter(({ folder, skipped }) => folder === undefined && skipped === undefined)
        await add(own, own.length < files.length ? t('attachments.folders') : null)
      } catch (error) {
        showWindowError(toAppError(error))
      }
    },
    [add, t],
  )
  const addChosen = useCallback(async () => {
    try {
      await add(await call('attachments.choose', {}))
    } catch (error) {
      showWindowError(toAppError(error))
    }
  }, [add])

  return {
    addChosen,
    addDropped,
    refusedText,
    forget: () => setRefusedText(null),
    error: state.kind === 'failed' && state.error.code !== 'cancelled' ? state.error : null,
    isRunning: state.kind === 'running',
  }
}
