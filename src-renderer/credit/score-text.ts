import { sheetItemName } from '#renderer/components/credit-text.ts'
import type { Translation } from '#renderer/i18n/use-translation.ts'
import type { SheetItem, SheetScore } from '#shared/domain/credit.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'

/** The score of a sheet in words, or which items have none. */
export function scoreText(score: SheetScore, items: readonly SheetItem[], words: Translation): string {
  const { t, language } = words
  if (score.kind === 'computed') return t('credit.scoreIs', { score: formatNumber(score.value, 1) })
  if (score.reason === 'weights') return t('credit.noWeights')
  const names = score.items.flatMap(at => {
    const item = items[at]
    return item ? [sheetItemName(item, words)] : []
  })
  return t('credit.missing', { items: names.join(language === 'zh-CN' ? '、' : ', ') })
}
