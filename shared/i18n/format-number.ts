/** The true minus sign, as wide as a digit in most fonts. */
export const minusSign = '\u2212'

/**
 * Writes a number with thousands commas and the true minus sign, the same in both languages.
 *
 * Units: `decimals` is the exact number of decimals; without it as many as the number has, at most 3.
 * Empty: a number that is not finite gives a dash.
 * Example: formatNumber(-1234.5, 2) -> '−1,234.50'; formatNumber(3214) -> '3,214'
 */
export function formatNumber(value: number, decimals?: number): string {
  if (!Number.isFinite(value)) return '—'
  const digits = { minimumFractionDigits: decimals ?? 0, maximumFractionDigits: decimals ?? 3 }
  const text = Math.abs(value).toLocaleString('en-US', digits)
  return value < 0 && /[1-9]/.test(text) ? minusSign + text : text
}

/**
 * Writes a share 0..1 as a percentage.
 *
 * Example: formatPercent(0.243) -> '24%'; formatPercent(0.243, 1) -> '24.3%'
 */
export function formatPercent(rate: number, decimals = 0): string {
  return Number.isFinite(rate) ? `${formatNumber(rate * 100, decimals)}%` : '—'
}
