/**
 * What a number format says about the type of the number under it.
 *
 * Shape: `moment` is a date, a time or both, told by the value (formats whose meaning depends on the language);
 * a number is the width of a format of zeros such as 000000.
 */
export type FormatKind = 'number' | 'date' | 'time' | 'datetime' | 'moment' | number

const range = (from: number, to: number, kind: FormatKind): [number, FormatKind][] =>
  Array.from({ length: to - from + 1 }, (_, index) => [from + index, kind])

/** 46 is [h]:mm:ss, a duration and so a number; 27 to 36 and 50 to 58 as Chinese Excel has them, 71 to 81 Thai. */
const builtInKinds = new Map<number, FormatKind>([
  ...range(14, 17, 'date'),
  ...range(18, 21, 'time'),
  [22, 'datetime'],
  ...range(27, 31, 'date'),
  ...range(32, 33, 'time'),
  ...range(34, 35, 'moment'),
  [36, 'date'],
  [45, 'time'],
  [47, 'time'],
  ...range(50, 54, 'date'),
  ...range(55, 56, 'moment'),
  ...range(57, 58, 'date'),
  ...range(71, 74, 'date'),
  ...range(75, 76, 'time'),
  [77, 'datetime'],
  [78, 'time'],
  [80, 'time'],
  [81, 'date'],
])

/**
 * Classes a format that a workbook names by number only.
 *
 * Source: ECMA-376 part 1, 18.8.30 (numFmt).
 * Example: 31 -> 'date' (yyyy"年"m"月"d"日"); 46 -> 'number' ([h]:mm:ss)
 */
export function classifyBuiltInFormat(formatId: number): FormatKind {
  return builtInKinds.get(formatId) ?? 'number'
}

/**
 * Classes a format code by its first section. Durations ([h]:mm) are numbers.
 *
 * Example: 'yyyy"年"m"月"' -> 'date'; '[Red]0.00' -> 'number'; '000000' -> 6; '上午/下午h"时"mm"分"' -> 'time'
 */
export function classifyFormatCode(code: string): FormatKind {
  const section = firstSection(code)
  if (/\[(?:h+|m+|s+)\]/i.test(section)) return 'number'
  const bare = section
    .replace(/\[[^\]]*\]/g, '')
    .replace(/G\/通用格式|general/gi, '')
    .toLowerCase()
  const zeros = /^\s*(0{2,})\s*$/.exec(bare)
  if (zeros) return (zeros[1] as string).length
  const withoutFraction = bare.replace(/(s)\.0+/g, '$1')
  if (/[0#?@]/.test(withoutFraction)) return 'number'
  return classifyLetters(withoutFraction)
}

/** The part up to the first ';', without quoted, escaped, padding and filling characters. */
function firstSection(code: string): string {
  const bare = code.replace(/"[^"]*"?|\\.|_.|\*./g, '')
  return bare.split(';', 1)[0] as string
}

function classifyLetters(bare: string): FormatKind {
  const withoutHalves = bare.replace(/am\/pm|a\/p|上午\/下午/g, 'h')
  const hasTime = /[hs]/.test(withoutHalves)
  const hasDate = /[ydegb]|a{3,}|m{3,}/.test(withoutHalves)
  if (hasTime) return hasDate ? 'datetime' : 'time'
  return hasDate || withoutHalves.includes('m') ? 'date' : 'number'
}
