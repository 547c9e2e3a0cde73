import type { Translation } from '#shared/i18n/message-types.ts'
import type { search as source } from '#shared/i18n/zh-CN/search.ts'

/** Search box and its results. */
export const search = {
  'search.placeholder': 'Find: name, pinyin, phone, address, order no.…',
  'search.label': 'Find customers',
} satisfies Translation<typeof source>
