import type { CustomerFile } from '#shared/domain/report.ts'
import type { MessageKey } from '#shared/i18n/messages.zh-CN.ts'

/** The fields of the default card that are empty, by the key of their name. A company has neither gender nor birth. */
export function missingFields(file: CustomerFile): readonly MessageKey[] {
  const has = (kind: string) => file.contactPoints.some(point => point.kind === kind)
  const isPerson = file.kind === 'individual'
  const fields: readonly (readonly [MessageKey, boolean])[] = [
    ['import-field.gender', !isPerson || file.gender !== null],
    ['customers.column.birthOn', !isPerson || file.birthOn !== null],
    ['import-field.occupation', !isPerson || file.occupation !== null],
    ['customers.form.phone', has('phone')],
    ['customers.form.address', has('address')],
    ['customers.form.email', has('email')],
  ]
  return fields.filter(([, isThere]) => !isThere).map(([key]) => key)
}
