import { StopOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import type { SheetColumn } from '#renderer/components/sheet-grid/sheet-column.ts'
import { Tag, TagList } from '#renderer/components/tag.tsx'
import { currencySymbol, formatMoney } from '#renderer/i18n/format-money.ts'
import { formatPhone } from '#renderer/i18n/format-phone.ts'
import type { Translation } from '#renderer/i18n/use-translation.ts'
import { type CalendarDate, daysBetween } from '#shared/domain/calendar-date.ts'
import type { CurrencyCode } from '#shared/domain/currency.ts'
import { CustomerKind, type CustomerListRow, Gender } from '#shared/domain/customer.ts'
import { formatMinor } from '#shared/domain/money.ts'
import type { ArchiveSettings } from '#shared/domain/settings.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'
import { AddressText } from './address-text.tsx'
import type { ListRow } from './list-rows.ts'
import { regionText } from './region-words.ts'
import { isStale } from './stale.ts'

/** What columns are made with. */
export type ColumnTools = Pick<Translation, 't' | 'tCode' | 'language'> & {
  readonly words: Translation
  readonly currency: CurrencyCode
  /** The day from which days are counted; undefined until it is known. */
  readonly today: CalendarDate | undefined
  /** By which a file counts as stale; undefined until it is known. */
  readonly settings: Pick<ArchiveSettings, 'quality'> | undefined
  /** The day that Ctrl+; writes. */
  readonly typingDay: string | undefined
  /** What is offered while one types. */
  readonly offered: { readonly tags: readonly string[]; readonly regions: readonly string[] }
  readonly widthOf: (key: string) => number | undefined
}

/** A column of the list; what it shows is said of a customer, who may be deleted meanwhile. */
export type Column = Omit<SheetColumn<ListRow>, 'text' | 'render' | 'value' | 'widthPx' | 'editText'> & {
  /** In Chinese and in English, whose words are wider. */
  readonly widths: readonly [number, number]
  readonly text: (customer: CustomerListRow) => string
  readonly render?: (customer: CustomerListRow) => ReactNode
  readonly value?: (customer: CustomerListRow) => number | null
  readonly editText?: (customer: CustomerListRow) => string
  /** Not shown until it is chosen. */
  readonly isFirstHidden?: boolean
}

/** Days since the last order; null without one, and for one that lies ahead. */
export function daysSince(lastOn: CalendarDate | null, today: CalendarDate | undefined): number | null {
  if (lastOn === null || today === undefined || lastOn > today) return null
  return daysBetween(lastOn, today)
}

const text = { kind: 'text' } as const

/** The columns of the default card and of what was bought. */
export const cardColumns = ({
  t,
  tCode,
  currency,
  today,
  typingDay,
  settings,
  offered,
  widthOf,
}: ColumnTools): readonly Column[] => [
  {
    key: 'archiveNumber',
    title: t('field.archiveNumber'),
    widths: [88, 88],
    isSortable: true,
    text: row => row.archiveNumber,
    render: row => <span className="secondary">{row.archiveNumber}</span>,
    lockedReason: t('cells.numberLocked'),
  },
  {
    key: 'name',
    title: t('import-field.name'),
    widths: [122, 122],
    isSortable: true,
    editor: text,
    editText: row => row.name,
    text: row => (row.isContactRefused ? `${row.name} (${t('common.refused')})` : row.name),
    render: row =>
      row.isContactRefused ? (
        <span className="list-name">
          <span className="clip">{row.name}</span>
          <StopOutlined className="seal" title={t('common.refused')} />
        </span>
      ) : (
        row.name
      ),
  },
  {
    key: 'phone',
    title: t('customers.column.phone'),
    widths: [118, 118],
    isSortable: true,
    editor: text,
    text: row => row.phone ?? '',
    render: row => row.phone && formatPhone(row.phone),
  },
  {
    key: 'cardType',
    title: t('field.cardType'),
    widths: [62, 70],
    text: row => tCode(`customers.card.${row.cardType}`),
    lockedReason: t('cells.cardLocked'),
  },
  {
    key: 'lastOn',
    title: t('field.lastOn'),
    widths: [96, 96],
    isSortable: true,
    lockedReason: t('cells.totalLocked'),
    text: row => row.total.lastOn ?? '',
  },
  {
    key: 'days',
    title: t('customers.column.days'),
    widths: [92, 96],
    isSortable: true,
    isNumeric: true,
    lockedReason: t('cells.totalLocked'),
    text: row => String(daysSince(row.total.lastOn, today) ?? ''),
    render: row => {
      const days = daysSince(row.total.lastOn, today)
      return days === null ? '' : formatNumber(days)
    },
    value: row => daysSince(row.total.lastOn, today),
  },
  {
    key: 'orderCount',
    title: t('field.orderCount'),
    widths: [64, 72],
    isSortable: true,
    isNumeric: true,
    lockedReason: t('cells.totalLocked'),
    text: row => String(row.total.orderCount),
    render: row => formatNumber(row.total.orderCount),
    value: row => row.total.orderCount,
  },
  {
    key: 'spendMinor',
    title: `${t('field.spend')} ${currencySymbol(currency).trim()}`,
    widths: [108, 108],
    isSortable: true,
    isNumeric: true,
    lockedReason: t('cells.totalLocked'),
    text: row => formatMinor(row.total.spendMinor, currency),
    render: row => formatMoney(row.total.spendMinor, currency),
    value: row => row.total.spendMinor,
  },
  {
    key: 'address',
    title: t('customers.form.address'),
    widths: [260, 260],
    isSortable: true,
    isGrowing: true,
    editor: text,
    text: row => row.address ?? '',
    render: row => row.address && <AddressText address={row.address} region={row.region} />,
  },
  {
    key: 'tags',
    title: t('customers.column.tags'),
    widths: [130, 130],
    editor: { kind: 'choices', isOpen: true, options: offered.tags },
    text: row => row.tags.join('、'),
    render: row => <TagList tags={row.tags} roomPx={widthOf('tags') ?? 130} />,
  },
  {
    key: 'gender',
    title: t('import-field.gender'),
    widths: [56, 72],
    isSortable: true,
    editor: { kind: 'choice', options: Gender.options.map(code => tCode(`gender.${code}`)) },
    text: row => (row.gender ? tCode(`gender.${row.gender}`) : ''),
  },
  {
    key: 'birthOn',
    title: t('customers.column.birthOn'),
    widths: [96, 96],
    isSortable: true,
    editor: text,
    text: row => row.birthOn ?? '',
  },
  {
    key: 'occupation',
    title: t('import-field.occupation'),
    widths: [120, 120],
    isSortable: true,
    editor: text,
    text: row => row.occupation ?? '',
  },
  {
    key: 'email',
    title: t('import-field.email'),
    widths: [190, 190],
    isSortable: true,
    editor: text,
    text: row => row.email ?? '',
  },
  {
    key: 'kind',
    title: t('customers.form.kind'),
    widths: [72, 88],
    isFirstHidden: true,
    editor: { kind: 'choice', options: CustomerKind.options.map(code => tCode(`customer-kind.${code}`)) },
    text: row => tCode(`customer-kind.${row.kind}`),
  },
  {
    key: 'region',
    title: t('customers.batch.region'),
    widths: [170, 170],
    isFirstHidden: true,
    editor: { kind: 'choice', isOpen: true, options: offered.regions },
    text: row => (row.region ? regionText(row.region) : ''),
  },
  {
    key: 'wechat',
    title: t('customers.form.wechat'),
    widths: [120, 120],
    isFirstHidden: true,
    editor: text,
    text: row => row.wechat ?? '',
  },
  {
    key: 'source',
    title: t('import-field.source'),
    widths: [110, 110],
    isFirstHidden: true,
    editor: text,
    text: row => row.source ?? '',
  },
  {
    key: 'contactRefusedOn',
    title: t('field.contactRefusedOn'),
    widths: [104, 120],
    isFirstHidden: true,
    editor: { kind: 'day', today: typingDay },
    text: row => row.contactRefusedOn ?? '',
  },
  {
    key: 'completeness',
    title: t('customers.column.completeness'),
    widths: [82, 110],
    isSortable: true,
    isNumeric: true,
    isFirstHidden: true,
    lockedReason: t('customers.column.completenessLocked'),
    text: row => String(row.completeness),
    value: row => row.completeness,
  },
  {
    key: 'knownOn',
    title: t('customers.column.knownOn'),
    widths: [150, 170],
    isSortable: true,
    isFirstHidden: true,
    lockedReason: t('customers.column.knownOnLocked'),
    text: row =>
      isStale(row.knownOn, settings, typingDay) ? `${row.knownOn} (${t('customers.stale')})` : row.knownOn,
    render: row => (
      <>
        {row.knownOn}{' '}
        {isStale(row.knownOn, settings, typingDay) && <Tag tone="warn">{t('customers.stale')}</Tag>}
      </>
    ),
  },
]
