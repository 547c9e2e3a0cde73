import { describe, expect, it } from 'vitest'
import { composeHeadings, findHeaderBand, headerBandAt } from '#main/imports/mapping/header-band.ts'
import type { RawCell, RawRow } from '#main/imports/raw-row.ts'

const rows = (...lines: RawCell[][]): RawRow[] =>
  lines.map((cells, index) => ({ rowNumber: index + 1, cells }))

const merged = rows(
  ['样例小店订单', null, null, null, null],
  ['订单编号', '收货人', null, null, '实付金额'],
  [null, '姓名', '电话', '地址', null],
  ['1', '林样一', '13800001111', '样例路1号', 30],
)

describe('headings of two rows', () => {
  it('are put together, a group heading filled to the right, one merged downwards kept', () => {
    expect(findHeaderBand(merged)).toEqual({
      firstRow: 2,
      rowCount: 2,
      lastRow: 3,
      headings: ['订单编号', '收货人 姓名', '收货人 电话', '收货人 地址', '实付金额'],
    })
    expect(
      composeHeadings([
        ['订单号', '收货人', null],
        [null, '姓名', '电话'],
      ]),
    ).toEqual(['订单号', '收货人 姓名', '收货人 电话'])
  })

  it('are found although every column is grouped', () => {
    const band = findHeaderBand(
      rows(
        ['买家', null, '收货人', null],
        ['买家ID', '昵称', '姓名', '手机'],
        ['u1', '样例', '林样一', '13800001111'],
      ),
    )
    expect(band?.headings).toEqual(['买家 买家ID', '买家 昵称', '收货人 姓名', '收货人 手机'])
  })

  it('of three rows are put together too', () => {
    const band = findHeaderBand(
      rows(
        ['订单', null, '客户', null, null],
        ['订单号', '下单时间', '客户姓名', '联系方式', null],
        [null, null, null, '手机', '微信'],
        ['1', '2024-03-05', '林样一', '13800001111', 'yang1'],
      ),
    )
    expect(band?.rowCount).toBe(3)
    expect(band?.headings).toEqual([
      '订单 订单号',
      '订单 下单时间',
      '客户 客户姓名',
      '客户 联系方式 手机',
      '客户 联系方式 微信',
    ])
  })
})

describe('one row of headings', () => {
  it('is not joined with a title, with facts above it or with the first row of data', () => {
    const titles = rows(
      ['样例会员名单', null, null],
      ['制表人：样例', null, '日期：2024-03-05'],
      ['姓名', '手机', '备注'],
      ['林样一', '13800001111', '常客'],
    )
    expect(findHeaderBand(titles)).toMatchObject({ firstRow: 3, rowCount: 1 })
    const unnamed = rows(['姓名', null, '备注'], ['林样一', '女', '常客'], ['林样二', '男', '新客'])
    expect(findHeaderBand(unnamed)).toMatchObject({ firstRow: 1, rowCount: 1 })
  })

  it('can be pointed at by hand, with as many rows as said', () => {
    expect(headerBandAt(merged, 2, 1)?.headings).toEqual(['订单编号', '收货人', '', '', '实付金额'])
    expect(headerBandAt(merged, 2)?.rowCount).toBe(2)
    expect(headerBandAt(merged, 3, 1)).toMatchObject({ firstRow: 3, lastRow: 3 })
    expect(headerBandAt(merged, 9)).toBeUndefined()
  })
})

it('a sheet without headings names its columns by letters, and all its rows are data', () => {
  expect(headerBandAt(rows(['林样一', '13800001111', '样例路1号']), 0)).toEqual({
    firstRow: 0,
    rowCount: 0,
    lastRow: 0,
    headings: ['A', 'B', 'C'],
  })
  expect(headerBandAt([], 0)).toBeUndefined()
})
