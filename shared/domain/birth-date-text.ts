import { isCalendarDate } from './calendar-date.ts'
import { BirthDate } from './customer.ts'

const digits = [...'〇一二三四五六七八九'].map((sign, value) => [sign, String(value)] as const)
const spelledDigits = new Map<string, string>([...digits, ['零', '0'], ['○', '0'], ['元', '1']])

/** 一九八八 -> 1988, 十二 -> 12, 二十 -> 20, 廿三 -> 23. */
function withPlainDigits(text: string): string {
  return text
    .replaceAll('廿', '二十')
    .replaceAll('卅', '三十')
    .replace(/([一二三])?十([一二三四五六七八九])?/g, (_whole, tens = '一', ones = '〇') => tens + ones)
    .replace(/[〇零○一二三四五六七八九元]/g, sign => spelledDigits.get(sign) ?? sign)
}

const pad = (number: string | undefined, length: number) => (number ?? '').padStart(length, '0')
const earliestYear = 1850

/** Two digits of a year: the last one that is not ahead. */
function wholeYear(year: string, thisYear: number): string {
  if (year.length === 4) return year
  const inThisCentury = Math.floor(thisYear / 100) * 100 + Number(year)
  return String(inThisCentury > thisYear ? inThisCentury - 100 : inThisCentury)
}

type Parts = {
  readonly year?: string | undefined
  readonly month?: string | undefined
  readonly day?: string | undefined
}

function splitDigits(text: string, thisYear: number): Parts | null {
  const isYear = (part: string) => Number(part) >= earliestYear && Number(part) <= thisYear
  if (text.length === 8) return { year: text.slice(0, 4), month: text.slice(4, 6), day: text.slice(6) }
  if (text.length === 6) {
    const year = text.slice(0, 4)
    if (isYear(year) && Number(text.slice(4)) <= 12) return { year, month: text.slice(4) }
    return { year: text.slice(0, 2), month: text.slice(2, 4), day: text.slice(4) }
  }
  if (text.length !== 4) return null
  return isYear(text) ? { year: text } : { month: text.slice(0, 2), day: text.slice(2) }
}

function splitSpelling(text: string): Parts | null {
  const chinese = /^(?:(\d{4}|\d{2})年)?(?:(\d{1,2})月(?:(\d{1,2})[日号]?)?)?$/.exec(text)
  if (chinese) {
    const [, year, month, day] = chinese
    return year === undefined && day === undefined ? null : { year, month, day }
  }
  const separated = /^(?:(\d{4}|\d{2})[-/.])?(\d{1,2})[-/.](\d{1,2})$/.exec(text)
  const yearAndMonth = /^(\d{4})[-/.](\d{1,2})$/.exec(text)
  if (yearAndMonth) return { year: yearAndMonth[1], month: yearAndMonth[2] }
  return separated && { year: separated[1], month: separated[2], day: separated[3] }
}

/**
 * Turns a birth date as people type it into YYYY, YYYY-MM, YYYY-MM-DD or --MM-DD. Null when it cannot be one, or lies ahead.
 *
 * Example: '1988年3月9日', '88.3.9', '19880309' -> '1988-03-09'; '88年3月' -> '1988-03'; '3月9号' -> '--03-09'
 */
export function parseBirthDate(typed: string, today: string): string | null {
  const thisYear = Number(today.slice(0, 4))
  const text = withPlainDigits(typed.normalize('NFKC'))
    .replace(/\s+|出?生|[公阳]历/g, '')
    .replace(/[–—−]/g, '-')
    .replace(/^--(?=\d)/, '')
  const parts = /^\d+$/.test(text) ? splitDigits(text, thisYear) : splitSpelling(text)
  if (!parts) return null
  const year = parts.year === undefined ? '-' : wholeYear(parts.year, thisYear)
  const written = [year, parts.month && pad(parts.month, 2), parts.day && pad(parts.day, 2)]
  const birthOn = written.filter(part => part !== undefined).join('-')
  const isPossible = BirthDate.safeParse(birthOn).success && (year === '-' || Number(year) >= earliestYear)
  return isPossible && !(birthOn > today.slice(0, birthOn.length) && year !== '-') ? birthOn : null
}

/** Turns a whole day as people type it into YYYY-MM-DD; null when it is none. */
export function parseDay(typed: string, today: string): string | null {
  const day = parseBirthDate(typed, today)
  return day !== null && isCalendarDate(day) ? day : null
}
