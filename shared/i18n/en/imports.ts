import type { Translation } from '#shared/i18n/message-types.ts'
import type { imports as source } from '#shared/i18n/zh-CN/imports.ts'

/** Import wizard, history, taking back. */
export const imports = {
  'imports.title': 'Import',
} satisfies Translation<typeof source>
