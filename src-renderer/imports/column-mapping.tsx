import { Select } from 'antd'
import { memo, useCallback, useRef, useState } from 'react'
import { LinkButton } from '#renderer/components/link-button.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { ConflictPolicies } from '#shared/domain/conflict-policy.ts'
import type { MappedColumn } from '#shared/domain/import-batch.ts'
import type { ImportKind, ImportTarget } from '#shared/domain/import-field.ts'
import { columnLetters } from './cell-place.ts'
import { MasterPolicy, PolicyChoice } from './conflict-policy.tsx'
import { type FieldChoice, type FieldChoices, useFieldChoices } from './field-choices.ts'
import { useMakeField } from './use-make-field.ts'

type ColumnMappingProps = {
  readonly columns: readonly MappedColumn[]
  readonly kind: ImportKind
  readonly onField: (columnIndex: number, field: ImportTarget | null) => void
  readonly onSkipAll: (columns: readonly MappedColumn[]) => void
  readonly policies: ConflictPolicies
  readonly onPolicies: (policies: ConflictPolicies) => void
  /** Rows meet records that the archive has: then it matters whose value counts. */
  readonly isMeetingKnown: boolean
}

const isMapped = (column: MappedColumn) => column.field !== null
const isOpen = ({ origin }: MappedColumn) => origin === 'proposed' || origin === 'new'
const isUnknown = (column: MappedColumn) => column.field === null && isOpen(column)
const isSkipped = (column: MappedColumn) => column.field === null && !isOpen(column)

/**
 * Which column goes where. Columns that nobody knew stand together at the end, also once they were given a field: a list that
 * jumps under the hand loses the place. For another sheet give another `key`.
 */
export function ColumnMapping({ columns, kind, onField, onSkipAll, ...policy }: ColumnMappingProps) {
  const { isMeetingKnown } = policy
  const { t } = useTranslation()
  const choices = useFieldChoices(columns, kind)
  const [unknownAtFirst] = useState(
    () => new Set(columns.filter(isUnknown).map(column => column.columnIndex)),
  )
  const unknownHead = useRef<HTMLDivElement>(null)
  const unknown = columns.filter(isUnknown)
  const rows = (areUnknown: boolean) =>
    columns
      .filter(({ columnIndex }) => unknownAtFirst.has(columnIndex) === areUnknown)
      .map(column => (
        <MappingRow
          key={column.columnIndex}
          column={column}
          choices={choices}
          isCustomers={kind === 'customers'}
          onField={onField}
          {...policy}
        />
      ))
  return (
    <Panel
      title={t('imports.columns.title')}
      extra={
        <span className="row small">
          <span className="tertiary">
            {t('imports.columns.matched', { count: columns.filter(isMapped).length })}
          </span>
          {unknown.length > 0 && (
            <LinkButton onClick={() => unknownHead.current?.scrollIntoView({ block: 'start' })}>
              {t('imports.columns.unknown', { count: unknown.length })}
            </LinkButton>
          )}
        </span>
      }
      className="import-columns"
    >
      {isMeetingKnown && <MasterPolicy columns={columns} {...policy} />}
      {rows(false)}
      {unknown.length > 0 && (
        <div ref={unknownHead} className="row small import-unknown">
          <span className="grow warn">{t('imports.columns.unmatched', { count: unknown.length })}</span>
          {unknown.length > 1 && (
            <LinkButton onClick={() => onSkipAll(unknown)}>{t('imports.columns.skipAll')}</LinkButton>
          )}
        </div>
      )}
      {rows(true)}
    </Panel>
  )
}

function rowClass(column: MappedColumn): string {
  if (isUnknown(column)) return 'import-column is-unknown'
  return isSkipped(column) ? 'import-column is-skipped' : 'import-column'
}

type MappingRowProps = {
  readonly column: MappedColumn
  readonly choices: FieldChoices
  readonly isCustomers: boolean
  readonly onField: ColumnMappingProps['onField']
} & Pick<ColumnMappingProps, 'policies' | 'onPolicies' | 'isMeetingKnown'>

const MappingRow = memo(function MappingRow(props: MappingRowProps) {
  const { column, choices, isCustomers, onField, ...policy } = props
  const { t } = useTranslation()
  const { columnIndex, samples } = column
  const letters = columnLetters(columnIndex)
  const header = column.header === '' ? t('imports.columns.noHeader', { letters }) : column.header
  const example = samples
    .filter(text => text !== '')
    .slice(0, 3)
    .join(t('imports.listSeparator'))
  const choose = useCallback(
    (value: string) => onField(columnIndex, value === '' ? null : (value as ImportTarget)),
    [columnIndex, onField],
  )
  return (
    <div className={rowClass(column)}>
      <div className="row">
        <span className="import-column-header clip" title={header}>
          {header}
        </span>
        <ColumnMark column={column} />
        <span className="tertiary" aria-hidden="true">
          →
        </span>
        <FieldSelect column={column} header={header} choices={choices} onChoose={choose} />
      </div>
      <div className="small tertiary row">
        <span className="clip grow" title={example}>
          {example === '' ? t('imports.columns.noExample') : t('imports.columns.example', { text: example })}
        </span>
        {column.isSensitive && column.field === null && (
          <span className="warn nowrap">{t('imports.columns.sensitive')}</span>
        )}
        {policy.isMeetingKnown && column.field !== null && (
          <PolicyChoice field={column.field} header={header} {...policy} />
        )}
        {isUnknown(column) && isCustomers && column.header.trim() !== '' && (
          <MakeFieldButton column={column} onField={onField} />
        )}
        {isUnknown(column) && (
          <LinkButton onClick={() => onField(columnIndex, null)}>{t('imports.columns.skip')}</LinkButton>
        )}
      </div>
    </div>
  )
})

/** Keeps what nobody knew: the column becomes a field of the form and leads to it. */
function MakeFieldButton({ column, onField }: Pick<MappingRowProps, 'column' | 'onField'>) {
  const { t } = useTranslation()
  const make = useMakeField()
  const onClick = async () => {
    const made = await make(column)
    if (made) onField(column.columnIndex, made)
  }
  return <LinkButton onClick={() => void onClick()}>{t('imports.columns.makeField')}</LinkButton>
}

/** What is not as it was in the file before. */
function ColumnMark({ column: { origin, wasHeader } }: { column: MappedColumn }) {
  const { t } = useTranslation()
  if (origin === 'new') return <span className="import-mark is-new">{t('imports.columns.new')}</span>
  if (wasHeader === null) return null
  const text = t('imports.columns.was', { header: wasHeader })
  return (
    <span className="import-mark clip" title={text}>
      {text}
    </span>
  )
}

type FieldSelectProps = {
  readonly column: MappedColumn
  readonly header: string
  readonly choices: FieldChoices
  readonly onChoose: (value: string) => void
}

function FieldSelect({ column, header, choices, onChoose }: FieldSelectProps) {
  const { t } = useTranslation()
  const value = column.field ?? (isSkipped(column) ? '' : null)
  return (
    <Select
      size="small"
      className={isMapped(column) ? 'import-field is-mapped' : 'import-field'}
      variant={isUnknown(column) ? 'outlined' : 'borderless'}
      {...(isUnknown(column) ? { status: 'warning' as const } : {})}
      aria-label={t('imports.columns.fieldFor', { header })}
      popupMatchSelectWidth={260}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t('imports.columns.choose')}
      value={value}
      options={choices as never}
      optionRender={option => {
        const { usedBy, value: name } = option.data as unknown as FieldChoice
        return (
          <span className="row">
            <span className="grow">{option.label}</span>
            {usedBy !== undefined && name !== column.field && (
              <span className="small tertiary clip">{t('imports.columns.used', { header: usedBy })}</span>
            )}
          </span>
        )
      }}
      onChange={onChoose}
    />
  )
}
