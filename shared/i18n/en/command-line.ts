import type { Translation } from '#shared/i18n/message-types.ts'
import type { commandLine as source } from '#shared/i18n/zh-CN/command-line.ts'

/** What the command line says. */
export const commandLine = {
  'command-line.title': 'Kehu command line',
} satisfies Translation<typeof source>
