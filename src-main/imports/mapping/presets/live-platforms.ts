import { presetOf } from './preset-of.ts'

/**
 * The order exports of 抖音 and 快手.
 *
 * Source: heading lines that public programs read or write for these files; facts only. 商品金额 of 抖音 is the unit price.
 */
export const livePlatformPresets = [
  presetOf({
    code: 'douyin-sub-orders',
    name: '抖音 商品单（子订单）',
    platform: 'douyin',
    kind: 'orders',
    recognise: '主订单编号,子订单编号,选购商品',
    fields: {
      orderNumber: '主订单编号',
      subOrderNumber: '子订单编号',
      productTitle: '选购商品',
      productAttributes: '商品规格',
      quantity: '商品数量',
      productId: '商品ID',
      merchantCode: '商家编码,货号',
      unitPrice: '商品单价,商品金额',
      linePaid: '订单应付金额',
      name: '收件人',
      phone: '收件人手机号',
      province: '省',
      city: '市',
      district: '区',
      address: '详细地址,街道',
      orderedAt: '订单提交时间',
      orderNote: '商家备注',
      orderStatus: '订单状态',
      shop: '小店名称',
    },
    leftOut:
      '运费,优惠总金额,平台优惠,商家优惠,达人优惠,商家改价,支付优惠,红包抵扣,支付方式,手续费,是否修改过地址,地址修改时段,买家留言,旗帜颜色,订单提交日期,订单完成时间,支付完成时间,APP渠道,流量来源,承诺发货时间,订单类型,鲁班落地页ID,达人ID,达人昵称,所属门店ID,售后状态,取消原因,预约发货时间,仓库ID,仓库名称,序列号,是否安心购,广告渠道,流量类型,流量体裁,流量渠道,发货主体,发货主体明细,发货时间,降价类优惠,平台实际承担优惠金额,商家实际承担优惠金额,达人实际承担优惠金额,预计送达时间,是否平台仓自流转,是否是渠道商品,车型,商品69码,发货SN码,发货IMEI码1,发货IMEI码2,预约送达时间,建议发货时间（起）,建议发货时间（止）,物流SN码,物流IMEI码1,物流IMEI码2,是否是以旧换新,换新额外补贴,换新额外补贴发放状态,教育优惠,拼团订单团编号,商品单价是否含税,税费,快递信息',
  }),
  presetOf({
    code: 'douyin-orders',
    name: '抖音 订单',
    platform: 'douyin',
    kind: 'orders',
    recognise: '订单编号,小店名称,订单应付金额',
    fields: {
      orderNumber: '订单编号',
      shop: '小店名称',
      orderPaid: '订单应付金额',
      productTitle: '选购商品,商品名称',
      quantity: '商品数量',
      orderedAt: '订单提交时间,下单时间',
      orderStatus: '订单状态',
      name: '收件人',
      phone: '收件人手机号',
      address: '详细地址',
    },
    leftOut: '达人昵称,达人ID,支付完成时间,订单完成时间,流量来源,售后状态,取消原因',
  }),
  presetOf({
    code: 'kuaishou-orders',
    name: '快手 订单',
    platform: 'kuaishou',
    kind: 'orders',
    recognise: '订单号,成交数量,CPS达人ID',
    fields: {
      orderNumber: '订单号',
      orderedAt: '订单创建时间',
      orderStatus: '订单状态',
      orderPaid: '实付款',
      quantity: '成交数量',
      orderNote: '订单备注',
      productTitle: '商品名称',
      productId: '商品ID',
      productAttributes: '商品规格',
      sku: 'SKU编码',
      unitPrice: '商品单价',
      name: '收货人姓名',
      phone: '收货人电话',
      province: '收货地址-省',
      city: '收货地址-市',
      district: '收货地址-区',
      address: '收货地址',
    },
    leftOut:
      '赠品订单号,活动订单编号,订单支付时间,预售定金支付时间,快递费,店铺优惠,平台补贴,主播补贴,混资活动优惠,支付优惠,支付方式,买家留言,账号类型,账号明细,旗帜颜色,售后状态,活动订单,预售/承诺发货时间,订单载体,国补类型,渠道,CPS达人ID,CPS达人昵称,预估推广佣金,预估推广者分佣比例,团长ID,团长昵称,快赚客ID,快赚客昵称,授权推广者ID,授权推广者昵称,收货地址-街道,发货时间,快递公司,快递单号,物流信息,集运类型,直邮类型,仓库名称,仓库地址,实名姓名,服务门店ID,服务门店名称,服务门店地址,国补/类国补/消费券',
  }),
] as const
