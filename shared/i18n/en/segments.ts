import type { Translation } from '#shared/i18n/message-types.ts'
import type { segments as source } from '#shared/i18n/zh-CN/segments.ts'

/** Scores, segments, charts. */
export const segments = {
  'segments.title': 'Segments',
} satisfies Translation<typeof source>
