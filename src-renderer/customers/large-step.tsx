import { Note } from '#renderer/components/note.tsx'
import { RunningEdit } from '#renderer/components/running-edit.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'

/** From how many customers on a step says beforehand that it takes its time, forwards and back. */
export const largeStep = 200_000

type LargeStepProps = { readonly count: number; readonly isRunning: boolean }

/** In a dialog of one step with many customers: that it takes long, then how far it is. */
export function LargeStep({ count, isRunning }: LargeStepProps) {
  const { t } = useTranslation()
  if (isRunning) return <RunningEdit isRunning />
  return count > largeStep ? <Note>{t('customers.batch.large', { count })}</Note> : null
}
