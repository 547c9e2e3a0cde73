import { useCallback } from 'react'
import { useToast } from '#renderer/components/toast.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { type Command, useCommand } from '#renderer/ipc/use-command.ts'
import type { Request } from '#shared/contract/contract.ts'

/** Whose rejected rows: of a file that is looked at, or of an import. */
export type RejectedOf = Request<'imports.saveRejectedRows'>

type Saving = Pick<Command<'imports.saveRejectedRows'>, 'isRunning' | 'error'> & {
  readonly save: (source: RejectedOf) => Promise<void>
}

/** Saves rejected rows as a workbook with their reasons and says so. */
export function useSaveRejected(): Saving {
  const { t } = useTranslation()
  const toast = useToast()
  const { run, isRunning, error } = useCommand('imports.saveRejectedRows')
  const save = useCallback(
    async (source: RejectedOf) => {
      const saved = await run(source)
      if (!saved) return
      const { fileName: name, rowCount, damagedCount } = saved
      toast({
        text:
          rowCount === 0 && damagedCount > 0
            ? t('imports.damaged.saved', { count: damagedCount, name })
            : t('imports.rejected.saved', { count: rowCount, name }),
      })
    },
    [run, t, toast],
  )
  return { save, isRunning, error }
}
