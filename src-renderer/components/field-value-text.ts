import { formatMoney } from '#renderer/i18n/format-money.ts'
import type { Translation } from '#renderer/i18n/use-translation.ts'
import { readPictureValue } from '#shared/domain/attachment.ts'
import type { CurrencyCode } from '#shared/domain/currency.ts'
import type { FieldDefinition } from '#shared/domain/field.ts'
import type { FieldValue } from '#shared/domain/field-value.ts'
import { optionName } from './field-words.ts'

/** A value in words. */
export function fieldValueText(
  field: FieldDefinition,
  value: FieldValue,
  words: Translation & { readonly currency: CurrencyCode },
): string {
  const { t, language, currency } = words
  const nameOf = (optionId: FieldValue) => {
    const option = field.options.find(one => one.optionId === optionId)
    return option ? optionName(field, option, words) : ''
  }
  switch (field.valueKind) {
    case 'choice':
      return nameOf(value)
    case 'choices':
      return Array.isArray(value) ? value.map(nameOf).join(language === 'zh-CN' ? '、' : ', ') : ''
    case 'yes-no':
      return t(value === 1 ? 'field-value.yes' : 'field-value.no')
    case 'money':
      return typeof value === 'number' ? formatMoney(value, currency) : ''
    case 'image':
      return readPictureValue(value)?.fileName ?? ''
    default:
      return String(value)
  }
}
