import { useToast } from '#renderer/components/toast.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useUndo } from '#renderer/ipc/use-undo.ts'
import type { BatchResult } from '#shared/domain/batch-edit.ts'

type DoneText = 'customers.batch.changed' | 'customers.batch.tagged' | 'customers.batch.untagged'

/** Says what a step with many customers did, whom it left alone and why, with the way back. */
export function useBatchDone(): (text: DoneText, result: BatchResult) => void {
  const { t, tCode } = useTranslation()
  const toast = useToast()
  const { tellDone } = useUndo()
  return (text, { changeSetId, changed, unchanged, refused }) => {
    const words = [
      changed > 0 ? t(text, { count: changed }) : t('customers.batch.nothing'),
      ...(unchanged > 0 ? [t('customers.batch.unchanged', { count: unchanged })] : []),
      ...refused.map(({ reason, count }) => tCode(`batch-refusal.${reason}`, { count })),
    ].join(t('customers.batch.separator'))
    if (changeSetId === null) toast({ text: words })
    else tellDone(words, changeSetId)
  }
}
