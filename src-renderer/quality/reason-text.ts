import { useMissingWords } from '#renderer/components/missing-words.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { Finding } from '#shared/domain/quality.ts'

const phoneReasons: readonly string[] = ['phone-undiallable', 'cell-issue.phone-invalid']

/** Says why something is listed. */
export function useReasonText(finding: Finding): string {
  const { reason, field, knownOn, completeness, missing } = finding
  const { t, tCode } = useTranslation()
  const missingWords = useMissingWords()
  if (field === 'phone' && phoneReasons.includes(reason)) {
    const digits = (finding.value ?? finding.cell?.text ?? '').replace(/\D/g, '')
    if (digits === '') return t('quality.reason.phoneNoDigits')
    if (digits.length !== 11)
      return t(digits.startsWith('1') ? 'quality.reason.phoneMobile' : 'quality.reason.phoneDigits', {
        count: digits.length,
      })
    return t('quality.reason.phoneBeginning')
  }
  if (reason.startsWith('cell-')) return tCode(reason)
  if (reason === 'stale') return t('quality.reason.stale', { day: knownOn })
  if (reason !== 'incomplete') return tCode(`quality.reason.${reason}`)
  return t('quality.reason.incomplete', { percent: String(completeness), missing: missingWords(missing) })
}
