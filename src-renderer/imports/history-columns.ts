import type { SheetColumn } from '#renderer/components/sheet-grid/sheet-column.ts'
import { formatInstant } from '#renderer/i18n/format-date.ts'
import type { Translation } from '#renderer/i18n/use-translation.ts'
import type { ImportBatch } from '#shared/domain/import-batch.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'
import { platformName, shopName } from './names.ts'

type Words = Pick<Translation, 't' | 'tCode' | 'language'>

/** Whose file it was: platform and shop as far as they are known. Empty: '' when neither is. */
export function sourceName(words: Words, { platform, shop }: ImportBatch): string {
  if (platform === '') return shop
  const name = platformName(words, platform)
  return shop === ''
    ? name
    : words.t('imports.history.sourceOf', { platform: name, shop: shopName(words, shop) })
}

/** The columns of the import history. */
export function historyColumns(words: Words): readonly SheetColumn<ImportBatch>[] {
  const { t, language } = words
  const isEnglish = language === 'en'
  const counted = ['rows', 'created', 'updated', 'unchanged', 'rejected'] as const
  return [
    {
      key: 'when',
      title: t('imports.history.when'),
      widthPx: 128,
      text: batch => formatInstant(batch.committedAt),
    },
    {
      key: 'file',
      title: t('imports.history.file'),
      widthPx: 190,
      text: batch => batch.fileName,
      isGrowing: true,
    },
    {
      key: 'kind',
      title: t('imports.history.kind'),
      widthPx: isEnglish ? 92 : 64,
      text: batch => t(`import-kind.${batch.kind}`),
    },
    {
      key: 'source',
      title: t('imports.history.source'),
      widthPx: 180,
      text: batch => sourceName(words, batch),
    },
    ...counted.map(name => ({
      key: name,
      title: t(`imports.history.${name}`),
      widthPx: isEnglish ? (name === 'unchanged' ? 100 : 84) : 76,
      isNumeric: true,
      text: (batch: ImportBatch) => formatNumber(batch.counts[name]),
    })),
    {
      key: 'state',
      title: t('imports.history.state'),
      widthPx: isEnglish ? 96 : 76,
      text: batch => t(`imports.history.state.${batch.state}`),
    },
  ]
}
