import { formatMoney } from '#renderer/i18n/format-money.ts'
import type { Translation } from '#renderer/i18n/use-translation.ts'
import { type SheetItem, type ShownRatio, statementItems } from '#shared/domain/credit.ts'
import type { CurrencyCode } from '#shared/domain/currency.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'

type Words = Pick<Translation, 't' | 'tCode' | 'language'> & { readonly currency: CurrencyCode }

/** Names an item of a sheet. Example: a code of the program in the language of the window; else as it was typed */
export function sheetItemName({ code, name }: SheetItem, { tCode }: Pick<Words, 'tCode'>): string {
  return name ?? tCode(`credit.sheet-item.${code}`)
}

/** What was noted about credit, as it is stored (JSON), in one line; a day stays as it is. */
export function creditText(content: string, words: Words): string {
  if (!content.startsWith('{')) return content
  const { t, tCode, language, currency } = words
  const said = JSON.parse(content) as Readonly<Record<string, unknown>>
  const text = (part: string) => (typeof said[part] === 'string' ? [String(said[part])] : [])
  const money = (part: string, name: string) =>
    typeof said[part] === 'number' ? [`${name} ${formatMoney(Number(said[part]), currency)}`] : []
  const items = (said.items ?? []) as readonly SheetItem[]
  const parts = [
    ...text('sheet').map(sheet => tCode(`credit.sheet.${sheet}`)),
    ...text('grade').map(grade => t('credit.gradeIs', { grade })),
    ...money('limitMinor', t('credit.limit')),
    ...(typeof said.termDays === 'number' ? [t('credit.daysAre', { count: said.termDays })] : []),
    ...statementItems.flatMap(item => money(item, t(`credit.item.${item}`))),
    ...items.map(item => `${sheetItemName(item, words)} ${item.score ?? t('credit.noScore')}`),
    ...text('reason'),
    ...text('note'),
  ]
  return parts.join(language === 'zh-CN' ? '，' : ', ')
}

/** A ratio in hundredths, or which entries are missing for it: never 0 for what is not known. */
export function ratioText(ratio: ShownRatio, { t, language }: Pick<Words, 't' | 'language'>): string {
  if (ratio.kind === 'computed') return t('credit.percent', { share: formatNumber(ratio.value * 100, 1) })
  const items = ratio.items.map(item => t(`credit.item.${item}`)).join(language === 'zh-CN' ? '、' : ', ')
  return t(ratio.reason === 'missing' ? 'credit.ratioMissing' : 'credit.ratioZero', { items })
}
