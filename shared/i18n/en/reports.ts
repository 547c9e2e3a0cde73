import type { Translation } from '#shared/i18n/message-types.ts'
import type { reports as source } from '#shared/i18n/zh-CN/reports.ts'

/** Printed pages and their preview. */
export const reports = {
  'reports.title': 'Print',
} satisfies Translation<typeof source>
