import type { ReactNode } from 'react'
import type { SheetColumn } from '#renderer/components/sheet-grid/sheet-column.ts'
import { Tag } from '#renderer/components/tag.tsx'
import type { Translation } from '#renderer/i18n/use-translation.ts'
import type { ImportPreview, MappedColumn, PreviewRow, RowVerdict } from '#shared/domain/import-batch.ts'
import { type ImportFieldName, importFields } from '#shared/domain/import-field.ts'
import { diffParts } from './diff-parts.ts'
import type { PreviewTab } from './preview-tab.ts'

type Words = Pick<Translation, 't' | 'tCode' | 'language'>
type FieldValue = (typeof importFields)[number]['value']

const tones = { created: 'brand', updated: 'info', unchanged: 'plain', rejected: 'seal' } as const

const valueOfField = new Map<ImportFieldName, FieldValue>(
  importFields.map(({ name, value }) => [name, value]),
)
const numericValues: readonly FieldValue[] = ['money', 'count', 'quantity', 'unit-price']
const widths: Partial<Record<FieldValue, number>> = {
  phone: 190,
  'date-time': 150,
  date: 110,
  'birth-date': 110,
  gender: 60,
  identifier: 150,
  money: 132,
  count: 90,
  quantity: 76,
  'unit-price': 110,
  'order-status': 90,
}
const fieldWidths: Partial<Record<ImportFieldName, number>> = { name: 120, address: 220, productTitle: 220 }

/** What names a new record, in bold. */
const keyFields = { customers: 'name', orders: 'orderNumber' } as const

/** Result of a row in a word with its tint. */
export function VerdictTag({ verdict, t }: { verdict: RowVerdict } & Pick<Words, 't'>) {
  return <Tag tone={tones[verdict]}>{t(`common.rows.${verdict}`)}</Tag>
}

/** The columns of a tab: row of the file, result, why it was rejected, then what will be written. */
export function rowColumns(
  { columns, kind }: Pick<ImportPreview, 'columns' | 'kind'>,
  tab: PreviewTab,
  words: Words,
): readonly SheetColumn<PreviewRow>[] {
  const { t, language } = words
  const verdict: SheetColumn<PreviewRow> = {
    key: 'verdict',
    title: t('imports.rows.verdict'),
    widthPx: language === 'en' ? 88 : 60,
    text: row => t(`common.rows.${row.verdict}`),
    render: row => <VerdictTag verdict={row.verdict} t={t} />,
  }
  const mapped = columns.flatMap(column =>
    column.field === null ? [] : [valueColumn(column, column.field, keyFields[kind], words)],
  )
  const [first, ...rest] = mapped
  const reasons = tab === 'rejected' ? reasonColumns(words) : []
  return [verdict, ...(first ? [first] : []), ...reasons, ...rest]
}

function reasonColumns({ t, tCode }: Words): readonly SheetColumn<PreviewRow>[] {
  return [
    {
      key: 'reason-cell',
      title: t('imports.rows.cell'),
      widthPx: 72,
      text: row => row.reasonCell ?? '',
    },
    {
      key: 'reason',
      title: t('imports.rows.reason'),
      widthPx: 320,
      text: row => (row.reason === null ? '' : tCode(`row-reason.${row.reason}`)),
    },
  ]
}

function valueColumn(
  { columnIndex }: MappedColumn,
  field: ImportFieldName,
  key: ImportFieldName,
  { t, tCode, language }: Words,
): SheetColumn<PreviewRow> {
  const value = valueOfField.get(field) ?? 'text'
  const isText = value === 'text'
  const wording = (text: string | null) =>
    text !== null && value === 'order-status' ? tCode(`order-status.${text}`) : text
  const changeOf = (row: PreviewRow) => {
    const change = row.changes.find(one => one.columnIndex === columnIndex)
    return change && { before: wording(change.before), after: wording(change.after) ?? '' }
  }
  const textOf = (row: PreviewRow) => row.cells[columnIndex] ?? ''
  return {
    key: String(columnIndex),
    title: t(`import-field.${field}`),
    widthPx: (fieldWidths[field] ?? widths[value] ?? 140) + (language === 'en' ? 16 : 0),
    isNumeric: numericValues.includes(value),
    isGrowing: field === 'address' || field === 'productTitle',
    text: row => {
      const change = changeOf(row)
      if (!change) return textOf(row)
      const { before, after } = change
      return before === null || before === ''
        ? t('imports.rows.filled', { after })
        : t('imports.rows.changed', { before, after })
    },
    render: row => {
      const change = changeOf(row)
      if (change) return <DiffText before={change.before} after={change.after} isText={isText} />
      return row.verdict === 'created' && field === key ? <b>{textOf(row)}</b> : textOf(row)
    },
  }
}

/** A changed cell: old struck through, new in bold on green; of a text that only grew, the new part is marked. */
export function DiffText(props: { before: string | null; after: string; isText: boolean }): ReactNode {
  const { before, after, isText } = props
  const parts = isText ? diffParts(before, after) : { old: before, head: after, inserted: '', tail: '' }
  return (
    <span className="import-diff">
      {parts.old === null || parts.old === '' ? null : <s>{parts.old}</s>}
      <b>
        {parts.head}
        {parts.inserted === '' ? null : <mark>{parts.inserted}</mark>}
        {parts.tail}
      </b>
    </span>
  )
}
