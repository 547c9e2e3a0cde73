import type { ReactNode } from 'react'
import { fieldValueText } from '#renderer/components/field-value-text.ts'
import { fieldName } from '#renderer/components/field-words.ts'
import type { SheetColumn } from '#renderer/components/sheet-grid/sheet-column.ts'
import { Tag } from '#renderer/components/tag.tsx'
import type { CardFields } from '#renderer/components/use-card-fields.ts'
import type { Translation } from '#renderer/i18n/use-translation.ts'
import type { CurrencyCode } from '#shared/domain/currency.ts'
import type { FieldDefinition } from '#shared/domain/field.ts'
import type { ImportPreview, MappedColumn, PreviewRow, RowVerdict } from '#shared/domain/import-batch.ts'
import {
  type ImportFieldName,
  type ImportTarget,
  type importFields,
  importValueOf,
} from '#shared/domain/import-field.ts'
import { diffParts } from './diff-parts.ts'
import type { PreviewTab } from './preview-tab.ts'

type Words = Translation
type FieldValue = (typeof importFields)[number]['value']
/** What a preview needs to word values beyond the default card. */
export type PreviewWords = Words & { readonly fields: CardFields; readonly currency: CurrencyCode }

const tones = { created: 'brand', updated: 'info', unchanged: 'plain', rejected: 'seal' } as const

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
const fieldWidths: Partial<Record<ImportTarget, number>> = { name: 120, address: 220, productTitle: 220 }

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
  words: PreviewWords,
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
  field: ImportTarget,
  key: ImportFieldName,
  words: PreviewWords,
): SheetColumn<PreviewRow> {
  const { t, tCode, language, fields } = words
  const beyond = fields.get(field)?.field
  const value = importValueOf(field) ?? likeValue(beyond)
  const isText = value === 'text'
  const wording = (text: string | null) => {
    if (text === null) return null
    if (beyond) return storedText(beyond, text, words)
    return value === 'order-status' ? tCode(`order-status.${text}`) : text
  }
  const changeOf = (row: PreviewRow) => {
    const change = row.changes.find(one => one.columnIndex === columnIndex)
    return change && { before: wording(change.before), after: wording(change.after) ?? '' }
  }
  const textOf = (row: PreviewRow) => row.cells[columnIndex] ?? ''
  return {
    key: String(columnIndex),
    title: beyond ? fieldName(beyond, words) : tCode(`import-field.${field}`),
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
      const blank = row.blanks.find(one => one.columnIndex === columnIndex)
      if (blank) return <BlankCell text={textOf(row)} reason={t(`cell-issue.${blank.code}`)} />
      return row.verdict === 'created' && field === key ? <b>{textOf(row)}</b> : textOf(row)
    },
  }
}

/** A cell that is imported as blank, with the reason at hand. */
function BlankCell({ text, reason }: { text: string; reason: string }) {
  return (
    <span className="import-blank" title={reason}>
      <s>{text}</s> <span className="small warn">{reason}</span>
    </span>
  )
}

function likeValue(field: FieldDefinition | undefined): FieldValue {
  switch (field?.valueKind) {
    case 'money':
      return 'money'
    case 'number':
      return 'quantity'
    case 'day':
      return 'date'
    case 'text':
      return 'text'
    default:
      return 'text-list'
  }
}

/** A value beyond the default card as it is stored, in words: `text` is the JSON of its rows. */
function storedText(field: FieldDefinition, text: string, words: PreviewWords): string {
  const parts = JSON.parse(text) as readonly (string | number)[]
  const [first] = parts
  if (first === undefined) return ''
  return fieldValueText(field, field.valueKind === 'choices' ? parts.map(Number) : first, words)
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
