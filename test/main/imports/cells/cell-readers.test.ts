import { describe, expect, it } from 'vitest'
import { cellAddress, cellText } from '#main/imports/cells/cell-preview.ts'
import {
  CellProblem,
  damagedCell,
  errorCell,
  lunarCell,
  otherCurrencyCell,
  unreadableCell,
} from '#main/imports/cells/cell-problem.ts'
import { readIdentifier, readText, readTextList } from '#main/imports/cells/cell-text.ts'
import { readCustomerKind, readGender, readOrderStatus } from '#main/imports/cells/read-choice.ts'
import { dayMonthOrderOf, readBirthDate, readDate, readDateTime } from '#main/imports/cells/read-date.ts'
import { readCount, readMoney, readQuantity, readUnitPrice } from '#main/imports/cells/read-number.ts'
import { fitsMask, readPhones } from '#main/imports/cells/read-phone.ts'
import { remembering } from '#main/imports/cells/remembering.ts'
import type { RawCell } from '#main/imports/raw-row.ts'

const china = { timeZone: 'Asia/Shanghai', order: undefined, today: '2026-08-16' } as const

describe('a text cell', () => {
  it('keeps full-width signs and turns radicals, numbers and dates to text', () => {
    expect(readText('  表⽰（上海）①㎡， ')).toBe('表示（上海）①㎡，')
    expect(readText(12.5)).toBe('12.5')
    expect(readText({ datetime: '2024-03-05T12:30:00' })).toBe('2024-03-05 12:30:00')
    expect(readText({ error: '#N/A' })).toBe(errorCell)
  })

  it('is blank where only a mark for nothing stands', () => {
    for (const blank of ['', '   ', '-', '--', '/', 'N/A', 'NULL', '=""', null, undefined])
      expect([blank, readText(blank)]).toEqual([blank, null])
  })

  it('splits a list at Chinese and Latin separators, each entry once', () => {
    expect(readTextList('老客，母婴、老客;VIP')).toEqual(['老客', '母婴', 'VIP'])
    expect(readTextList('、，')).toBeNull()
  })
})

describe('an identifier', () => {
  it('keeps leading zeros and loses what protects it from Excel', () => {
    expect(readIdentifier("'0012345")).toBe('0012345')
    expect(readIdentifier('="2024030512345678901"')).toBe('2024030512345678901')
    expect(readIdentifier('\t１２３４')).toBe('1234')
    expect(readIdentifier(12431)).toBe('12431')
  })

  it('is damaged when Excel took it for a number of 16 digits and more, for an exponent or for a date', () => {
    expect(readIdentifier(Number('202403051234567890'))).toBe(damagedCell)
    expect(readIdentifier(1234567890123456)).toBe(damagedCell)
    expect(readIdentifier(123456789012345)).toBe('123456789012345')
    expect(readIdentifier('2.02403E+17')).toBe(damagedCell)
    expect(readIdentifier({ date: '2024-03-12' })).toBe(damagedCell)
    expect(readIdentifier({ error: '#REF!' })).toBe(errorCell)
    expect(readIdentifier('12E5X')).toBe('12E5X')
  })
})

describe('a date cell', () => {
  it.each<[RawCell, string]>([
    ['2024年3月5日', '2024-03-05'],
    ['2024 年 03 月 05 日 星期二', '2024-03-05'],
    ['2024/3/5', '2024-03-05'],
    ['2024.3.5', '2024-03-05'],
    ['２０２４－０３－０５', '2024-03-05'],
    ['2024-03-05 12:30:00', '2024-03-05T12:30:00'],
    ['2024/3/5 9:05', '2024-03-05T09:05:00'],
    ['2024-3-5 下午3:05', '2024-03-05T15:05:00'],
    ['2024年3月5日 12时30分05秒', '2024-03-05T12:30:05'],
    ['2024-03-05T12:30:00.123', '2024-03-05T12:30:00'],
    ['20240305', '2024-03-05'],
    ['20240305123000', '2024-03-05T12:30:00'],
    [20240305, '2024-03-05'],
    [45356, '2024-03-05'],
    ['45356', '2024-03-05'],
    [45356.5, '2024-03-05T12:00:00'],
    [{ date: '2024-02-29' }, '2024-02-29'],
    [{ datetime: '2024-02-29T12:30:00' }, '2024-02-29T12:30:00'],
    ['5-Mar-2024', '2024-03-05'],
    ['Mar 5, 2024 1:05 PM', '2024-03-05T13:05:00'],
    ['二〇二四年三月十五日', '2024-03-15'],
    ['24年3月5日', '2024-03-05'],
    ['2024-03-05T12:30:00+08:00', '2024-03-05T12:30:00'],
    ['2024-03-05T20:30:00Z', '2024-03-06T04:30:00'],
    ['25/3/2024', '2024-03-25'],
    ['3/25/2024', '2024-03-25'],
  ])('%j is %s', (cell, expected) => {
    expect(readDateTime(cell, china)).toBe(expected)
  })

  it('is blank for the dates that programs write for none', () => {
    for (const blank of ['0000-00-00 00:00:00', '0', 0, '-', '暂无', null])
      expect([blank, readDateTime(blank, china)]).toEqual([blank, null])
  })

  it('is unreadable when the day does not exist or no year is named', () => {
    for (const bad of [
      '2023-02-29',
      '2024-13-01',
      '3月5日',
      '昨天',
      '2024-03-05 25:00',
      { time: '12:30:00' },
      true,
      123,
    ])
      expect([bad, readDateTime(bad, china)]).toEqual([bad, unreadableCell])
    expect(readDateTime({ error: '#N/A' }, china)).toBe(errorCell)
  })

  it('reads 3/5/2024 only when the column settles which is the month', () => {
    expect(readDateTime('3/5/2024', china)).toBe(unreadableCell)
    expect(dayMonthOrderOf(['3/5/2024', '3/25/2024'])).toBe('month-first')
    expect(dayMonthOrderOf(['3/5/2024', '25/3/2024'])).toBe('day-first')
    expect(dayMonthOrderOf(['3/25/2024', '25/3/2024'])).toBeUndefined()
    expect(dayMonthOrderOf(['3/5/2024'])).toBeUndefined()
    expect(readDate('3/5/2024', { ...china, order: 'month-first' })).toBe('2024-03-05')
    expect(readDate('3/5/24 10:00', { ...china, order: 'day-first' })).toBe('2024-05-03')
  })

  it('reads two-digit years first in a Chinese column, or where a value can be read no other way', () => {
    const short = ['24.3.15', '24-03-16', '24/3/17 10:00']
    expect(dayMonthOrderOf(short, true)).toBe('year-first')
    expect(dayMonthOrderOf([...short, '24.3.6'])).toBe('year-first')
    expect(dayMonthOrderOf([...short, '2024-03-18', '昨天'], true)).toBe('year-first')
    expect(dayMonthOrderOf(short)).toBe('day-first')
    const context = { ...china, order: 'year-first' } as const
    expect(short.map(text => readDate(text, context))).toEqual(['2024-03-15', '2024-03-16', '2024-03-17'])
    expect(readDate('24.13.1', context)).toBe(unreadableCell)
  })

  it('reads them last where the column shows it, whatever the headings', () => {
    expect(dayMonthOrderOf(['12/3/24', '3/25/24'], true)).toBe('month-first')
    expect(dayMonthOrderOf(['24.3.15', '24.3.2015'], true)).toBe('day-first')
    expect(dayMonthOrderOf(['5.3.24', '24.3.15'], true)).toBe('day-first')
  })
})

describe('a birth date', () => {
  it.each<[RawCell, string]>([
    ['1988-03-09', '1988-03-09'],
    ['88.3.9', '1988-03-09'],
    ['05.3.9', '2005-03-09'],
    ['1988年3月', '1988-03'],
    ['1988年', '1988'],
    ['66年5月', '1966-05'],
    ['05年12月', '2005-12'],
    ['88年', '1988'],
    [1988, '1988'],
    [198803, '1988-03'],
    [19880309, '1988-03-09'],
    [32211, '1988-03-09'],
    ['--03-09', '--03-09'],
    ['3月9日', '--03-09'],
    ['2月29日', '--02-29'],
    [{ date: '1988-03-09' }, '1988-03-09'],
  ])('%j is %s', (cell, expected) => {
    expect(readBirthDate(cell, china)).toBe(expected)
  })

  it('of the moon calendar is told apart and never converted', () => {
    for (const day of ['农历八月十五', '正月初一', '腊月廿三'])
      expect([day, readBirthDate(day, china)]).toEqual([day, lunarCell])
  })

  it('is unreadable in the future and where there is no such day', () => {
    for (const bad of ['2030-01-01', '1988-02-30', '2月30日'])
      expect([bad, readBirthDate(bad, china)]).toEqual([bad, unreadableCell])
  })
})

describe('numbers', () => {
  it('read money in minor units, refuse another currency and what Excel cut', () => {
    expect(readMoney('￥1,234.50', 'CNY')).toBe(123450)
    expect(readMoney(0.1 + 0.2, 'CNY')).toBe(30)
    expect(readMoney('(12.00)', 'CNY')).toBe(-1200)
    expect(readMoney('无', 'CNY')).toBeNull()
    expect(readMoney('$5', 'CNY')).toBe(otherCurrencyCell)
    expect(readMoney('约 500', 'CNY')).toBe(unreadableCell)
    expect(readMoney({ error: '#VALUE!' }, 'CNY')).toBe(errorCell)
    expect(readMoney('1.2E+05', 'CNY')).toBe(damagedCell)
  })

  it('read a unit price to the millionth', () => {
    expect(readUnitPrice('3.3333', 'CNY')).toBe(3_333_300)
    expect(readUnitPrice('￥1,299', 'CNY')).toBe(1_299_000_000)
    expect(readUnitPrice(4.95, 'CNY')).toBe(4_950_000)
    expect(readUnitPrice('免费', 'CNY')).toBe(unreadableCell)
  })

  it('read quantities with their unit, and counts that are whole and not negative', () => {
    expect(readQuantity('3件')).toBe(3)
    expect(readQuantity('×2')).toBe(2)
    expect(readQuantity('1,200')).toBe(1200)
    expect(readQuantity('2.5 kg')).toBe(2.5)
    expect(readQuantity(-12)).toBe(-12)
    expect(readQuantity('若干')).toBe(unreadableCell)
    expect(readCount('12次')).toBe(12)
    expect(readCount(-1)).toBe(unreadableCell)
    expect(readCount(1.5)).toBe(unreadableCell)
  })
})

describe('a phone cell', () => {
  const keys = (cell: RawCell) => {
    const reading = readPhones(cell)
    return reading === null || reading instanceof CellProblem ? reading : reading.map(phone => phone.key)
  }

  it('gives the digits as key, also with country code, separators and as a number', () => {
    for (const cell of [
      '13800001107',
      '+86 138-0000-1107',
      '0086 13800001107',
      '１３８００００１１０７',
      13800001107,
      "'13800001107",
    ])
      expect([cell, keys(cell)]).toEqual([cell, ['13800001107']])
    expect(keys('0571-88886666')).toEqual(['057188886666'])
  })

  it('gives several numbers of one cell in their order', () => {
    expect(keys('13800001107/13900002208')).toEqual(['13800001107', '13900002208'])
    expect(keys('13800001107、13800001107')).toEqual(['13800001107'])
  })

  it('gives no key for masked and virtual numbers', () => {
    expect(keys('138****1107')).toEqual([''])
    expect(keys('18400001107-8023')).toEqual([''])
    expect(keys('18400001107转8023')).toEqual([''])
  })

  it('is damaged or unreadable when nobody could dial it', () => {
    expect(keys('1.38E+10')).toBe(damagedCell)
    expect(keys('没带手机')).toBe(unreadableCell)
    expect(keys('138000011')).toBe(unreadableCell)
    expect(keys('无')).toBeNull()
  })

  it('fits a mask when every shown digit is the same', () => {
    expect(fitsMask('138****1107', '13800001107')).toBe(true)
    expect(fitsMask('138****1107', '13800001108')).toBe(false)
  })
})

describe('choices', () => {
  it('read gender and kind of customer in the usual words', () => {
    expect(readGender('女士')).toBe('female')
    expect(readGender('M')).toBe('male')
    expect(readGender('保密')).toBeNull()
    expect(readGender('1')).toBe(unreadableCell)
    expect(readCustomerKind('企业客户')).toBe('company')
    expect(readCustomerKind('个人')).toBe('individual')
  })

  it.each([
    ['等待买家付款', 'unpaid'],
    ['待支付', 'unpaid'],
    ['未付款', 'unpaid'],
    ['买家已付款，等待卖家发货', 'paid'],
    ['待发货', 'paid'],
    ['等待出库', 'paid'],
    ['卖家已发货，等待买家确认', 'shipped'],
    ['已发货，待签收', 'shipped'],
    ['等待确认收货', 'shipped'],
    ['交易成功', 'completed'],
    ['已签收', 'completed'],
    ['已完成', 'completed'],
    ['交易关闭', 'closed'],
    ['已取消', 'closed'],
    ['未发货，退款成功', 'closed'],
    ['退款中', 'paid'],
    ['Shipped', 'shipped'],
    ['unpaid', 'unpaid'],
    ['随便写的', null],
  ])('the status %s is %s and keeps its word', (text, status) => {
    expect(readOrderStatus(text)).toEqual({ status, text })
  })
})

describe('a reader that remembers words', () => {
  it('reads a word once, the same each time, and other cells and a thousand words more as well', () => {
    let count = 0
    const read = remembering(cell => ({ cell, number: ++count }))
    const first = read('女')
    expect(read('女')).toBe(first)
    expect(read(1)).not.toBe(read(1))
    for (let word = 0; word < 2000; word++) expect(read(`词${word}`).cell).toBe(`词${word}`)
    expect(read('女')).toBe(first)
    expect(read('词1999').cell).toBe('词1999')
  })
})

describe('the address and text of a cell', () => {
  it('are those that Excel shows', () => {
    expect(cellAddress(1, 418)).toBe('B418')
    expect(cellAddress(26, 3)).toBe('AA3')
    expect(cellAddress(701, 1)).toBe('ZZ1')
    expect(cellText({ datetime: '2024-03-05T12:30:00' })).toBe('2024-03-05 12:30:00')
    expect(cellText({ error: '#N/A' })).toBe('#N/A')
    expect(cellText(true)).toBe('TRUE')
    expect(cellText(Number('202403051234567890'))).toBe('2.02403051234568E+17')
    expect(readIdentifier(cellText(Number('202403051234567890')))).toBe(damagedCell)
  })
})
