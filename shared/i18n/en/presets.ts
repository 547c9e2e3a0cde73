import type { Translation } from '#shared/i18n/message-types.ts'
import type { presets as source } from '#shared/i18n/zh-CN/presets.ts'

/** Presets: mappings with a name; and what is remembered of earlier files. */
export const presets = {
  'import-preset.taobao-orders': 'Taobao/Tmall orders',
  'import-preset.taobao-sub-orders': 'Taobao/Tmall items (sub-orders)',
  'import-preset.jd-orders': 'JD orders',
  'import-preset.pdd-orders': 'Pinduoduo orders',
  'import-preset.douyin-sub-orders': 'Douyin items (sub-orders)',
  'import-preset.douyin-orders': 'Douyin orders',
  'import-preset.kuaishou-orders': 'Kuaishou orders',
  'import-preset.youzan-items': 'Youzan order items',
  'import-preset.youzan-orders': 'Youzan orders',
  'import-preset.weidian-orders': 'Weidian orders',
} satisfies Translation<typeof source>
