import { expect, it } from 'vitest'
import { classifyBuiltInFormat, classifyFormatCode } from '#main/imports/parsers/number-format.ts'

it.each([
  ['General', 'number'],
  ['G/通用格式', 'number'],
  ['General"年"', 'number'],
  ['0.00E+00', 'number'],
  ['#,##0 "kg"', 'number'],
  ['"d"0', 'number'],
  ['[Red]-0.00;[Green]0.00', 'number'],
  ['@', 'number'],
  ['[h]:mm', 'number'],
  ['[mm]:ss', 'number'],
  ['[$-F400]h:mm:ss\\ AM/PM', 'time'],
  ['上午/下午h"时"mm"分"', 'time'],
  ['mm:ss.0', 'time'],
  ['yyyy"年"m"月"', 'date'],
  ['[DBNum1][$-804]yyyy"年"m"月"d"日"', 'date'],
  ['mmm', 'date'],
  ['[$-804]aaaa', 'date'],
  ['[$-411]ge.m.d', 'date'],
  ['yyyy\\-mm\\-dd;@', 'date'],
  ['m/d/yy h:mm', 'datetime'],
  ['000000', 6],
  ['00;@', 2],
  ['0', 'number'],
])('the format %s means %s', (code, kind) => {
  expect(classifyFormatCode(code)).toBe(kind)
})

it.each([
  [0, 'number'],
  [14, 'date'],
  [18, 'time'],
  [22, 'datetime'],
  [31, 'date'],
  [36, 'date'],
  [46, 'number'],
  [47, 'time'],
  [49, 'number'],
  [50, 'date'],
  [58, 'date'],
])('the built-in format %i means %s', (id, kind) => {
  expect(classifyBuiltInFormat(id)).toBe(kind)
})
