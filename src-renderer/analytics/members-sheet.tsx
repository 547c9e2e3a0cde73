import { StopOutlined } from '@ant-design/icons'
import { type ReactNode, useMemo } from 'react'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import type { SheetColumn, SheetSort, SheetSource } from '#renderer/components/sheet-grid/sheet-column.ts'
import { SheetGrid } from '#renderer/components/sheet-grid/sheet-grid.tsx'
import { Skeleton } from '#renderer/components/skeleton.tsx'
import { formatPhone } from '#renderer/i18n/format-phone.ts'
import type { Translation } from '#renderer/i18n/use-translation.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRowPx } from '#renderer/ipc/use-preferences.ts'
import type { AppError } from '#shared/contract/app-error.ts'
import type { ExportScope } from '#shared/domain/export.ts'

/** Draws the way to export so many customers. */
export type RenderExport = (count: number, readScope: () => Promise<ExportScope | null>) => ReactNode

type Member = {
  readonly customerId: number
  readonly name: string
  readonly phone: string | null
  readonly isContactRefused: boolean
}

type OpenedList = { readonly listId: number; readonly total: number; readonly refusedCount: number }

type MembersSheetProps<Row extends Member> = {
  readonly title: string
  /** The list in its order, once it is known. */
  readonly list: OpenedList | undefined
  readonly error: AppError | null
  readonly columns: readonly SheetColumn<Row>[]
  readonly fetchPage: (page: { listId: number; start: number; count: number }) => Promise<readonly Row[]>
  readonly sort: SheetSort
  readonly onSort: (sort: SheetSort) => void
  readonly onOpenCustomer: (customerId: number, listId: number) => void
  readonly renderExport?: RenderExport | undefined
  /** Who they are, in a line under the title. */
  readonly note?: string
  /** What can be done with them. */
  readonly uses?: ReactNode
}

/** The columns that every list of members begins with: the name, with a mark of who refused contact, and the phone. */
export function personColumns<Row extends Member>({ t }: Translation): SheetColumn<Row>[] {
  return [
    {
      key: 'name',
      title: t('segments.member.name'),
      widthPx: 150,
      isSortable: true,
      text: member => member.name,
      render: member => (
        <>
          {member.name}{' '}
          {member.isContactRefused && <StopOutlined className="seal" title={t('common.refused')} />}
        </>
      ),
    },
    {
      key: 'phone',
      title: t('segments.member.phone'),
      widthPx: 130,
      text: member => formatPhone(member.phone ?? ''),
    },
  ]
}

/** The customers behind a mark of a chart, how many they are and what can be done with them; Enter opens one. */
export function MembersSheet<Row extends Member>(props: MembersSheetProps<Row>) {
  const { title, list, error, columns, fetchPage, sort, onSort, onOpenCustomer, renderExport } = props
  const { t } = useTranslation()
  const source = useMemo<SheetSource<Row> | undefined>(
    () =>
      list && {
        count: list.total,
        generation: list.listId,
        fetchRange: (start, count) => fetchPage({ listId: list.listId, start, count }),
      },
    [list, fetchPage],
  )
  const rowPx = useRowPx()
  return (
    <section className="segment-members">
      <div className="row segment-members-head">
        <h2 className="section-title">{title}</h2>
        {list && <span className="num">{t('segments.members.count', { count: list.total })}</span>}
        {list && list.refusedCount > 0 && (
          <span className="secondary">{t('segments.members.refused', { count: list.refusedCount })}</span>
        )}
        <span className="grow" />
        {props.uses}
        {list &&
          list.total > 0 &&
          renderExport?.(list.total, async () => ({ of: 'list', listId: list.listId }))}
      </div>
      {props.note && <div className="segment-members-note secondary">{props.note}</div>}
      {error && <ErrorNote error={error} />}
      {!list && !error && <Skeleton />}
      {list && (
        <SheetGrid
          label={title}
          columns={columns}
          source={source}
          frozenCount={1}
          rowPx={rowPx}
          sort={sort}
          onSort={onSort}
          onOpenRow={member => onOpenCustomer(member.customerId, list.listId)}
          emptyState={<EmptyState text={t('segments.members.empty')} />}
        />
      )}
    </section>
  )
}
