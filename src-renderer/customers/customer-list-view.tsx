import './customers.css'
import { FilterOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type ReactNode, useCallback, useState } from 'react'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { ButtonKey } from '#renderer/components/kbd.tsx'
import { PageHead } from '#renderer/components/page-head.tsx'
import type { RowRange } from '#renderer/components/sheet-grid/selection.ts'
import { SheetGrid } from '#renderer/components/sheet-grid/sheet-grid.tsx'
import type { SheetSelection } from '#renderer/components/sheet-grid/sheet-grid-props.ts'
import type { SheetSummary } from '#renderer/components/sheet-grid/summary.ts'
import { usePageKeys } from '#renderer/components/use-page-keys.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useRowPx } from '#renderer/ipc/use-preferences.ts'
import type { ExportScope } from '#shared/domain/export.ts'
import type { SelectedCustomers } from '#shared/domain/selected-customers.ts'
import { customerList, useCustomerList } from './customer-list.ts'
import { CustomerPreview } from './customer-preview.tsx'
import { FilterBar } from './filter/filter-bar.tsx'
import { FilterDialog } from './filter/filter-dialog.tsx'
import { filterFieldOf } from './filter/filter-draft.ts'
import { NobodyFound } from './filter/nobody-found.tsx'
import { useListFilter } from './filter/use-list-filter.ts'
import { ListNote } from './list-note.tsx'
import { ListStatus } from './list-status.tsx'
import { isByName, NameStrip, sortOfHead } from './names/name-strip.tsx'
import { SelectionActs } from './selection-acts.tsx'
import { useCellEditing } from './use-cell-editing.tsx'
import { useColumnLayout } from './use-column-layout.tsx'
import { useIsWide } from './use-is-wide.ts'
import { useListGrid } from './use-list-grid.ts'
import { useCurrentView } from './views/use-current-view.ts'
import { ViewMenu } from './views/view-menu.tsx'

type CustomerListViewProps = {
  readonly onOpen: (customerId: number) => void
  readonly onCreate: () => void
  readonly onPrint: (customerId: number) => void
  readonly onImport: () => void
  /** Ways to other lists, beside the count: what is proposed for some of them, the bin. */
  readonly renderLinks?: (isFiltered: boolean) => ReactNode
  /** Draws what other rooms do with the selected customers. */
  readonly renderActs?: (select: () => Promise<SelectedCustomers | null>) => ReactNode
  /** Draws the way to export what is selected, else the whole list in its order. */
  readonly renderExport?: (count: number, readScope: () => Promise<ExportScope | null>) => ReactNode
}

/** The page of all customers: the list like a sheet, what can be done with a selection, a preview where there is room. */
export function CustomerListView({
  onOpen,
  onCreate,
  onPrint,
  onImport,
  renderLinks,
  renderExport,
  renderActs,
}: CustomerListViewProps) {
  const { t } = useTranslation()
  const { isReadOnly } = useOpenArchive()
  const isWide = useIsWide()
  const rowPx = useRowPx()
  const { sort, where, snapshot, error, isOld } = useCustomerList()
  const { grid, columns, rows, source, ...shownColumns } = useListGrid(snapshot, where)
  const { columnLayout, chooser } = useColumnLayout(grid, shownColumns)
  const editing = useCellEditing(snapshot?.listId, onOpen)
  const focusList = () => grid.current?.focus()
  const { filter, words, asOf, edited, ...filtering } = useListFilter(where, focusList)
  const view = useCurrentView()
  const [isNaming, setNaming] = useState(false)
  const [selection, setSelection] = useState<SheetSelection | null>(null)
  const [summary, setSummary] = useState<SheetSummary | null>(null)
  const [shown, setShown] = useState<RowRange | null>(null)
  const select = useCallback((next: SheetSelection) => {
    customerList.activeRow = next.activeRow
    setSelection(next)
  }, [])
  const isEmpty = snapshot?.total === 0
  const canFilter = filter !== null || (snapshot !== null && !isEmpty)
  usePageKeys({
    'Ctrl+N': isReadOnly ? undefined : onCreate,
    'Ctrl+Shift+L': canFilter ? () => filtering.add() : undefined,
    F5: () => customerList.refresh(),
  })

  const filterOf = (columnKey: string) => {
    const field = filterFieldOf(columnKey)
    return field && (() => filtering.add(field))
  }
  /** Seen from below, so that the row stands at the top. */
  const showFromRow = (row: number) => {
    grid.current?.goToRow(row + (shown ? shown.last - shown.first : 0))
    grid.current?.goToRow(row)
  }
  const readScope = async (): Promise<ExportScope | null> => {
    if (selection && selection.rowCount > 0 && rows)
      return { of: 'customers', customerIds: await rows.readIds(selection.rows) }
    return snapshot && { of: 'list', listId: snapshot.listId, isWhole: true }
  }
  return (
    <>
      <PageHead
        title={t('customers.title')}
        tabs={
          asOf &&
          !(isEmpty && filter === null) && (
            <ViewMenu asOf={asOf} isNaming={isNaming} onNaming={setNaming} onDone={focusList} />
          )
        }
        note={
          <>
            <ListNote snapshot={snapshot} where={where} isOld={isOld} />
            <span className="list-links">{renderLinks?.(where !== null)}</span>
          </>
        }
      >
        {selection && selection.rowCount > 0 && rows && (
          <SelectionActs
            rows={rows}
            selection={selection}
            onPrint={onPrint}
            onClear={() => grid.current?.clearSelection()}
            renderActs={renderActs}
          />
        )}
        {canFilter && filter === null && (
          <Button
            icon={<FilterOutlined />}
            aria-keyshortcuts="Control+Shift+L"
            onClick={() => filtering.add()}
          >
            {t('filter.open')} <ButtonKey keys="Ctrl+Shift+L" />
          </Button>
        )}
        {snapshot && !isEmpty && renderExport?.(selection?.rowCount || snapshot.total, readScope)}
        {!isReadOnly && (
          <Button
            type={isEmpty ? 'default' : 'primary'}
            icon={<PlusOutlined />}
            title="Ctrl+N"
            onClick={onCreate}
          >
            {t('customers.new')}
          </Button>
        )}
      </PageHead>
      {filter && (
        <FilterBar
          filter={filter}
          words={words}
          onSave={isReadOnly || (view.current && !view.isChanged) ? undefined : () => setNaming(true)}
          onEdit={filtering.edit}
          onChange={filtering.change}
        />
      )}
      {edited !== null && asOf && (
        <FilterDialog
          key={edited.index}
          filter={filter}
          edited={edited}
          asOf={asOf}
          words={words}
          onApply={filtering.change}
          onApplyAndAdd={filtering.changeAndAdd}
          onClose={filtering.close}
        />
      )}
      {chooser}
      {error && (
        <ErrorNote
          error={error.data}
          action={<Button onClick={() => customerList.refresh()}>{t('common.retry')}</Button>}
        />
      )}
      {snapshot && !isEmpty && isByName(sort) && (
        <NameStrip
          listId={snapshot.listId}
          sort={sort}
          activeRow={selection?.activeRow ?? 0}
          onGoToRow={showFromRow}
          onLeave={focusList}
        />
      )}
      {(snapshot || !error) && (
        <div className={isWide && !isEmpty ? 'fill list-with-preview' : 'fill'}>
          <SheetGrid
            ref={grid}
            label={t('customers.title')}
            columns={columns}
            source={source}
            frozenCount={shownColumns.frozenCount}
            columnLayout={columnLayout}
            filterOf={filterOf}
            editing={editing}
            rowPx={rowPx}
            initialRow={customerList.activeRow}
            sort={isByName(sort) ? { ...sort, key: 'name' } : sort}
            onSort={next => customerList.sortBy(sortOfHead(next, sort))}
            onOpenRow={({ customer, isDeleted }) => customer && !isDeleted && onOpen(customer.customerId)}
            onSelectionChange={select}
            onSummary={setSummary}
            onShownRows={setShown}
            onResizeColumn={(key, widthPx) => customerList.keepWidth(key, widthPx)}
            emptyState={
              where ? (
                <NobodyFound where={where} words={words} onChange={filtering.change} />
              ) : (
                <NoCustomers onImport={isReadOnly ? undefined : onImport} />
              )
            }
          />
          {isWide && snapshot && !isEmpty && (
            <CustomerPreview listId={snapshot.listId} row={selection?.activeRow ?? 0} onOpen={onOpen} />
          )}
        </div>
      )}
      {snapshot && !isEmpty && (
        <ListStatus shown={shown} total={snapshot.total} summary={summary} columns={columns} />
      )}
    </>
  )
}

function NoCustomers({ onImport }: { onImport: (() => void) | undefined }) {
  const { t } = useTranslation()
  return (
    <EmptyState
      text={t('customers.empty')}
      example={t('customers.empty.example')}
      action={
        onImport && (
          <Button type="primary" onClick={onImport}>
            {t('customers.empty.import')}
          </Button>
        )
      }
    />
  )
}
