import type { Translation } from '#shared/i18n/message-types.ts'
import type { settings as source } from '#shared/i18n/zh-CN/settings.ts'

/** Settings, safety and backups. */
export const settings = {
  'settings.title': 'Settings',
  'safety.title': 'Safety',
} satisfies Translation<typeof source>
