import { creditText } from '#renderer/components/credit-text.ts'
import { fieldValueText } from '#renderer/components/field-value-text.ts'
import { fieldName } from '#renderer/components/field-words.ts'
import { lineDetailsText } from '#renderer/components/line-details-text.ts'
import { cardValue } from '#renderer/i18n/card-value.ts'
import { formatPhone } from '#renderer/i18n/format-phone.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { readPictureValue } from '#shared/domain/attachment.ts'
import type { HistorySubject } from '#shared/domain/edit-history.ts'
import type { FieldValue } from '#shared/domain/field-value.ts'
import type { LineDetails } from '#shared/domain/line-details.ts'

/** Words for what the lines of a history are about, and for their values. */
export function useHistoryWords() {
  const words = useTranslation()
  const { t, tCode } = words
  const { currency } = useOpenArchive()
  const { data } = useRequest('fields.list', {})
  const findField = (fieldId: number) =>
    data?.groups.flatMap(group => group.fields).find(field => field.fieldId === fieldId)

  const nameOf = (subject: HistorySubject): string => {
    switch (subject.of) {
      case 'file':
        return t(`customers.history.${subject.event}`)
      case 'card':
        return t(`duplicates.field.${subject.field}`)
      case 'contact':
        return tCode(`contact-point.${subject.kind}`)
      case 'region':
        return t('customers.history.region')
      case 'tag':
        return t('customers.column.tags')
      case 'identity':
        return t('customers.details.identities')
      case 'item':
        return t(`customers.history.item.${subject.part}`, { title: subject.title })
      case 'flowNote':
        return t('customers.history.flowNote', { order: subject.order })
      case 'credit':
        return t(`credit.kind.${subject.kind}`)
      case 'funnel':
        return t('funnel.title')
      case 'attachment':
        return t('customers.history.attachment')
      case 'entry':
        return tCode(`entry-kind.${subject.kind}`)
      case 'own': {
        const field = findField(subject.fieldId)
        return field ? fieldName(field, words) : t('customers.history.hiddenField')
      }
    }
  }
  const textOf = (subject: HistorySubject, value: FieldValue | null): string => {
    if (value === null) return t('customers.conflict.empty')
    if (subject.of === 'card') return cardValue(words, subject.field, String(value))
    if (subject.of === 'contact' && subject.kind === 'phone') return formatPhone(String(value))
    if (subject.of === 'credit') return creditText(String(value), { ...words, currency })
    if (subject.of === 'funnel') return tCode(`funnel.place.${value}`)
    if (subject.of === 'item')
      return subject.part === 'picture'
        ? (readPictureValue(String(value))?.fileName ?? '')
        : lineDetailsText(JSON.parse(String(value)) as LineDetails, words)
    if (subject.of !== 'own') return String(value)
    const field = findField(subject.fieldId)
    if (!field) return String(value)
    const isList = field.valueKind === 'choices' && typeof value === 'number'
    return fieldValueText(field, isList ? [value] : value, { ...words, currency })
  }
  return { nameOf, textOf }
}
