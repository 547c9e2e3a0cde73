import { describe, expect, test } from 'vitest'
import {
  chooseField,
  chooseHeaderRow,
  chooseKind,
  choosePlatform,
  chooseSheet,
  chooseShop,
  leaveColumnsOut,
  otherSheets,
  readAnew,
  withChoices,
} from '#renderer/imports/plan-options.ts'
import { examplePreview } from './example-preview.ts'

const { columns } = examplePreview
const chosen = {
  sheetName: '会员',
  headerRow: 3,
  kind: 'orders',
  mapping: { '1': 'phone' },
  platform: 'taobao',
  shop: '青禾样例店',
  isShopConfirmed: true,
  balance: 'skip',
} as const

describe('what a choice makes meaningless goes with it', () => {
  test('another sheet keeps the shop only', () => {
    expect(chooseSheet(chosen, '订单')).toEqual({
      sheetName: '订单',
      platform: 'taobao',
      shop: '青禾样例店',
      isShopConfirmed: true,
    })
  })

  test('another header row and another encoding propose the columns anew', () => {
    expect(chooseHeaderRow(chosen, 5)).toMatchObject({ headerRow: 5, sheetName: '会员' })
    expect(chooseHeaderRow(chosen, 5)).not.toHaveProperty('mapping')
    expect(readAnew(chosen)).not.toHaveProperty('mapping')
    expect(readAnew(chosen)).not.toHaveProperty('headerRow')
    expect(readAnew(chosen)).toMatchObject({ kind: 'orders', shop: '青禾样例店' })
  })

  test('another kind of file has other columns and other questions', () => {
    const customers = chooseKind(chosen, 'customers')
    for (const gone of ['mapping', 'balance', 'isShopConfirmed']) expect(customers).not.toHaveProperty(gone)
    expect(customers).toMatchObject({ kind: 'customers', shop: '青禾样例店' })
  })

  test('another platform asks for the shop again, another shop asks to be confirmed again', () => {
    expect(choosePlatform(chosen, 'jd')).not.toHaveProperty('shop')
    expect(chooseShop(chosen, 'jd', '')).toMatchObject({ platform: 'jd', shop: '' })
    expect(chooseShop(chosen, 'jd', '')).not.toHaveProperty('isShopConfirmed')
  })
})

describe('columns', () => {
  test('a field stands for one column: the column that had it is left out', () => {
    expect(chooseField({}, columns, 6, 'phone').mapping).toEqual({ '6': 'phone', '1': null })
    expect(chooseField({}, columns, 1, 'phone').mapping).toEqual({ '1': 'phone' })
  })

  test('leaving a column out touches no other', () => {
    expect(chooseField({ mapping: { '0': 'name' } }, columns, 5, null).mapping).toEqual({
      '0': 'name',
      '5': null,
    })
  })

  test('several columns are left out at once', () => {
    expect(leaveColumnsOut({}, columns.slice(5)).mapping).toEqual({ '5': null, '6': null })
  })
})

test('sheets that hold no more than a heading, or are hidden, are not offered for import', () => {
  const sheets = [
    ...examplePreview.sheets,
    { name: '订单', isHidden: false, rowCount: 80 },
    { name: '旧', isHidden: true, rowCount: 80 },
  ]
  expect(otherSheets({ ...examplePreview, sheets }).map(sheet => sheet.name)).toEqual(['订单'])
})

describe('while choices are being checked', () => {
  const preview = { ...examplePreview, platform: 'taobao', shop: '青禾样例店' }

  test('they are seen at once, and the figures stay those that are known', () => {
    const chosen = withChoices(preview, {
      kind: 'orders',
      mapping: { '6': 'customerNote', '5': null },
      shop: '',
    })
    expect(chosen.columns.map(column => column.field).slice(4)).toEqual(['birthOn', null, 'customerNote'])
    expect(chosen.columns.map(column => column.origin).slice(4)).toEqual(['proposed', 'chosen', 'chosen'])
    expect(chosen).toMatchObject({ kind: 'orders', shop: '', counts: preview.counts, rows: preview.rows })
  })

  test('another platform has no shop yet', () => {
    expect(withChoices(preview, { platform: 'jd' }).shop).toBeNull()
    expect(withChoices(preview, { platform: 'jd', shop: '京东样例店' }).shop).toBe('京东样例店')
    expect(withChoices(preview, { platform: 'taobao' }).shop).toBe('青禾样例店')
  })
})
