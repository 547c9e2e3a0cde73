import { useMissingWords } from '#renderer/components/missing-words.ts'
import { type Translation, useTranslation } from '#renderer/i18n/use-translation.ts'
import type { Finding } from '#shared/domain/quality.ts'

const phoneReasons: readonly string[] = ['phone-undiallable', 'cell-issue.phone-invalid']

/** Gives the function that says why something is listed. */
export function useReasonText(): (finding: Finding) => string {
  const { t, tCode } = useTranslation()
  const missingWords = useMissingWords()
  return finding => {
    const { reason, field, knownOn, completeness, missing } = finding
    if (field === 'phone' && phoneReasons.includes(reason)) return phoneReason(finding, t)
    if (reason.startsWith('cell-')) return tCode(reason)
    if (reason === 'stale') return t('quality.reason.stale', { day: knownOn })
    if (reason !== 'incomplete') return tCode(`quality.reason.${reason}`)
    return t('quality.reason.incomplete', { percent: String(completeness), missing: missingWords(missing) })
  }
}

/** How many figures there are, and how many there should be. */
function phoneReason({ value, cell }: Finding, t: Translation['t']): string {
  const { length: count, 0: first } = (value ?? cell?.text ?? '').replace(/\D/g, '')
  if (count === 0) return t('quality.reason.phoneNoDigits')
  if (count === 11) return t('quality.reason.phoneBeginning')
  return t(first === '1' ? 'quality.reason.phoneMobile' : 'quality.reason.phoneDigits', { count })
}
