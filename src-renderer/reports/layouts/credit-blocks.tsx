import { ratioText, sheetItemName } from '#renderer/components/credit-text.ts'
import { formatMoney } from '#renderer/i18n/format-money.ts'
import type { Translation } from '#renderer/i18n/use-translation.ts'
import type { PaperBlock } from '#renderer/reports/paper-block.ts'
import { type CustomerCredit, scoreSheet } from '#shared/domain/credit.ts'
import type { CurrencyCode } from '#shared/domain/currency.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'
import { PaperFigures } from './paper-figures.tsx'
import { paperPart } from './paper-part.tsx'

/** Credit on paper: what was agreed and is owed, the ratios of the newest statements with the reading that was chosen, the newest sheets. */
export function creditBlocks(
  words: Translation,
  credit: CustomerCredit,
  currency: CurrencyCode,
): PaperBlock[] {
  return [
    positionBlock(words, credit, currency),
    ...ratiosBlock(words, credit),
    ...sheetsBlock(words, credit),
  ]
}

function positionBlock(
  { t }: Translation,
  { asOf, position }: CustomerCredit,
  currency: CurrencyCode,
): PaperBlock {
  const { terms, ageing } = position
  const money = (minor: number) => formatMoney(minor, currency, { hasSymbol: true })
  const figures = [
    [t('credit.grade'), terms?.grade ?? t('credit.noGrade')],
    [t('credit.limit'), terms?.limitMinor == null ? t('credit.noLimit') : money(terms.limitMinor)],
    [t('credit.days'), terms?.termDays == null ? t('credit.noDays') : String(terms.termDays)],
    [t('credit.owed'), money(position.owedMinor)],
    [t('credit.ageing'), ageing ? money(ageing.overdueMinor) : t('credit.cannot.term-days')],
  ] as const
  const notes = [
    ...position.warnings.map(warning =>
      t(`credit.warning.${warning}`, {
        ...{ exceeded: money(position.exceededMinor), overdue: money(ageing?.overdueMinor ?? 0) },
        ...{ days: ageing?.longestDays ?? 0, day: terms?.nextReviewOn ?? '' },
      }),
    ),
    ...(terms?.source === 'decision'
      ? [
          t('credit.source.decision', {
            ...{ reviewer: terms.reviewer ?? '', day: terms.decidedOn ?? '', next: terms.nextReviewOn ?? '' },
          }),
        ]
      : []),
    t('credit.fromOrders', { asOf }),
  ]
  return paperPart(
    'credit',
    <>
      <h2 className="paper-title">{t('credit.title')}</h2>
      <PaperFigures figures={figures} />
      {notes.map(text => (
        <p key={text} className="paper-text">
          {text}
        </p>
      ))}
    </>,
  )
}

/** Periods that fit beside each other on paper. */
const printedPeriods = 3

function ratiosBlock(words: Translation, { statements, readings }: CustomerCredit): PaperBlock[] {
  const { t } = words
  const shown = statements.slice(0, printedPeriods)
  const [newest] = shown
  if (!newest) return []
  const reading = {
    cash: t(`credit.reading.cash.${readings.cash}`),
    debt: t(`credit.reading.debt.${readings.debt}`),
  }
  return [
    {
      kind: 'table',
      key: 'credit-ratios',
      title: t('credit.statements'),
      continuedTitle: t('credit.statements'),
      columns: [
        { title: t('credit.entry'), widthPercent: 25 },
        ...shown.map(({ record }) => ({
          ...{ title: record.datedOn, widthPercent: 75 / shown.length, isNumeric: true },
        })),
      ],
      rows: newest.ratios.map(({ ratio }, at) => ({
        key: ratio,
        cells: [
          t(`credit.ratio.${ratio}`),
          ...shown.map(({ ratios }) => (ratios[at] ? ratioText(ratios[at], words) : '')),
        ],
      })),
      foot: t('credit.readingPrinted', reading),
    },
  ]
}

function sheetsBlock(words: Translation, { reviews }: CustomerCredit): PaperBlock[] {
  const { t, language } = words
  const newest = reviews.filter(
    ({ record }, at) =>
      record.kind === 'review' &&
      reviews.findIndex(one => one.record.kind === 'review' && one.record.sheet === record.sheet) === at,
  )
  if (newest.length === 0) return []
  return [
    {
      kind: 'table',
      key: 'credit-sheets',
      title: t('credit.reviews'),
      continuedTitle: t('credit.reviews'),
      columns: [
        { title: t('credit.sheetChoice'), widthPercent: 10 },
        { title: t('credit.reviewedOn'), widthPercent: 14 },
        { title: t('credit.grade'), widthPercent: 12 },
        { title: t('credit.score'), widthPercent: 36 },
        { title: t('credit.reviewer'), widthPercent: 14 },
        { title: t('credit.nextReviewOn'), widthPercent: 14 },
      ],
      rows: newest.flatMap(({ creditRecordId, record }) => {
        if (record.kind !== 'review') return []
        const score = scoreSheet(record.items)
        const items = record.items.map(
          item => `${sheetItemName(item, words)} ${item.score ?? t('credit.noScore')}`,
        )
        return [
          {
            key: String(creditRecordId),
            cells: [
              ...[t(`credit.sheet.${record.sheet}`), record.datedOn, record.grade],
              [
                ...(score.kind === 'computed'
                  ? [t('credit.scoreIs', { score: formatNumber(score.value, 1) })]
                  : []),
                ...items,
              ].join(language === 'zh-CN' ? '，' : ', '),
              ...[record.reviewer, record.nextReviewOn],
            ],
          },
        ]
      }),
    },
  ]
}
