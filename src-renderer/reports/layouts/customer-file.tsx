import type { ReactNode } from 'react'
import { fieldValueText } from '#renderer/components/field-value-text.ts'
import { fieldName, groupName } from '#renderer/components/field-words.ts'
import { lineDetailsText } from '#renderer/components/line-details-text.ts'
import { pictureAddress } from '#renderer/components/stored-picture.tsx'
import { formatMoney } from '#renderer/i18n/format-money.ts'
import { formatPhone } from '#renderer/i18n/format-phone.ts'
import { ruleSetName, scoreSentences, segmentName } from '#renderer/i18n/score-words.ts'
import type { Translation } from '#renderer/i18n/use-translation.ts'
import type { PaperBlock } from '#renderer/reports/paper-block.ts'
import { readPictureValue, type StoredPicture } from '#shared/domain/attachment.ts'
import type { FieldGroup } from '#shared/domain/field.ts'
import type { CustomerFile, ReportData } from '#shared/domain/report.ts'
import type { AnalysisPeriod } from '#shared/domain/rfm-analysis.ts'
import type { OrderLine, SalesOrder } from '#shared/domain/sales-order.ts'
import { creditBlocks } from './credit-blocks.tsx'
import { PaperFigures } from './paper-figures.tsx'
import { paperPart } from './paper-part.tsx'

/** More letters than this do not stand beside another value. */
const longText = 24

type FileData = Extract<ReportData, { kind: 'customer-file' }>

/** A customer's file as blocks: card, figures, scores with their sentences, orders, signature. */
export function customerFileBlocks(
  translation: Translation,
  data: FileData,
  period: AnalysisPeriod,
): readonly PaperBlock[] {
  const has = (section: string) => data.sections.includes(section)
  const { tCode } = translation
  return [
    paperPart('title', <h1 className="paper-card-title">{tCode(`card-type.${data.file.cardType}`)}</h1>),
    ...(has('card') ? [cardBlock(translation, data.file)] : []),
    ...(has('fields') ? data.groups.map(group => groupBlock(translation, data, group)) : []),
    ...(has('figures') ? [figuresBlock(translation, data), scoresBlock(translation, data, period)] : []),
    ...(has('credit') && data.credit ? creditBlocks(translation, data.credit, data.currency) : []),
    ...(has('orders') ? ordersBlocks(translation, data) : []),
    ...(has('signature') ? [signatureBlock(translation)] : []),
  ]
}

function cardBlock({ t, tCode }: Translation, file: CustomerFile): PaperBlock {
  const pairs: readonly Pair[] = [
    [t('import-field.name'), file.name],
    [t('import-field.gender'), file.gender ? tCode(`gender.${file.gender}`) : ''],
    [t('import-field.birthOn'), file.birthOn ?? ''],
    [t('import-field.occupation'), file.occupation ?? ''],
    [t('import-field.phone'), valuesOf(file, 'phone')],
    [t('import-field.email'), valuesOf(file, 'email')],
    [t('import-field.source'), file.source ?? ''],
    [t('import-field.tags'), file.tags.join('、')],
  ]
  const wide: readonly Pair[] = [
    [t('import-field.address'), valuesOf(file, 'address')],
    ...(file.idNumber ? [[t('import-field.idNumber'), file.idNumber] as const] : []),
    ...(file.note ? [[t('field.note'), file.note] as const] : []),
    [
      t('reports.file.contactWill'),
      file.contactRefusedOn ? (
        <b key="refused">{t('reports.file.refused', { day: file.contactRefusedOn })}</b>
      ) : (
        t('reports.file.notRefused')
      ),
    ],
  ]
  return paperPart(
    'card',
    <>
      <h2 className="paper-title">{t('reports.file.card')}</h2>
      <PairTable pairs={pairs} wide={wide} />
    </>,
  )
}

/** A group beyond the default card: short values side by side, long ones over the whole width. */
function groupBlock(translation: Translation, { file, currency }: FileData, group: FieldGroup): PaperBlock {
  const pairs = group.fields.map(field => {
    const value = file.fields[field.fieldId]
    const text = value === undefined ? '' : fieldValueText(field, value, { ...translation, currency })
    const picture = field.valueKind === 'image' && readPictureValue(value)
    const shown = picture ? paperPicture(picture) : text
    return [fieldName(field, translation), shown] as const
  })
  const isLong = ([, shown]: Pair) => typeof shown === 'string' && shown.length > longText
  return paperPart(
    `group-${group.groupId}`,
    <>
      <h2 className="paper-title">{groupName(group, translation)}</h2>
      <PairTable pairs={pairs.filter(pair => !isLong(pair))} wide={pairs.filter(isLong)} />
    </>,
  )
}

const paperPicture = ({ contentName, fileName }: StoredPicture) => (
  <img className="paper-picture" src={pictureAddress(contentName)} alt={fileName} />
)

type Pair = readonly [label: string, value: ReactNode]

function PairTable({ pairs, wide }: { pairs: readonly Pair[]; wide: readonly Pair[] }) {
  return (
    <table className="paper-table">
      <colgroup>
        {[16, 34, 16, 34].map((width, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns never change places
          <col key={index} style={{ width: `${width}%` }} />
        ))}
      </colgroup>
      <tbody>
        {inTwos(pairs).map(([one, other]) => (
          <tr key={one?.[0]}>
            <th scope="row">{one?.[0]}</th>
            <td colSpan={other ? 1 : 3}>{one?.[1]}</td>
            {other && <th scope="row">{other[0]}</th>}
            {other && <td>{other[1]}</td>}
          </tr>
        ))}
        {wide.map(([label, value]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td colSpan={3}>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function valuesOf(file: CustomerFile, kind: 'phone' | 'email' | 'address'): string {
  return file.contactPoints
    .filter(point => point.kind === kind)
    .map(point => (kind === 'phone' ? formatPhone(point.value) : point.value))
    .join('；')
}

function inTwos<T>(items: readonly T[]): (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / 2) }, (_, index) =>
    items.slice(index * 2, index * 2 + 2),
  )
}

function figuresBlock({ t }: Translation, { file, currency }: FileData): PaperBlock {
  const { total } = file
  const figures = [
    [t('reports.figure.spend'), formatMoney(total.spendMinor, currency, { hasSymbol: true })],
    [t('reports.figure.orders'), String(total.orderCount)],
    [t('reports.figure.returns'), String(total.returnCount)],
    [t('reports.figure.first'), total.firstOn ?? '—'],
    [t('reports.figure.last'), total.lastOn ?? '—'],
  ] as const
  return paperPart(
    'figures',
    <>
      <h2 className="paper-title">{t('reports.file.figures')}</h2>
      <PaperFigures figures={figures} />
    </>,
  )
}

function scoresBlock(translation: Translation, data: FileData, period: AnalysisPeriod): PaperBlock {
  const { t, tCode } = translation
  const { explanation, currency } = data
  const sentences = scoreSentences(translation, explanation, period, currency)
  const scores = sentences.map(sentence => `${sentence.part}${sentence.score}`).join(' ')
  const rule = ruleSetName(translation, {
    code: explanation.ruleSetCode,
    name: null,
    version: explanation.ruleVersion,
  })
  const name = segmentName(translation, explanation.segment)
  return paperPart(
    'scores',
    <>
      <h2 className="paper-title">
        {scores ? t('reports.file.segmentScores', { name, scores }) : t('reports.file.segment', { name })}
      </h2>
      <p className="paper-text">{t('segments.score.head', { asOf: explanation.asOf, rule })}</p>
      {sentences.map(sentence => (
        <p key={sentence.part} className="paper-text">
          {sentence.part}　{sentence.text}
        </p>
      ))}
      {sentences.length === 0 && (
        <p className="paper-text">{t('segments.score.noPurchase', { asOf: explanation.asOf })}</p>
      )}
      {explanation.balance !== 'none' && (
        <p className="paper-text">{tCode(`segments.score.balance.${explanation.balance}`)}</p>
      )}
    </>,
  )
}

function ordersBlocks(translation: Translation, { file, currency }: FileData): PaperBlock[] {
  const { t, tCode } = translation
  const money = (minor: number) => formatMoney(minor, currency)
  const sum = (pick: (order: SalesOrder) => number) =>
    file.orders.reduce((total, order) => total + (isRevenue(order) ? pick(order) : 0), 0)
  const leftOut = file.orders.filter(order => !isRevenue(order)).length
  const balances = file.openingBalances.map(balance =>
    t('reports.file.balance', {
      source: balance.shop || balance.platform || t('reports.file.balanceNoSource'),
      until: balance.coversUntilOn,
      count: balance.orderCount,
      spend: formatMoney(balance.spendMinor, currency, { hasSymbol: true }),
    }),
  )
  const notes = (
    <>
      {balances.map(text => (
        <p key={text} className="paper-text">
          {text}
        </p>
      ))}
      {file.allOrderCount > file.orders.length && (
        <p className="paper-text">
          {t('reports.file.ordersCapped', { shown: file.orders.length, count: file.allOrderCount })}
        </p>
      )}
      {file.orders.length === 0 && <p className="paper-text">{t('reports.file.noOrders')}</p>}
    </>
  )
  const hasNotes = balances.length > 0 || file.allOrderCount > file.orders.length || file.orders.length === 0
  return [
    ...(file.orders.length > 0
      ? [
          {
            kind: 'table' as const,
            key: 'orders',
            title: t('reports.file.orders'),
            continuedTitle: t('reports.file.ordersContinued'),
            columns: [
              { title: t('reports.column.date'), widthPercent: 12 },
              { title: t('reports.column.orderNumber'), widthPercent: 19 },
              { title: t('reports.column.products'), widthPercent: 33 },
              { title: t('reports.column.status'), widthPercent: 12 },
              { title: t('reports.column.refunded'), widthPercent: 12, isNumeric: true },
              { title: t('reports.column.paid'), widthPercent: 12, isNumeric: true },
            ],
            rows: file.orders.map(order => ({
              key: String(order.salesOrderId),
              cells: [
                order.orderedOn,
                order.orderNumber ?? '',
                productsOf(translation, order),
                order.isCancellation ? t('reports.cancellation') : tCode(`order-status.${order.status}`),
                order.refundedMinor > 0 ? money(-order.refundedMinor) : '',
                isRevenue(order) ? money(order.paidMinor) : '',
              ],
            })),
            foot: t(leftOut === 0 ? 'reports.file.ordersTotal' : 'reports.file.ordersTotalLeftOut', {
              count: file.orders.length - leftOut,
              leftOut,
              paid: money(sum(order => order.paidMinor)),
              refunded: money(sum(order => order.refundedMinor)),
              net: money(sum(order => order.netMinor)),
            }),
          },
        ]
      : []),
    ...(hasNotes ? [paperPart('order-notes', notes)] : []),
  ]
}

function isRevenue(order: SalesOrder): boolean {
  return order.status !== 'unpaid' && order.status !== 'closed'
}

/** The first item and how many more there are; items with details or a picture each on a line of their own. */
function productsOf(words: Translation, order: SalesOrder): ReactNode {
  const [first] = order.lines
  if (!first) return ''
  const described = order.lines.filter(line => line.details !== null || line.picture !== null)
  if (order.lines.length > 1 && described.length === 0)
    return words.t('reports.products.more', { first: itemText(first), count: order.lines.length })
  return order.lines.map(line => <PaperItem key={line.orderLineId} line={line} words={words} />)
}

const itemText = ({ title, quantity }: OrderLine) => (quantity === 1 ? title : `${title} × ${quantity}`)

function PaperItem({ line, words }: { line: OrderLine; words: Translation }) {
  const details = lineDetailsText(line.details, words)
  const picture = readPictureValue(line.picture)
  return (
    <div className="paper-item">
      {itemText(line)}
      {details && <div className="paper-item-details">{details}</div>}
      {picture && paperPicture(picture)}
    </div>
  )
}

function signatureBlock({ t }: Translation): PaperBlock {
  return paperPart(
    'signature',
    <>
      <h2 className="paper-title">{t('reports.file.signature')}</h2>
      <div className="paper-signature">
        <div>{t('reports.file.sign')}</div>
        <div>{t('reports.file.date')}</div>
      </div>
    </>,
  )
}
