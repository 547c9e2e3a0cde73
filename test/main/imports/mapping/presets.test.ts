import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { headerKey } from '#main/imports/mapping/header-text.ts'
import { applyPreset, builtInPresets, recognisePreset } from '#main/imports/mapping/presets/apply-preset.ts'
import {
  addPresets,
  findPreset,
  listPresets,
  presetsFromText,
  presetsToText,
  removePreset,
  savePreset,
} from '#main/imports/mapping/presets/preset.service.ts'
import type { RawCell } from '#main/imports/raw-row.ts'
import { ImportPreset, ImportPresetContent } from '#shared/domain/import-mapping.ts'
import { makeTranslate } from '#shared/i18n/translate.ts'
import { findDataFolder, NO_DATA } from '#test/data/data-folder.ts'
import { ImportArchive, verdictsOf } from '#test/helpers/import-archive.ts'

const dataFolder = findDataFolder()

/** Heading lines of the platforms' exports, with the fields that a person who knows them reads out of them. */
const exports: readonly {
  readonly code: string
  readonly platform: string
  readonly line: string
  readonly fields: Readonly<Record<string, string>>
}[] = [
  {
    code: 'taobao-orders',
    platform: 'taobao',
    line: '订单编号,买家会员名,买家支付宝账号,买家应付货款,买家应付邮费,买家支付积分,总金额,返点积分,买家实际支付金额,买家实际支付积分,订单状态,买家留言,收货人姓名,收货地址,运送方式,联系电话,联系手机,订单创建时间,订单付款时间,宝贝标题,宝贝种类,物流单号,物流公司,订单备注,宝贝总数量,分销商Id,分销商店铺名称,订单关闭原因,卖家服务费,买家服务费,发票抬头,定金排名,修改后的sku,修改后的收货地址,异常信息,卡券抵扣,积分抵扣,是否是O2O交易',
    fields: {
      订单编号: 'orderNumber',
      买家会员名: 'buyerId',
      买家实际支付金额: 'orderPaid',
      订单状态: 'orderStatus',
      收货人姓名: 'name',
      收货地址: 'address',
      联系电话: 'secondPhone',
      联系手机: 'phone',
      订单创建时间: 'orderedAt',
      宝贝标题: 'productTitle',
      订单备注: 'orderNote',
      宝贝总数量: 'quantity',
    },
  },
  {
    code: 'taobao-orders',
    platform: 'taobao',
    line: '订单编号,买家会员名,支付金额,订单状态,收货人,收货地址,联系手机,订单创建时间,宝贝标题,宝贝总数量,店铺Id,店铺名称,是否手机订单,分阶段订单信息',
    fields: {
      订单编号: 'orderNumber',
      买家会员名: 'buyerId',
      支付金额: 'orderPaid',
      订单状态: 'orderStatus',
      收货人: 'name',
      收货地址: 'address',
      联系手机: 'phone',
      订单创建时间: 'orderedAt',
      宝贝标题: 'productTitle',
      宝贝总数量: 'quantity',
      店铺名称: 'shop',
    },
  },
  {
    code: 'taobao-sub-orders',
    platform: 'taobao',
    line: '子订单编号,主订单编号,商品标题,商品价格,购买数量,商品属性,订单状态,商家编码,买家实付金额,退款状态,退款金额,订单创建时间,订单付款时间,商品ID',
    fields: {
      子订单编号: 'subOrderNumber',
      主订单编号: 'orderNumber',
      商品标题: 'productTitle',
      商品价格: 'unitPrice',
      购买数量: 'quantity',
      商品属性: 'productAttributes',
      订单状态: 'orderStatus',
      商家编码: 'merchantCode',
      买家实付金额: 'linePaid',
      退款金额: 'lineRefunded',
      订单创建时间: 'orderedAt',
      商品ID: 'productId',
    },
  },
  {
    code: 'jd-orders',
    platform: 'jd',
    line: '订单号,商品ID,商品名称,订购数量,支付方式,下单时间,京东价,订单金额,结算金额,余额支付,应付金额,订单状态,订单类型,下单帐号,客户姓名,客户地址,联系电话,订单备注,发票类型,发票抬头,发票内容,商家备注,运费金额,付款确认时间,货号,店铺名称,店铺ID',
    fields: {
      订单号: 'orderNumber',
      商品ID: 'productId',
      商品名称: 'productTitle',
      订购数量: 'quantity',
      下单时间: 'orderedAt',
      京东价: 'unitPrice',
      应付金额: 'orderPaid',
      订单状态: 'orderStatus',
      下单帐号: 'buyerId',
      客户姓名: 'name',
      客户地址: 'address',
      联系电话: 'phone',
      订单备注: 'orderNote',
      货号: 'merchantCode',
      店铺名称: 'shop',
    },
  },
  {
    code: 'pdd-orders',
    platform: 'pdd',
    line: '订单成交时间,商品,订单号,订单状态,商品总价(元),邮费(元),店铺优惠折扣(元),平台优惠折扣(元),多多支付立减金额(元),用户实付金额(元),商家实收金额(元),商品数量(件),收货人,手机,省,市,区,街道,发货时间,确认收货时间,商品id,商品规格,样式ID,商家编码-规格维度,商家编码-商品维度,商家备注,售后状态,快递单号,快递公司',
    fields: {
      订单成交时间: 'orderedAt',
      商品: 'productTitle',
      订单号: 'orderNumber',
      订单状态: 'orderStatus',
      '用户实付金额(元)': 'orderPaid',
      '商品数量(件)': 'quantity',
      收货人: 'name',
      手机: 'phone',
      省: 'province',
      市: 'city',
      区: 'district',
      街道: 'address',
      商品id: 'productId',
      商品规格: 'productAttributes',
      样式ID: 'sku',
      '商家编码-规格维度': 'merchantCode',
      商家备注: 'orderNote',
    },
  },
  {
    code: 'douyin-sub-orders',
    platform: 'douyin',
    line: '主订单编号,子订单编号,选购商品,商品规格,商品数量,商品ID,商家编码,商品单价,订单应付金额,运费,优惠总金额,平台优惠,商家优惠,达人优惠,支付方式,收件人,收件人手机号,省,市,区,街道,详细地址,买家留言,订单提交时间,商家备注,订单完成时间,支付完成时间,APP渠道,流量来源,订单状态,达人ID,达人昵称,售后状态,取消原因,是否安心购,流量类型,流量体裁,发货时间',
    fields: {
      主订单编号: 'orderNumber',
      子订单编号: 'subOrderNumber',
      选购商品: 'productTitle',
      商品规格: 'productAttributes',
      商品数量: 'quantity',
      商品ID: 'productId',
      商家编码: 'merchantCode',
      商品单价: 'unitPrice',
      订单应付金额: 'linePaid',
      收件人: 'name',
      收件人手机号: 'phone',
      省: 'province',
      市: 'city',
      区: 'district',
      详细地址: 'address',
      订单提交时间: 'orderedAt',
      商家备注: 'orderNote',
      订单状态: 'orderStatus',
    },
  },
  {
    code: 'douyin-orders',
    platform: 'douyin',
    line: '订单编号,达人昵称,小店名称,订单应付金额',
    fields: { 订单编号: 'orderNumber', 小店名称: 'shop', 订单应付金额: 'orderPaid' },
  },
  {
    code: 'kuaishou-orders',
    platform: 'kuaishou',
    line: '订单号,订单创建时间,订单支付时间,订单状态,实付款,快递费,店铺优惠,平台补贴,支付方式,成交数量,买家留言,订单备注,售后状态,商品名称,商品ID,商品规格,SKU编码,商品单价,渠道,CPS达人ID,CPS达人昵称,预估推广佣金,团长ID,收货人姓名,收货人电话,收货地址-省,收货地址-市,收货地址-区,收货地址-街道,收货地址,发货时间,快递公司,快递单号',
    fields: {
      订单号: 'orderNumber',
      订单创建时间: 'orderedAt',
      订单状态: 'orderStatus',
      实付款: 'orderPaid',
      成交数量: 'quantity',
      订单备注: 'orderNote',
      商品名称: 'productTitle',
      商品ID: 'productId',
      商品规格: 'productAttributes',
      SKU编码: 'sku',
      商品单价: 'unitPrice',
      收货人姓名: 'name',
      收货人电话: 'phone',
      '收货地址-省': 'province',
      '收货地址-市': 'city',
      '收货地址-区': 'district',
      收货地址: 'address',
    },
  },
  {
    code: 'youzan-items',
    platform: 'youzan',
    line: '订单号,外部订单号,订单商品状态,交易成功时间,商品名称,商品类型,商品类目,商品规格,规格编码,商品编码,商品单价,商品优惠方式,商品数量,商品金额小计,商品实际成交金额,收货人/提货人,收货人手机号/提货人手机号,收货人省份,收货人城市,收货人地区,详细收货地址/提货地址,买家备注,商品发货状态,商品退款状态,商品已退款金额,商家订单备注,周期购信息',
    fields: {
      订单号: 'orderNumber',
      订单商品状态: 'orderStatus',
      交易成功时间: 'orderedAt',
      商品名称: 'productTitle',
      商品类目: 'productCategory',
      商品规格: 'productAttributes',
      规格编码: 'sku',
      商品编码: 'merchantCode',
      商品单价: 'unitPrice',
      商品数量: 'quantity',
      商品实际成交金额: 'linePaid',
      '收货人/提货人': 'name',
      '收货人手机号/提货人手机号': 'phone',
      收货人省份: 'province',
      收货人城市: 'city',
      收货人地区: 'district',
      '详细收货地址/提货地址': 'address',
      商品已退款金额: 'lineRefunded',
      商家订单备注: 'orderNote',
    },
  },
  {
    code: 'youzan-orders',
    platform: 'youzan',
    line: '订单号,订单状态,订单类型,归属店铺,归属网点,订单创建时间,全部商品名称,商品种类数,订单实付金额,订单已退款金额,粉丝昵称,收货人/提货人,收货人手机号/提货人手机号,详细收货地址/提货地址,商家订单备注',
    fields: {
      订单号: 'orderNumber',
      订单状态: 'orderStatus',
      归属店铺: 'shop',
      订单创建时间: 'orderedAt',
      全部商品名称: 'productTitle',
      订单实付金额: 'orderPaid',
      订单已退款金额: 'orderRefunded',
      粉丝昵称: 'buyerNickname',
      '收货人/提货人': 'name',
      '收货人手机号/提货人手机号': 'phone',
      '详细收货地址/提货地址': 'address',
      商家订单备注: 'orderNote',
    },
  },
  {
    code: 'weidian-orders',
    platform: 'weidian',
    line: '订单编号,订单状态,下单时间,付款时间,实付金额,运费,商品名称,商品型号,商品编码,商品总件数,商品单价,推广费,收件人,手机,省,市,区,详细地址,买家备注,卖家备注,快递公司,快递单号',
    fields: {
      订单编号: 'orderNumber',
      订单状态: 'orderStatus',
      下单时间: 'orderedAt',
      实付金额: 'orderPaid',
      商品名称: 'productTitle',
      商品型号: 'productAttributes',
      商品编码: 'merchantCode',
      商品总件数: 'quantity',
      商品单价: 'unitPrice',
      收件人: 'name',
      手机: 'phone',
      省: 'province',
      市: 'city',
      区: 'district',
      详细地址: 'address',
      卖家备注: 'orderNote',
    },
  },
]

describe('a built-in preset', () => {
  it.each(exports)(
    '$code is recognised by its heading line and leads every heading to its field or leaves it out',
    example => {
      const headings = example.line.split(',')
      const preset = recognisePreset(headings.map(headerKey), builtInPresets)
      expect(preset).toMatchObject({ code: example.code, platform: example.platform, kind: 'orders' })
      const applied = preset ? applyPreset(headings.map(headerKey), preset) : []
      expect(headings.filter((_, column) => !applied[column]?.isNamed)).toEqual([])
      const mapped = headings.map((heading, column) => [heading, applied[column]?.field] as const)
      expect(Object.fromEntries(mapped.filter(([, field]) => field !== null))).toEqual(example.fields)
    },
  )

  it.skipIf(dataFolder === null)(
    dataFolder === null
      ? `knows the headings of the published lines: ${NO_DATA}`
      : 'knows the headings of the published lines, each led somewhere or left out on purpose',
    () => {
      const text = fs.readFileSync(path.join(dataFolder ?? '', 'chinese/README.md'), 'utf8')
      const lines = [...text.matchAll(/^- [^:]+: (?:\.\.\. )?([\p{Script=Han}\w, ，]+)$/gmu)].map(match =>
        (match[1] ?? '').split(',').map(heading => heading.trim()),
      )
      expect(lines.map(headings => headings[0])).toEqual(['订单编号', '支付金额', '子订单编号', '订单编号'])
      const codes = ['taobao-orders', 'taobao-orders', 'taobao-sub-orders', 'douyin-orders']
      const unknown = lines.map((headings, at) => {
        const preset = builtInPresets.find(({ code }) => code === codes[at])
        const known = new Set(preset?.columns.map(column => headerKey(column.heading)))
        return headings.filter(heading => !known.has(headerKey(heading)))
      })
      expect(unknown).toEqual([[], [], [], []])
    },
  )

  it('has a name in both languages, no heading twice, and recognising headings that it names', () => {
    for (const preset of builtInPresets) {
      ImportPreset.parse(preset)
      const keys = preset.columns.map(column => headerKey(column.heading))
      expect(
        keys.filter((key, at) => keys.indexOf(key) < at),
        preset.code,
      ).toEqual([])
      expect(
        preset.recognise.filter(heading => !keys.includes(headerKey(heading))),
        preset.code,
      ).toEqual([])
      const key = `import-preset.${preset.code}` as 'import-preset.jd-orders'
      expect(makeTranslate('zh-CN')(key)).toBe(preset.name)
      expect(makeTranslate('en')(key)).not.toContain('import-preset')
    }
  })

  it('is for every platform that is promised', () => {
    expect([...new Set(builtInPresets.map(preset => preset.platform))].sort()).toEqual(
      ['douyin', 'jd', 'kuaishou', 'pdd', 'taobao', 'weidian', 'youzan'].sort(),
    )
  })

  it('recognises none of an unknown table, and not of another kind than is wanted', () => {
    expect(recognisePreset(['姓名', '手机'], builtInPresets)).toBeUndefined()
    const jd =
      exports
        .find(example => example.code === 'jd-orders')
        ?.line.split(',')
        .map(headerKey) ?? []
    expect(recognisePreset(jd, builtInPresets, 'customers')).toBeUndefined()
  })
})

let archive: ImportArchive
beforeEach(() => {
  archive = new ImportArchive()
})
afterEach(() => archive.close())

describe('rows of a platform', () => {
  it('of Pinduoduo, Douyin and Kuaishou enter with date, money, customer and product', () => {
    const pdd: RawCell[][] = [
      [
        '商品',
        '订单号',
        '订单状态',
        '用户实付金额(元)',
        '商家实收金额(元)',
        '商品数量(件)',
        '订单成交时间',
        '收货人',
        '手机',
      ],
      [
        '样例茶叶',
        'P-1',
        '已发货，待签收',
        '58.50',
        '60.00',
        '2',
        '2024-03-05 08:00:00',
        '林样一',
        '13800001101',
      ],
    ]
    const douyin: RawCell[][] = [
      [
        '主订单编号',
        '子订单编号',
        '选购商品',
        '商品数量',
        '订单应付金额',
        '收件人',
        '收件人手机号',
        '订单提交时间',
        '订单状态',
      ],
      ['D-1', 'D-1-1', '样例茶叶', '1', '30.00', '周范三', '13800001102', '2024-03-06 08:00:00', '已完成'],
      ['D-1', 'D-1-2', '样例茶壶', '1', '30.00', '周范三', '13800001102', '2024-03-06 08:00:00', '已完成'],
    ]
    const kuaishou: RawCell[][] = [
      [
        '订单号',
        '订单创建时间',
        '订单状态',
        '实付款',
        '成交数量',
        '商品名称',
        'CPS达人ID',
        '收货人姓名',
        '收货人电话',
      ],
      ['K-1', '2024-03-07 08:00:00', '交易成功', '12.00', '1', '样例杯', '9', '陈例二', '13800001103'],
    ]
    for (const [table, rows] of [
      [pdd, 1],
      [douyin, 2],
      [kuaishou, 1],
    ] as const)
      expect(verdictsOf(archive.import(table))).toMatchObject({ rows, created: rows, rejected: 0 })
    const orders = archive.rows(
      'SELECT platform, order_number, paid_minor FROM sales_order ORDER BY order_number',
    )
    expect(orders).toEqual([
      { platform: 'douyin', order_number: 'D-1', paid_minor: 6000 },
      { platform: 'kuaishou', order_number: 'K-1', paid_minor: 1200 },
      { platform: 'pdd', order_number: 'P-1', paid_minor: 5850 },
    ])
  })
})

const content: ImportPresetContent = {
  name: '样例台账',
  platform: '',
  kind: 'orders',
  recognise: ['流水', '茶客'],
  columns: [
    { heading: '流水', field: 'orderNumber' },
    { heading: '茶客', field: 'name' },
    { heading: '经手', field: null },
  ],
}

describe("the operator's own preset", () => {
  it('is saved, changed, listed before the built-in ones, and deleted', () => {
    const saved = savePreset(archive.db, { code: null, content }, archive.now)
    expect(listPresets(archive.db)[0]).toEqual({ ...content, code: saved.code, isBuiltIn: false })
    savePreset(archive.db, { code: saved.code, content: { ...content, name: '改名' } }, archive.now)
    expect(
      listPresets(archive.db)
        .filter(preset => !preset.isBuiltIn)
        .map(preset => preset.name),
    ).toEqual(['改名'])
    removePreset(archive.db, saved.code)
    expect(listPresets(archive.db)).toEqual(builtInPresets)
  })

  it('takes a file with its recognising headings, and any file when it is chosen', () => {
    const { code } = savePreset(archive.db, { code: null, content }, archive.now)
    const table: RawCell[][] = [
      ['流水', '茶客', '经手', '日期', '金额'],
      ['1', '林样一', '甲', '2024-03-05', '9.00'],
    ]
    expect(verdictsOf(archive.import(table))).toMatchObject({ created: 1 })
    expect(archive.rows('SELECT order_number FROM sales_order')).toEqual([{ order_number: '1' }])
    const other: RawCell[][] = [
      ['流水', '姓名', '日期', '金额'],
      ['7', '林样一', '2024-03-05', '9.00'],
    ]
    archive.import(other, { preset: code })
    expect(archive.rows('SELECT order_number FROM sales_order ORDER BY 1')).toEqual([
      { order_number: '1' },
      { order_number: '7' },
    ])
  })

  it('cannot take the place of a built-in one', () => {
    expect(() => savePreset(archive.db, { code: 'jd-orders', content }, archive.now)).toThrow(
      'preset-missing',
    )
    expect(() => removePreset(archive.db, 'jd-orders')).toThrow('preset-missing')
    expect(() => findPreset(archive.db, 'nobody')).toThrow('preset-missing')
  })
})

describe('a file of presets', () => {
  it('comes back as it was written, and is not added twice', () => {
    const { code } = savePreset(archive.db, { code: null, content }, archive.now)
    const contents = presetsFromText(presetsToText(archive.db, [code, 'jd-orders']))
    expect(contents[0]).toEqual(content)
    expect(contents[1]).toEqual(ImportPresetContent.parse(contents[1]))
    expect(addPresets(archive.db, contents, archive.now).map(preset => preset.name)).toEqual(['京东 订单'])
    expect(addPresets(archive.db, contents, archive.now)).toEqual([])
  })

  it.each([
    ['no JSON', '{'],
    ['another format', '{"format":"x","version":1,"presets":[]}'],
    ['a later version', JSON.stringify({ format: 'kehu-import-presets', version: 2, presets: [content] })],
    [
      'an unknown field',
      JSON.stringify({
        format: 'kehu-import-presets',
        version: 1,
        presets: [{ ...content, columns: [{ heading: 'a', field: 'password' }] }],
      }),
    ],
    [
      'further keys',
      JSON.stringify({ format: 'kehu-import-presets', version: 1, presets: [{ ...content, __proto__x: 1 }] }),
    ],
    ['nested without end', `${'['.repeat(200_000)}`],
    ['too much', ' '.repeat(1_000_001)],
  ])('of %s is refused by name', (_, text) => {
    expect(() => presetsFromText(text)).toThrow('preset-file-invalid')
  })
})
