import { useEffect, useMemo, useRef } from 'react'
import { useReferenceDay } from '#renderer/components/analysis-choice.ts'
import type { SheetSource } from '#renderer/components/sheet-grid/sheet-column.ts'
import type { SheetHandle } from '#renderer/components/sheet-grid/sheet-grid-props.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { call, toAppError } from '#renderer/ipc/client.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useEvent } from '#renderer/ipc/use-event.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { FilterRequest } from '#shared/domain/customer-filter.ts'
import { fieldIdOf } from '#shared/domain/field.ts'
import type { ColumnTools } from './customer-columns.tsx'
import { customerList, type Snapshot, useListState } from './customer-list.ts'
import { allColumns, sheetColumns } from './list-columns.tsx'
import { type ListRow, ListRows } from './list-rows.ts'
import { regionTexts } from './region-words.ts'
import { useFilterColumns, withFilterColumns } from './use-filter-columns.ts'

/** Columns and rows of the list for its grid, and the handle of the grid. */
export function useListGrid(snapshot: Snapshot | null, where: FilterRequest | null) {
  const grid = useRef<SheetHandle>(null)
  useEvent('data.changed', ({ topics }) => {
    if (topics.includes('customers') || topics.includes('orders')) grid.current?.refresh()
  })
  useReturn(grid, snapshot)
  const filterColumns = useFilterColumns(where)
  const { columns, shownKeys, fieldIds, frozenCount, all } = useCustomerColumns(filterColumns.keys)
  const { rows, source } = useSnapshotRows(snapshot, renewLost, fieldIds)
  const needed = fieldIds.join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: other fields are other rows
  useEffect(() => grid.current?.refresh(), [needed])
  return { grid, columns, shownKeys, filterColumns, frozenCount, all, rows, source }
}

const none: readonly string[] = []

/** The columns of every list of customers: as they were chosen, ordered and dragged in the list of all, those of a filter first. */
export function useCustomerColumns(ofFilter: readonly string[] = none) {
  const words = useTranslation()
  const { currency } = useOpenArchive()
  const today = useReferenceDay()
  const { data: facts } = useRequest('program.facts', {})
  const { data: fields } = useRequest('fields.list', {})
  const { data: settings } = useRequest('settings.get', {})
  const { columns: chosen, frozenCount } = useListState()
  const offered = useOfferedWords([...(chosen ?? []), ...ofFilter].includes('region'))
  const widths = customerList.getWidths()
  const typingDay = facts?.today
  return useMemo(() => {
    const { t, tCode, language } = words
    const widthOf = (key: string) => widths[key]
    const tools = { t, tCode, language, words, currency, today, typingDay, settings, offered, widthOf }
    const all = allColumns(fields?.groups ?? [], tools)
    const byKey = new Map(all.map(column => [column.key, column]))
    const first = all.filter(({ isFirstHidden }) => !isFirstHidden).map(({ key }) => key)
    const shown = (chosen ?? first).filter(key => byKey.has(key))
    const shownKeys = shown.length > 0 ? shown : first
    const seenKeys = withFilterColumns(
      shownKeys,
      ofFilter.filter(key => byKey.has(key)),
    )
    const columns = sheetColumns(
      seenKeys.flatMap(key => byKey.get(key) ?? []),
      tools,
    )
    const fieldIds = seenKeys.map(fieldIdOf).filter(fieldId => fieldId !== null)
    return { all, columns, shownKeys, fieldIds, frozenCount }
  }, [words, currency, today, typingDay, settings, offered, fields, chosen, ofFilter, frozenCount, widths])
}

/** What is offered while one types into a cell: the tags that there are, and every region where its column is shown. */
function useOfferedWords(withRegions: boolean): ColumnTools['offered'] {
  const { isReadOnly } = useOpenArchive()
  const { data: tags } = useRequest('tags.list', {}, { isEnabled: !isReadOnly })
  const { data: tree } = useRequest('customers.listRegions', {}, { isEnabled: withRegions && !isReadOnly })
  return useMemo(
    () => ({ tags: tags?.map(({ name }) => name) ?? [], regions: tree ? regionTexts(tree) : [] }),
    [tags, tree],
  )
}

/** The rows of a snapshot for a grid. Main keeps the last snapshots only: `onLost` hears of one that it has dropped. */
export function useSnapshotRows(snapshot: Snapshot | null, onLost: () => void, fieldIds: readonly number[]) {
  const needed = useRef(fieldIds)
  needed.current = fieldIds
  return useMemo(() => {
    if (!snapshot) return { rows: null, source: undefined }
    const rows = new ListRows(snapshot.listId, () => needed.current)
    const source: SheetSource<ListRow> = {
      generation: snapshot.listId,
      count: snapshot.total,
      fetchRange: (start, count) =>
        rows.read(start, count).catch(error => {
          if (toAppError(error).code === 'not-found') onLost()
          throw error
        }),
    }
    return { rows, source }
  }, [snapshot, onLost])
}

const renewLost = () => customerList.refresh()

/** The keyboard begins in the list. When the list is put in order anew, the customer looked at last is found again. */
function useReturn(grid: { readonly current: SheetHandle | null }, snapshot: Snapshot | null): void {
  useEffect(() => void customerList.comeBack(), [])
  const listId = snapshot?.listId
  const shown = useRef<number>(undefined)
  useEffect(() => {
    if (listId === undefined) return
    if (shown.current === undefined) grid.current?.focus()
    shown.current = listId
    const customerId = customerList.activeCustomerId
    if (customerId === null) return
    let isGone = false
    call('customers.findInList', { listId, customerId }).then(
      ({ index }) => {
        if (!isGone && index !== null && index !== customerList.activeRow) grid.current?.goToRow(index)
      },
      () => undefined,
    )
    return () => {
      isGone = true
    }
  }, [grid, listId])
}
