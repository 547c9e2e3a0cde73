import { presetOf } from './preset-of.ts'

/**
 * The order exports of 有赞 and 微店.
 *
 * Source: of 有赞's list of goods a heading line that a public program reads; the others as these platforms word them on
 * their pages. Facts only.
 */
export const ownShopPlatformPresets = [
  presetOf({
    code: 'youzan-items',
    name: '有赞 订单商品',
    platform: 'youzan',
    kind: 'orders',
    recognise: '订单号,订单商品状态,商品实际成交金额',
    fields: {
      orderNumber: '订单号',
      orderStatus: '订单商品状态',
      orderedAt: '买家付款时间,交易成功时间',
      productTitle: '商品名称',
      productCategory: '商品类目',
      productAttributes: '商品规格',
      sku: '规格编码',
      merchantCode: '商品编码',
      unitPrice: '商品单价',
      quantity: '商品数量',
      linePaid: '商品实际成交金额',
      lineRefunded: '商品已退款金额',
      name: '收货人/提货人',
      phone: '收货人手机号/提货人手机号',
      province: '收货人省份',
      city: '收货人城市',
      district: '收货人地区',
      address: '详细收货地址/提货地址',
      orderNote: '商家订单备注',
      shop: '归属店铺',
    },
    leftOut:
      '外部订单号,商品类型,商品成本价,商品优惠方式,商品优惠后价格,商品金额小计,店铺优惠（分摊）,商品抵用积分数,商品留言,买家备注,商品发货状态,商品发货方式,商品发货物流公司,商品发货物流单号,发货员工,商品发货时间,商品退款状态,周期购信息,归属网点',
  }),
  presetOf({
    code: 'youzan-orders',
    name: '有赞 订单',
    platform: 'youzan',
    kind: 'orders',
    recognise: '订单号,订单实付金额,归属店铺',
    fields: {
      orderNumber: '订单号',
      orderStatus: '订单状态',
      orderedAt: '订单创建时间,买家付款时间',
      orderPaid: '订单实付金额',
      orderRefunded: '订单已退款金额',
      productTitle: '全部商品名称',
      shop: '归属店铺',
      buyerNickname: '买家昵称,粉丝昵称',
      name: '收货人/提货人,收货人',
      phone: '收货人手机号/提货人手机号,收货人手机号,买家手机号',
      province: '收货人省份',
      city: '收货人城市',
      district: '收货人地区',
      address: '详细收货地址/提货地址,收货地址',
      orderNote: '商家订单备注',
    },
    leftOut:
      '外部订单号,订单类型,归属网点,商品种类数,商品金额合计,商品总件数,运费,店铺优惠合计,支付方式,交易成功时间,买家姓名,买家备注,配送方式,订单退款状态,有赞账号',
  }),
  presetOf({
    code: 'weidian-orders',
    name: '微店 订单',
    platform: 'weidian',
    kind: 'orders',
    recognise: '订单编号,商品总件数,推广费',
    fields: {
      orderNumber: '订单编号',
      orderStatus: '订单状态',
      orderedAt: '下单时间',
      orderPaid: '实付金额,订单总金额,订单金额',
      orderRefunded: '退款金额',
      productTitle: '商品名称',
      productAttributes: '商品型号',
      merchantCode: '商品编码',
      productId: '商品ID',
      quantity: '商品总件数',
      unitPrice: '商品单价',
      name: '收件人,收货人,收件人姓名',
      phone: '手机,收件人手机',
      province: '省',
      city: '市',
      district: '区',
      address: '详细地址,收件人地址,收货地址',
      buyerNickname: '买家昵称',
      orderNote: '卖家备注',
      shop: '微店名称',
    },
    leftOut:
      '微店ID,付款时间,发货时间,完成时间,运费,推广费,分成推广,分销商,分销商店铺ID,买家备注,快递公司,快递单号,支付方式,订单类型',
  }),
] as const
