import { formatMoney, type MoneyFormat } from '#renderer/i18n/format-money.ts'
import type { CurrencyCode } from '#shared/domain/currency.ts'

type MoneyTextProps = MoneyFormat & {
  /** Minor units; null when it cannot be computed. */
  readonly minor: number | null
  readonly currency: CurrencyCode
}

/** An amount of money in figures of equal width; a dash when it cannot be computed. */
export function MoneyText({ minor, currency, ...format }: MoneyTextProps) {
  return <span className="num nowrap">{minor === null ? '—' : formatMoney(minor, currency, format)}</span>
}
