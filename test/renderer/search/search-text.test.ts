import { expect, test } from 'vitest'
import { knownFromText, termsOf, textsWithoutOne } from '#renderer/search/search-text.ts'

test('terms are parted by any white space, the full-width one too', () => {
  expect(termsOf(' 李　顺丰\t8826 ')).toEqual(['李', '顺丰', '8826'])
})

test('with two to four terms each one is left out in turn', () => {
  expect(textsWithoutOne('李 顺丰')).toEqual([
    { without: '李', text: '顺丰' },
    { without: '顺丰', text: '李' },
  ])
  expect(textsWithoutOne('李')).toEqual([])
  expect(textsWithoutOne('a b c d e')).toEqual([])
})

test('figures make a phone, anything else a name', () => {
  expect(knownFromText(' 138 0000 1107 ')).toEqual({ phone: '138 0000 1107' })
  expect(knownFromText('+86-13800001107')).toEqual({ phone: '+86-13800001107' })
  // The end of a phone or of a number makes neither.
  expect([knownFromText('8826'), knownFromText('12 345')]).toEqual([null, null])
  expect(knownFromText('1380000')).toEqual({ phone: '1380000' })
  expect(knownFromText('林样一')).toEqual({ name: '林样一' })
})
