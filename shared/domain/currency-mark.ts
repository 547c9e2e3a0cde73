import { CurrencyCode } from './currency.ts'

const dollars = ['USD', 'HKD', 'TWD', 'SGD', 'AUD', 'CAD', 'NZD', 'MXN'] as const satisfies CurrencyCode[]

/** Marks that stand beside a sum, after NFKC and in capitals; several currencies may share one. */
const marks: ReadonlyMap<string, readonly CurrencyCode[]> = new Map<string, readonly CurrencyCode[]>([
  ['¥', ['CNY', 'JPY']],
  ['CN¥', ['CNY']],
  ['RMB', ['CNY']],
  ['人民币', ['CNY']],
  ['元', ['CNY', 'HKD', 'TWD', 'MOP']],
  ['圆', ['CNY']],
  ['块', ['CNY']],
  ['円', ['JPY']],
  ['日元', ['JPY']],
  ['$', dollars],
  ['US$', ['USD']],
  ['美元', ['USD']],
  ['HK$', ['HKD']],
  ['港元', ['HKD']],
  ['港币', ['HKD']],
  ['NT$', ['TWD']],
  ['新台币', ['TWD']],
  ['€', ['EUR']],
  ['欧元', ['EUR']],
  ['£', ['GBP']],
  ['₩', ['KRW']],
  ...CurrencyCode.options.map(code => [code, [code]] as const),
])

const marked = /^([^\d.,()+-]*?) ?([(+-]?[\d., ]+\)?) ?([^\d.,()+-]*)$/

/**
 * Takes the currency marks off a written sum.
 *
 * Shape: `text` after NFKC, in capitals, trimmed. `number` is what stands between the marks; `currencies` are those
 * that all marks allow, undefined where there is no mark. An unknown mark leaves the text as it is.
 * Example: '¥ 12 元' -> { number: '12', currencies: ['CNY'] }
 */
export function splitCurrencyMarks(text: string): {
  number: string
  currencies: readonly CurrencyCode[] | undefined
} {
  const [, before = '', number = text, behind = ''] = marked.exec(text) ?? []
  const found = [before.trim(), behind.trim()].filter(mark => mark !== '').map(mark => marks.get(mark))
  const [first, second] = found
  if (found.includes(undefined)) return { number: text, currencies: undefined }
  const currencies = first && second ? first.filter(currency => second.includes(currency)) : first
  return { number: number.trim(), currencies }
}
