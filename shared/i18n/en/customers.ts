import type { Translation } from '#shared/i18n/message-types.ts'
import type { customers as source } from '#shared/i18n/zh-CN/customers.ts'

/** Customer list, customer page, form. */
export const customers = {
  'customers.title': 'Customers',
} satisfies Translation<typeof source>
