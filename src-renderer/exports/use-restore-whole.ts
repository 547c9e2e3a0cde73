import { useToast } from '#renderer/components/toast.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useJob } from '#renderer/ipc/use-job.ts'
import type { AppError } from '#shared/contract/app-error.ts'

type RestoreWhole = {
  /** True when the folder is in the archive. */
  readonly restore: (targetToken: string) => Promise<boolean>
  readonly isRunning: boolean
  readonly error: AppError | null
  readonly reset: () => void
}

/** Brings an exported folder into the empty archive and says what came. */
export function useRestoreWhole(): RestoreWhole {
  const { t } = useTranslation()
  const toast = useToast()
  const { state, start, reset } = useJob('exports.restoreWhole')
  const restore = async (targetToken: string) => {
    const done = await start({ targetToken })
    if (done) {
      const { customers, orders, missingFiles } = done
      const lost = missingFiles > 0 ? t('exports.restoredWithoutFiles', { count: missingFiles }) : ''
      toast({ text: t('exports.restored', { customers, orders }) + lost })
    }
    return done !== undefined && done !== null
  }
  const error = state.kind === 'failed' && state.error.code !== 'cancelled' ? state.error : null
  return { restore, isRunning: state.kind === 'running', error, reset }
}
