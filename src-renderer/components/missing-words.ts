import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { CompletenessKey } from '#shared/domain/completeness.ts'
import { fieldName } from './field-words.ts'

/** Gives the function that names what a file lacks, in one line. */
export function useMissingWords(): (missing: readonly CompletenessKey[]) => string {
  const words = useTranslation()
  const { data } = useRequest('fields.list', {})
  const fields = data?.groups.flatMap(group => group.fields) ?? []
  const nameOf = (key: CompletenessKey) => {
    if (!key.startsWith('field:')) return words.tCode(`quality.field.${key}`)
    const field = fields.find(one => `field:${one.fieldId}` === key)
    return field ? fieldName(field, words) : ''
  }
  return missing => missing.map(nameOf).join(words.language === 'zh-CN' ? '、' : ', ')
}
