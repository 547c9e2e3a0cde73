/** Presets: mappings with a name; and what is remembered of earlier files. */
export const presets = {
  'import-preset.taobao-orders': '淘宝/天猫 订单',
  'import-preset.taobao-sub-orders': '淘宝/天猫 宝贝（子订单）',
  'import-preset.jd-orders': '京东 订单',
  'import-preset.pdd-orders': '拼多多 订单',
  'import-preset.douyin-sub-orders': '抖音 商品单（子订单）',
  'import-preset.douyin-orders': '抖音 订单',
  'import-preset.kuaishou-orders': '快手 订单',
  'import-preset.youzan-items': '有赞 订单商品',
  'import-preset.youzan-orders': '有赞 订单',
  'import-preset.weidian-orders': '微店 订单',
} as const
