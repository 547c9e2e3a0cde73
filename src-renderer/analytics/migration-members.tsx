import { useMemo, useState } from 'react'
import { SegmentSwatch } from '#renderer/components/segment-swatch.tsx'
import type { SheetColumn, SheetSort } from '#renderer/components/sheet-grid/sheet-column.ts'
import { groupColors } from '#renderer/i18n/contribution-words.ts'
import { formatMoney } from '#renderer/i18n/format-money.ts'
import { type Translation, useTranslation } from '#renderer/i18n/use-translation.ts'
import { call } from '#renderer/ipc/client.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { Request } from '#shared/contract/contract.ts'
import type {
  MigrationCell,
  MigrationMember,
  MigrationRequest,
  MigrationSort,
} from '#shared/domain/contribution-migration.ts'
import { type CurrencyCode, minorPerMajor } from '#shared/domain/currency.ts'
import { MembersSheet, personColumns, type RenderExport } from './members-sheet.tsx'
import { monthWords, moveWords, rowWords } from './migration-words.ts'

type MigrationMembersProps = {
  readonly request: MigrationRequest
  readonly cell: MigrationCell
  readonly currency: CurrencyCode
  readonly onOpenCustomer: (customerId: number, listId: number) => void
  readonly renderExport?: RenderExport | undefined
}

function memberColumns(
  translation: Translation,
  { fromOn, toOn }: MigrationRequest,
  currency: CurrencyCode,
): SheetColumn<MigrationMember>[] {
  const { t } = translation
  const [before, after] = [monthWords(translation, fromOn), monthWords(translation, toOn)]
  const group = (key: 'groupBefore' | 'group', month: string): SheetColumn<MigrationMember> => {
    const text = (member: MigrationMember) => rowWords(translation, member[key] ?? 'arrived')
    return {
      ...{ key, title: t('migration.member.group', { month }), widthPx: 190, text },
      render: member => (
        <SegmentSwatch colorKey={groupColors[member[key] ?? 'unassigned']}>{text(member)}</SegmentSwatch>
      ),
    }
  }
  const score = (key: 'scoreBeforeMinor' | 'scoreMinor', month: string): SheetColumn<MigrationMember> => ({
    ...{ key, title: t('migration.member.score', { month }), widthPx: 196 },
    ...{ isNumeric: true, isSortable: true },
    text: ({ [key]: minor }) => (minor === null ? '—' : formatMoney(minor, currency)),
    value: ({ [key]: minor }) => (minor === null ? null : minor / minorPerMajor(currency)),
  })
  return [
    ...personColumns<MigrationMember>(translation),
    group('groupBefore', before),
    group('group', after),
    score('scoreBeforeMinor', before),
    score('scoreMinor', after),
  ]
}

const fetchPage = (page: Request<'analytics.migrationMembersPage'>) =>
  call('analytics.migrationMembersPage', page)

/** The customers of a cell with both their groups and scores. */
export function MigrationMembers(props: MigrationMembersProps) {
  const { request, cell, currency } = props
  const translation = useTranslation()
  const [sort, setSort] = useState<SheetSort>({ key: 'scoreBeforeMinor', direction: 'descending' })
  const opened = useRequest(
    'analytics.openMigrationMembers',
    {
      migration: request,
      cell,
      sort: {
        column: sort.key as MigrationSort['column'],
        isDescending: sort.direction === 'descending',
      },
    },
    { keepsPrevious: true },
  )
  const columns = useMemo(
    () => memberColumns(translation, request, currency),
    [translation, request, currency],
  )
  return (
    <MembersSheet
      title={moveWords(translation, cell)}
      list={opened.data}
      error={opened.error}
      columns={columns}
      fetchPage={fetchPage}
      sort={sort}
      onSort={setSort}
      onOpenCustomer={props.onOpenCustomer}
      renderExport={props.renderExport}
    />
  )
}
