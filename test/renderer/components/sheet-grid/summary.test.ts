import { expect, test } from 'vitest'
import { summarizeColumns } from '#renderer/components/sheet-grid/summary.ts'

type Sample = { readonly name: string; readonly spendMinor: number | null }
const columns = [
  { key: 'name', title: '姓名', widthPx: 100, text: (row: Sample) => row.name },
  {
    key: 'spend',
    title: '消费',
    widthPx: 100,
    text: (row: Sample) => String(row.spendMinor),
    value: (row: Sample) => row.spendMinor,
  },
]

test('numbers are counted, summed and averaged; cells without a number are left out', () => {
  const rows = [
    { name: '样例甲', spendMinor: 100 },
    { name: '样例乙', spendMinor: null },
    { name: '样例丙', spendMinor: 250 },
  ]
  expect(summarizeColumns(columns, rows)).toEqual([{ key: 'spend', count: 2, sum: 350, mean: 175 }])
})

test('without any number there is nothing to say', () => {
  expect(summarizeColumns(columns, [{ name: '样例甲', spendMinor: null }])).toEqual([])
})
