import { useMissingWords } from '#renderer/components/missing-words.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { Finding } from '#shared/domain/quality.ts'

/** Says why something is listed. */
export function useReasonText({ reason, knownOn, completeness, missing }: Finding): string {
  const { t, tCode } = useTranslation()
  const missingWords = useMissingWords()
  if (reason.startsWith('cell-')) return tCode(reason)
  if (reason === 'stale') return t('quality.reason.stale', { day: knownOn })
  if (reason !== 'incomplete') return tCode(`quality.reason.${reason}`)
  return t('quality.reason.incomplete', { percent: String(completeness), missing: missingWords(missing) })
}
