import { StopOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import type { SheetColumn } from '#renderer/components/sheet-grid/sheet-column.ts'
import { TagList } from '#renderer/components/tag.tsx'
import { currencySymbol, formatMoney } from '#renderer/i18n/format-money.ts'
import { formatPhone } from '#renderer/i18n/format-phone.ts'
import type { Translation } from '#renderer/i18n/use-translation.ts'
import { type CalendarDate, daysBetween } from '#shared/domain/calendar-date.ts'
import type { CurrencyCode } from '#shared/domain/currency.ts'
import type { CustomerRow } from '#shared/domain/customer.ts'
import { formatMinor } from '#shared/domain/money.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'
import type { ListRow } from './list-rows.ts'

type ColumnTools = Pick<Translation, 't' | 'tCode' | 'language'> & {
  readonly currency: CurrencyCode
  /** The day from which days are counted; undefined until it is known. */
  readonly today: CalendarDate | undefined
  readonly widthOf: (key: string) => number | undefined
}

type Column = Omit<SheetColumn<ListRow>, 'text' | 'render' | 'value' | 'widthPx'> & {
  /** In Chinese and in English, whose words are wider. */
  readonly widths: readonly [number, number]
  readonly text: (customer: CustomerRow) => string
  readonly render?: (customer: CustomerRow) => ReactNode
  readonly value?: (customer: CustomerRow) => number | null
}

/** Days since the last order; null without one, and for one that lies ahead. */
export function daysSince(lastOn: CalendarDate | null, today: CalendarDate | undefined): number | null {
  if (lastOn === null || today === undefined || lastOn > today) return null
  return daysBetween(lastOn, today)
}

const columnsOf = ({ t, tCode, currency, today }: ColumnTools): readonly Column[] => [
  {
    key: 'archiveNumber',
    title: t('field.archiveNumber'),
    widths: [88, 88],
    isSortable: true,
    text: row => row.archiveNumber,
    render: row => <span className="secondary">{row.archiveNumber}</span>,
  },
  {
    key: 'name',
    title: t('import-field.name'),
    widths: [122, 122],
    isSortable: true,
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
    text: row => row.phone ?? '',
    render: row => row.phone && formatPhone(row.phone),
  },
  {
    key: 'cardType',
    title: t('field.cardType'),
    widths: [62, 70],
    text: row => tCode(`customers.card.${row.cardType}`),
  },
  {
    key: 'lastOn',
    title: t('field.lastOn'),
    widths: [96, 96],
    isSortable: true,
    text: row => row.total.lastOn ?? '',
  },
  {
    key: 'days',
    title: t('customers.column.days'),
    widths: [92, 96],
    isSortable: true,
    isNumeric: true,
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
    text: row => row.address ?? '',
  },
  {
    key: 'tags',
    title: t('customers.column.tags'),
    widths: [130, 130],
    text: row => row.tags.join('、'),
    render: row => <TagList tags={row.tags} />,
  },
  {
    key: 'gender',
    title: t('import-field.gender'),
    widths: [56, 72],
    isSortable: true,
    text: row => (row.gender ? tCode(`gender.${row.gender}`) : ''),
  },
  {
    key: 'birthOn',
    title: t('customers.column.birthOn'),
    widths: [96, 96],
    isSortable: true,
    text: row => row.birthOn ?? '',
  },
  {
    key: 'occupation',
    title: t('import-field.occupation'),
    widths: [120, 120],
    isSortable: true,
    text: row => row.occupation ?? '',
  },
  {
    key: 'email',
    title: t('import-field.email'),
    widths: [190, 190],
    isSortable: true,
    text: row => row.email ?? '',
  },
]

/** The columns of the customer list. Deleted customers stand in grey, struck through. */
export function customerColumns(tools: ColumnTools): readonly SheetColumn<ListRow>[] {
  return columnsOf(tools).map(({ widths, text, render, value, ...column }) => {
    const textOf = ({ customer }: ListRow) => (customer ? text(customer) : '')
    const draw = ({ customer, isDeleted }: ListRow): ReactNode => {
      if (!customer)
        return column.key === 'name' && <s className="tertiary">{tools.t('customers.deletedRow')}</s>
      const shown = (render ?? text)(customer)
      return isDeleted ? <s className="list-deleted">{shown}</s> : shown
    }
    return {
      ...column,
      widthPx: tools.widthOf(column.key) ?? widths[tools.language === 'en' ? 1 : 0],
      text: textOf,
      render: draw,
      ...(value
        ? { value: ({ customer, isDeleted }: ListRow) => (customer && !isDeleted ? value(customer) : null) }
        : {}),
    }
  })
}
