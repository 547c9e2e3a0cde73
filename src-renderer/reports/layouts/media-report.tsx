import { optionName } from '#renderer/components/field-words.ts'
import { LinkButton } from '#renderer/components/link-button.tsx'
import { formatMoney } from '#renderer/i18n/format-money.ts'
import { formatRate } from '#renderer/i18n/score-words.ts'
import type { Translation } from '#renderer/i18n/use-translation.ts'
import type { PaperBlock } from '#renderer/reports/paper-block.ts'
import { type CustomerFilter, type FilterCondition, narrowFilter } from '#shared/domain/customer-filter.ts'
import type { ReportData } from '#shared/domain/report.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'
import { PaperFigures } from './paper-figures.tsx'
import { paperPart } from './paper-part.tsx'

/** Shows the customers of a filter in the list of all. */
export type ShowCustomers = (filter: CustomerFilter) => void

type MediaData = Extract<ReportData, { kind: 'media' }>

const bought: FilterCondition = { field: 'orderCount', test: 'number-between', from: 1, to: null }

/** A media report as blocks: who answered, each medium with its customers, and how the figures are to be read. */
export function mediaReportBlocks(
  { t, tCode }: Translation,
  data: MediaData,
  onShow: ShowCustomers | undefined,
): readonly PaperBlock[] {
  const { fieldId, answered, customerCount, media, currency, whereText } = data
  const title = (
    <>
      <h1 className="paper-card-title">{t('reports.media.title')}</h1>
      {whereText !== null && <p className="paper-text">{t('reports.media.only', { filter: whereText })}</p>}
    </>
  )
  if (fieldId === null) return [paperPart('title', title), paperPart('off', text(t('reports.media.off')))]
  const field = `field:${fieldId}` as const
  /** A count that leads to the customers whom it counts. */
  const count = (value: number, what: string, ...conditions: FilterCondition[]) => {
    const filter = narrowFilter(data.where?.filter ?? null, conditions)
    if (!onShow || !filter || value === 0) return formatNumber(value)
    return (
      <LinkButton onClick={() => onShow(filter)} label={t('reports.media.show', { what })}>
        {formatNumber(value)}
      </LinkButton>
    )
  }
  const money = (minor: number) => formatMoney(minor, currency, { hasSymbol: true })
  const unknown = customerCount - answered.customers
  const said: FilterCondition = { field, test: 'filled' }
  const answeredText = t('reports.media.answered')
  const figures = [
    [t('reports.media.customers'), formatNumber(customerCount)],
    [answeredText, count(answered.customers, answeredText, said)],
    [t('reports.media.unknown'), count(unknown, t('reports.media.unknown'), { field, test: 'empty' })],
    [
      t('reports.media.answeredBuyers'),
      count(answered.buyers, t('reports.media.answeredBuyers'), said, bought),
    ],
    [t('reports.media.answeredSpend'), money(answered.spendMinor)],
  ] as const
  const figuresBlock = paperPart('figures', <PaperFigures figures={figures} />)
  if (answered.customers === 0)
    return [paperPart('title', title), figuresBlock, paperPart('nobody', text(t('reports.media.nobody')))]
  return [
    paperPart('title', title),
    figuresBlock,
    {
      kind: 'table',
      key: 'media',
      title: t('reports.media.table'),
      continuedTitle: t('reports.media.tableContinued'),
      columns: [
        { title: t('reports.media.medium'), widthPercent: 32 },
        { title: t('reports.media.customers'), widthPercent: 14, isNumeric: true },
        { title: t('reports.media.share'), widthPercent: 18, isNumeric: true },
        { title: t('reports.media.buyers'), widthPercent: 14, isNumeric: true },
        { title: t('reports.media.spend'), widthPercent: 22, isNumeric: true },
      ],
      rows: media.map(({ option, customers, buyers, spendMinor }) => {
        const name = optionName({ code: 'media-touch' }, option, { tCode })
        const named: FilterCondition = { field, test: 'any-of', values: [option.optionId] }
        return {
          key: String(option.optionId),
          cells: [
            name,
            count(customers, name, named),
            formatRate(customers / answered.customers),
            count(buyers, `${name} ${t('reports.media.buyers')}`, named, bought),
            money(spendMinor),
          ],
        }
      }),
    },
    paperPart('notes', [text(t('reports.media.severalNote')), text(t('reports.media.timeNote'))]),
  ]
}

const text = (words: string) => (
  <p key={words} className="paper-text">
    {words}
  </p>
)
