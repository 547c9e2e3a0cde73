import { describe, expect, it } from 'vitest'
import { findHeaderRow } from '#main/imports/mapping/find-header-row.ts'
import { headerKey, looseHeaderKey } from '#main/imports/mapping/header-text.ts'
import { matchHeaders } from '#main/imports/mapping/match-headers.ts'
import { proposeMapping } from '#main/imports/mapping/propose-mapping.ts'
import type { RawCell, RawRow } from '#main/imports/raw-row.ts'
import { importFields } from '#shared/domain/import-field.ts'
import { makeTranslate } from '#shared/i18n/translate.ts'

const rows = (...lines: RawCell[][]): RawRow[] =>
  lines.map((cells, index) => ({ rowNumber: index + 1, cells }))
const fieldsByHeader = (headers: string[], sample: RawRow[] = []) => {
  const proposal = proposeMapping(headers, sample)
  const mapped = headers.map((header, index) => [header, proposal.fields[index]] as const)
  return { ...proposal, byHeader: Object.fromEntries(mapped.filter(([, field]) => field)) }
}

describe('headings', () => {
  it('are compared without case, spaces, separators and marks', () => {
    expect(headerKey(' 累计消费（元） ')).toBe('累计消费(元)')
    expect(headerKey('Invoice_No.')).toBe('invoiceno')
    expect(headerKey('*姓 名：')).toBe('姓名')
  })

  it('lose a unit in brackets and a trailing 1 when nothing fits as written', () => {
    expect(looseHeaderKey('累计消费(元)')).toBe('累计消费')
    expect(looseHeaderKey('联系电话1')).toBe('联系电话')
  })

  it('of the default card lead to their fields', () => {
    for (const [header, field] of [
      ['档案编号', 'legacyNumber'],
      ['客户姓名', 'name'],
      ['性别', 'gender'],
      ['出生时期', 'birthOn'],
      ['职业', 'occupation'],
      ['联系电话', 'phone'],
      ['住址', 'address'],
      ['电子邮箱', 'email'],
    ] as const)
      expect(matchHeaders([headerKey(header)], 'customers')).toEqual([field])
  })

  it.each(['zh-CN', 'en'] as const)(
    'in the words of the catalogue (%s) lead back to their field',
    language => {
      const word = makeTranslate(language)
      // What an own export says of a row is known by its column of keys, never by a heading alone.
      const missed = importFields.flatMap(({ name, of, kinds }) =>
        kinds
          .filter(() => of !== 'row')
          .filter(kind => matchHeaders([headerKey(word(`import-field.${name}`))], kind)[0] !== name)
          .map(kind => [name, kind]),
      )
      expect(missed).toEqual([])
    },
  )
})

describe('a proposed mapping', () => {
  it('maps the seller order list of Taobao', () => {
    const headers =
      '订单编号,买家会员名,买家支付宝账号,买家应付货款,买家应付邮费,买家支付积分,总金额,返点积分,买家实际支付金额,买家实际支付积分,订单状态,买家留言,收货人姓名,收货地址,运送方式,联系电话,联系手机,订单创建时间,订单付款时间,宝贝标题,宝贝种类,物流单号,物流公司,订单备注,宝贝总数量,分销商Id,分销商店铺名称,订单关闭原因,卖家服务费,买家服务费,发票抬头'.split(
        ',',
      )
    const { kind, platform, byHeader } = fieldsByHeader(headers)
    expect(kind).toBe('orders')
    expect(platform).toBe('taobao')
    expect(byHeader).toEqual({
      订单编号: 'orderNumber',
      买家会员名: 'buyerId',
      买家实际支付金额: 'orderPaid',
      订单状态: 'orderStatus',
      收货人姓名: 'name',
      收货地址: 'address',
      联系手机: 'phone',
      联系电话: 'secondPhone',
      订单创建时间: 'orderedAt',
      宝贝标题: 'productTitle',
      订单备注: 'orderNote',
      宝贝总数量: 'quantity',
    })
  })

  it('takes the sums of the Tmall sub-order list for the lines', () => {
    const headers =
      '子订单编号,主订单编号,商品标题,商品价格,购买数量,商品属性,订单状态,商家编码,买家实付金额,退款状态,退款金额,订单创建时间,订单付款时间,商品ID'.split(
        ',',
      )
    const { kind, platform, byHeader } = fieldsByHeader(headers)
    expect(kind).toBe('orders')
    expect(platform).toBe('taobao')
    expect(byHeader).toEqual({
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
    })
  })

  it('maps Online Retail and the customer summary of the rfm package', () => {
    expect(
      fieldsByHeader([
        'InvoiceNo',
        'StockCode',
        'Description',
        'Quantity',
        'InvoiceDate',
        'UnitPrice',
        'CustomerID',
        'Country',
      ]),
    ).toMatchObject({
      kind: 'orders',
      platform: '',
      fields: [
        'orderNumber',
        'merchantCode',
        'productTitle',
        'quantity',
        'orderedAt',
        'unitPrice',
        'buyerId',
        null,
      ],
    })
    expect(
      fieldsByHeader([
        'customer_id',
        'revenue',
        'most_recent_visit',
        'number_of_orders',
        'recency_days',
        'first_name',
        'last_name',
        'email',
      ]),
    ).toMatchObject({
      kind: 'customers',
      fields: [
        'buyerId',
        'openingSpend',
        'openingLastOn',
        'openingOrderCount',
        null,
        'givenName',
        'familyName',
        'email',
      ],
    })
  })

  it('recognises the platform by headings that only its exports have', () => {
    expect(
      proposeMapping(['订单号', '商品', '用户实付金额(元)', '商品数量(件)', '订单成交时间'], []).platform,
    ).toBe('pdd')
    expect(
      proposeMapping(['主订单编号', '子订单编号', '选购商品', '订单应付金额', '订单提交时间'], []).platform,
    ).toBe('douyin')
    expect(proposeMapping(['订单号', '下单帐号', '商品名称', '结算金额', '下单时间'], []).platform).toBe('jd')
    expect(proposeMapping(['日期', '姓名', '金额'], []).platform).toBe('')
  })

  it('calls a ledger with date and money orders, a list of people customers, and says when it is neither', () => {
    expect(proposeMapping(['日期', '客户', '商品', '数量', '金额'], []).kind).toBe('orders')
    expect(proposeMapping(['姓名', '手机', '消费日期', '消费金额'], []).kind).toBe('orders')
    expect(proposeMapping(['姓名', '手机', '生日', '备注'], []).kind).toBe('customers')
    expect(proposeMapping(['姓名', '手机', '累计消费', '最近消费时间'], []).kind).toBe('customers')
    expect(proposeMapping(['甲', '乙'], []).kind).toBeNull()
  })

  it('takes a sum that differs between the lines of one order for the lines', () => {
    const headers = ['订单编号', '下单时间', '商品名称', '实付金额']
    const repeated = rows(['1', '2024-03-05', '甲', 30], ['1', '2024-03-05', '乙', 30])
    const perLine = rows(['1', '2024-03-05', '甲', 30], ['1', '2024-03-05', '乙', 12])
    expect(proposeMapping(headers, repeated).fields[3]).toBe('orderPaid')
    expect(proposeMapping(headers, perLine).fields[3]).toBe('linePaid')
  })

  it('gives each field to one column, the left one of two equal headings', () => {
    expect(proposeMapping(['姓名', '备注', '备注', ''], []).fields).toEqual([
      'name',
      'customerNote',
      null,
      null,
    ])
  })
})

describe('the header row', () => {
  it('is found below title rows', () => {
    const sheet = rows(
      ['样例小店客户表'],
      ['制表日期：2024年3月5日', null, null],
      ['姓名', '电话', '住址'],
      ['林样一', '13800001107', '杭州市样例路 1 号'],
    )
    expect(findHeaderRow(sheet)).toBe(2)
  })

  it('is the second of two when the first only groups columns', () => {
    const sheet = rows(
      ['基本信息', null, '消费情况', null],
      ['姓名', '性别', '累计消费', '消费次数'],
      ['林样一', '女', 100, 2],
    )
    expect(findHeaderRow(sheet)).toBe(1)
  })

  it('is recognised without known words when it is a full row of different short texts', () => {
    expect(findHeaderRow(rows(['甲栏', '乙栏'], [1, 2], [3, 4]))).toBe(0)
  })

  it('is missing in a sheet of numbers', () => {
    expect(findHeaderRow(rows([1, 2], [3, 4]))).toBeUndefined()
    expect(findHeaderRow([])).toBeUndefined()
  })
})
