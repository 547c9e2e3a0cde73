import { describe, expect, test } from 'vitest'
import { parseBirthDate, parseDay } from '#shared/domain/birth-date-text.ts'

const today = '2026-11-21'

describe('a birth date is read as people type it', () => {
  test.each([
    ['1988', '1988'],
    ['1988年', '1988'],
    ['1988-03', '1988-03'],
    ['1988.3', '1988-03'],
    ['1988/3', '1988-03'],
    ['1988年3月', '1988-03'],
    ['198803', '1988-03'],
    ['1988-03-09', '1988-03-09'],
    ['1988-3-9', '1988-03-09'],
    ['1988.3.9', '1988-03-09'],
    ['1988/3/9', '1988-03-09'],
    ['1988年3月9日', '1988-03-09'],
    ['1988年3月9号', '1988-03-09'],
    ['1988年 3 月 9 日生', '1988-03-09'],
    ['公历1988年3月9日', '1988-03-09'],
    ['１９８８年３月９日', '1988-03-09'],
    ['19880309', '1988-03-09'],
    ['880309', '1988-03-09'],
    ['88年3月9日', '1988-03-09'],
    ['88.3.9', '1988-03-09'],
    ['05年12月', '2005-12'],
    ['一九八八年三月九日', '1988-03-09'],
    ['二〇〇一年十二月二十三日', '2001-12-23'],
    ['一九九〇年十月三十一号', '1990-10-31'],
    ['3月9日', '--03-09'],
    ['3-9', '--03-09'],
    ['--03-09', '--03-09'],
    ['0309', '--03-09'],
    ['2月29日', '--02-29'],
    ['2024-02-29', '2024-02-29'],
  ])('%s is %s', (typed, stored) => {
    expect(parseBirthDate(typed, today)).toBe(stored)
  })
})

describe('what is no birth date stays as it was typed', () => {
  test.each([
    '',
    'abc',
    '3月',
    '1988-13',
    '1988-02-30',
    '2023-02-29',
    '2月30日',
    '85后',
    '38岁',
    '1700',
    '农历三月初九',
  ])('%s', typed => {
    expect(parseBirthDate(typed, today)).toBeNull()
  })

  test.each(['2027', '2026-12', '2026-11-22'])('%s lies ahead', typed => {
    expect(parseBirthDate(typed, today)).toBeNull()
    expect(parseBirthDate(typed, '9999-12-31')).toBe(typed)
  })
})

test('today and this month do not lie ahead', () => {
  expect(parseBirthDate('2026-11-21', today)).toBe('2026-11-21')
  expect(parseBirthDate('2026-11', today)).toBe('2026-11')
})

test('a year of two digits is the last one that is not ahead', () => {
  expect(parseBirthDate('26.1.2', today)).toBe('2026-01-02')
  expect(parseBirthDate('27.1.2', today)).toBe('1927-01-02')
})

test('a day is whole or it is none', () => {
  expect(parseDay('2026年10月12日', today)).toBe('2026-10-12')
  expect(parseDay('2026年10月', today)).toBeNull()
  expect(parseDay('10月12日', today)).toBeNull()
})
