/** Headings that only one platform's exports have, as `headerKey` gives them, and how many of them make it sure. */
const fingerprints: readonly {
  readonly platform: string
  readonly headers: readonly string[]
  readonly needed: number
}[] = [
  {
    platform: 'taobao',
    headers: [
      ...[
        '买家会员名',
        '买家支付宝账号',
        '买家应付货款',
        '买家应付邮费',
        '买家实际支付积分',
        '返点积分',
        '宝贝标题',
        '宝贝种类',
      ],
      ...[
        '宝贝总数量',
        '买家实际支付金额',
        '买家旺旺',
        '淘宝会员名',
        '分阶段订单信息',
        '是否手机订单',
        '分销商id',
        '买家支付积分',
      ],
    ],
    needed: 1,
  },
  {
    platform: 'taobao',
    headers: ['子订单编号', '主订单编号', '商家编码', '商品属性', '买家实付金额', '退款状态'],
    needed: 5,
  },
  {
    platform: 'pdd',
    headers: [
      '用户实付金额(元)',
      '商家实收金额(元)',
      '平台优惠折扣(元)',
      '店铺优惠折扣(元)',
      '拼单成功时间',
      '样式id',
      '商家编码规格维度',
      '商家编码商品维度',
      '是否拼单',
    ],
    needed: 1,
  },
  {
    platform: 'douyin',
    headers: [
      '选购商品',
      '达人id',
      '达人昵称',
      '小店名称',
      '流量来源',
      '流量体裁',
      '订单应付金额',
      '抖音号',
      '是否安心购',
      '平台优惠',
      '作者账号',
    ],
    needed: 1,
  },
  {
    platform: 'jd',
    headers: [
      '下单帐号',
      '下单账号',
      '京东价',
      '京豆支付',
      '京东订单号',
      '商家sku',
      '是否京配',
      '用户pin',
      '结算金额',
      '应付金额',
      '货到付款',
    ],
    needed: 2,
  },
  { platform: 'jd', headers: ['下单帐号', '用户pin', '京东价', '京东订单号', '京豆支付'], needed: 1 },
  {
    platform: 'kuaishou',
    headers: [
      '快手号',
      '主播昵称',
      '主播id',
      '快手id',
      '推广者昵称',
      '快手小店',
      'cps达人',
      '达人推广佣金',
      '团长推广佣金',
    ],
    needed: 1,
  },
  {
    platform: 'youzan',
    headers: [
      '有赞订单号',
      '有赞账号',
      '归属店铺',
      '归属网点',
      '订单商品状态',
      '买家付款时间',
      '全部商品名称',
      '商品种类数',
      '粉丝昵称',
      '周期购信息',
    ],
    needed: 2,
  },
  {
    platform: 'weidian',
    headers: ['微店订单号', '微店名称', '微店id', '分销商店铺id', '商品总件数', '推广费', '分成推广'],
    needed: 2,
  },
]

/**
 * Recognises the platform that exported a file by its headings.
 *
 * Shape: `headerKeys` as `headerKey` gives them.
 * Empty: '' when no platform is sure.
 */
export function platformOf(headerKeys: readonly string[]): string {
  const present = new Set(headerKeys)
  const hit = fingerprints.find(
    ({ headers, needed }) => headers.filter(header => present.has(header)).length >= needed,
  )
  return hit?.platform ?? ''
}
