import { cellText } from '#main/imports/cells/cell-preview.ts'
import type { RawCell } from '#main/imports/raw-row.ts'

/** Brackets with a unit or a hint: （元）, [必填], (yyyy-mm-dd). */
const brackets = /[([{<【「『《].*?[)\]}>】」』》]/g
const noise = /[\s*:：#、。·_\-./\\"'’“”]+/g

/**
 * Makes the form in which a heading is compared: folded, without spaces, marks and separators.
 *
 * Example: ' 累计消费（元） ' -> '累计消费(元)'; 'Invoice_No.' -> 'invoiceno'
 */
export function headerKey(cell: RawCell | undefined): string {
  return cellText(cell).normalize('NFKC').toLowerCase().replace(noise, '')
}

/**
 * Makes the looser form: also without what stands in brackets and a trailing 1.
 *
 * Example: '累计消费(元)' -> '累计消费'; '联系电话1' -> '联系电话'
 */
export function looseHeaderKey(key: string): string {
  const bare = key.replace(brackets, '')
  return bare === '' ? key : bare.replace(/(?<=\D)1$/, '')
}
