import type { i18n as I18n } from 'i18next'
import { formatNumber } from '#shared/i18n/format-number.ts'
import type { MessageValue } from '#shared/i18n/message-types.ts'

/** Gives a text in the present language. Values go in through `replace`, so that none is taken for an option of i18next. */
export function translateWithI18next(
  i18n: I18n,
  key: string,
  values: Readonly<Record<string, MessageValue>> = {},
): string {
  const replace = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' ? formatNumber(value) : value,
    ]),
  )
  const count = typeof values.count === 'number' ? { count: values.count } : {}
  return i18n.t(key, { replace, nest: false, ...count })
}
