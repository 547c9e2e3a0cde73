import { expect, test } from 'vitest'
import { offeredOptions, pickOption } from '#renderer/components/sheet-grid/cell-options.ts'
import { withKeyAt } from '#renderer/components/sheet-grid/column-chooser.tsx'

const colours = { kind: 'choice', options: ['浅蓝', '蓝', '绿'] } as const
const tags = { kind: 'choices', isOpen: true, options: ['老客户', '客户介绍', '送礼'] } as const

test('closed words are all offered at first, then those that hold what was typed, those beginning with it first', () => {
  expect(offeredOptions(colours, '绿', false)).toEqual(['浅蓝', '蓝', '绿'])
  expect(offeredOptions(colours, '蓝', true)).toEqual(['蓝', '浅蓝'])
})

test('where other words are taken too nothing is offered before something was typed', () => {
  expect(offeredOptions(tags, '', true)).toEqual([])
  expect(offeredOptions(tags, '老客户', false)).toEqual([])
  expect(offeredOptions(tags, '老客户、客', true)).toEqual(['客户介绍', '老客户'])
})

test('of thousands of words fifty are offered', () => {
  const many = { kind: 'choice', options: Array.from({ length: 3000 }, (_, at) => `区${at}`) } as const
  expect(offeredOptions(many, '区', true)).toHaveLength(50)
})

test('a picked word takes the place of what was begun and leaves new words that were finished', () => {
  expect(pickOption(tags, '新来的、客', '客户介绍')).toBe('新来的、客户介绍')
  expect(pickOption(tags, '新来的、', '送礼')).toBe('新来的、送礼')
  expect(pickOption(tags, '老客户、送礼', '送礼')).toBe('老客户')
})

test('of closed words a new one is not kept', () => {
  const closed = { kind: 'choices', options: ['红', '绿'] } as const
  expect(pickOption(closed, '紫、红、', '绿')).toBe('红、绿')
})

test('a column goes to any place, beyond an end to that end', () => {
  expect(withKeyAt(['a', 'b', 'c', 'd'], 'a', 2)).toEqual(['b', 'c', 'a', 'd'])
  expect(withKeyAt(['a', 'b', 'c', 'd'], 'd', 0)).toEqual(['d', 'a', 'b', 'c'])
  expect(withKeyAt(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c'])
  expect(withKeyAt(['a', 'b', 'c'], 'a', 9)).toEqual(['b', 'c', 'a'])
})
