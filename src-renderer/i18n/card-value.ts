import type { CardField } from '#shared/domain/card-field.ts'
import type { Translation } from './use-translation.ts'

/** Words a field of the card as it stands in a list of fields; codes become words, texts stay. */
export function cardValue(
  { t, tCode }: Pick<Translation, 't' | 'tCode'>,
  field: CardField,
  value: string | null,
): string {
  if (value === null) return t('customers.conflict.empty')
  if (field === 'kind') return tCode(`customer-kind.${value}`)
  if (field === 'cardType') return tCode(`card-type.${value}`)
  return field === 'gender' ? tCode(`gender.${value}`) : value
}
