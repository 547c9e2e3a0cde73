import { fieldName } from '#renderer/components/field-words.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { Finding } from '#shared/domain/quality.ts'

/** Says why something is listed. */
export function useReasonText({ reason, knownOn, completeness, missing }: Finding): string {
  const words = useTranslation()
  const { t, tCode, language } = words
  const { data } = useRequest('fields.list', {}, { isEnabled: missing.some(key => key.startsWith('field:')) })
  if (reason.startsWith('cell-')) return tCode(reason)
  if (reason === 'stale') return t('quality.reason.stale', { day: knownOn })
  if (reason !== 'incomplete') return tCode(`quality.reason.${reason}`)
  const names = missing.map(key => {
    if (!key.startsWith('field:')) return tCode(`quality.field.${key}`)
    const fields = data?.groups.flatMap(group => group.fields) ?? []
    const field = fields.find(one => `field:${one.fieldId}` === key)
    return field ? fieldName(field, words) : key
  })
  return t('quality.reason.incomplete', {
    percent: String(completeness),
    missing: names.join(language === 'zh-CN' ? '、' : ', '),
  })
}
