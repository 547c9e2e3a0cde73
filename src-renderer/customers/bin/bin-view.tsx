import '#renderer/customers/customers.css'
import { DeleteOutlined, RollbackOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { PageHead } from '#renderer/components/page-head.tsx'
import { SelectionBar } from '#renderer/components/selection-bar.tsx'
import type { RowRange } from '#renderer/components/sheet-grid/selection.ts'
import type { SheetSource } from '#renderer/components/sheet-grid/sheet-column.ts'
import { SheetGrid } from '#renderer/components/sheet-grid/sheet-grid.tsx'
import type { SheetHandle, SheetSelection } from '#renderer/components/sheet-grid/sheet-grid-props.ts'
import { Skeleton } from '#renderer/components/skeleton.tsx'
import { usePageKeys } from '#renderer/components/use-page-keys.ts'
import { selectCustomers } from '#renderer/customers/select-customers.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { call, toAppError } from '#renderer/ipc/client.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useEvent } from '#renderer/ipc/use-event.ts'
import { useRowPx } from '#renderer/ipc/use-preferences.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { useUndo } from '#renderer/ipc/use-undo.ts'
import { showWindowError } from '#renderer/ipc/window-error.ts'
import { type BinRow, binDays } from '#shared/domain/customer-bin.ts'
import type { SelectedCustomers } from '#shared/domain/selected-customers.ts'
import { binColumns } from './bin-columns.ts'
import { PurgeDialog } from './purge-dialog.tsx'
import { RestoreOne } from './restore-one.tsx'

/** The order that the bin always has. */
const newestFirst = { key: 'deletedAt', direction: 'descending' } as const

/** The bin: who was deleted, when, for how long it can still be taken back; restoring and deleting for good. */
export function BinView({ onBack }: { readonly onBack: () => void }) {
  const words = useTranslation()
  const { t } = words
  const { isReadOnly } = useOpenArchive()
  const rowPx = useRowPx()
  const { tellDone } = useUndo()
  const grid = useRef<SheetHandle>(null)
  const { data: snapshot, error, refetch } = useRequest('customers.openBin', {})
  const [selection, setSelection] = useState<SheetSelection | null>(null)
  /** Whom to delete for good; null customers: all. */
  const [purged, setPurged] = useState<{ customers: SelectedCustomers | null; count: number } | null>(null)
  const columns = useMemo(() => binColumns(words), [words])
  const source = useMemo(
    (): SheetSource<BinRow | null> | undefined =>
      snapshot && {
        generation: snapshot.listId,
        count: snapshot.total,
        fetchRange: (start, count) => call('customers.binPage', { listId: snapshot.listId, start, count }),
      },
    [snapshot],
  )
  const renew = useCallback(() => void refetch(), [refetch])
  useEvent('data.changed', ({ topics }) => topics.includes('customers') && renew())
  usePageKeys({ Escape: onBack })
  const isRead = snapshot !== undefined
  useEffect(() => {
    if (isRead) grid.current?.focus()
  }, [isRead])

  const readIds = async (ranges: readonly RowRange[]): Promise<number[]> => {
    const ids: number[] = []
    for (const { first, last } of ranges)
      for (let start = first; start <= last; start += 200) {
        const rows = await source?.fetchRange(start, Math.min(200, last - start + 1))
        ids.push(...(rows ?? []).flatMap(row => (row ? [row.customerId] : [])))
      }
    return ids
  }
  const select = async () =>
    snapshot && selection ? selectCustomers(snapshot.listId, selection.rows, readIds) : null
  const guarded = (work: () => Promise<void>) =>
    void work().catch(failed => showWindowError(toAppError(failed)))
  const restore = (whom: 'all' | 'selected' | 'active') =>
    guarded(async () => {
      const active = selection?.activeRow ?? 0
      const some =
        whom === 'active'
          ? await readIds([{ first: active, last: active }])
          : whom === 'selected'
            ? await select()
            : null
      if (whom !== 'all' && (!some || (Array.isArray(some) && some.length === 0))) return
      const done = await call('customers.restore', { customerIds: some })
      grid.current?.clearSelection()
      if (done.changeSetId !== null) tellDone(t('bin.restored', { count: done.restored }), done.changeSetId)
    })
  const askPurge = (isAll: boolean) =>
    guarded(async () => {
      const some = isAll ? null : await select()
      const count = isAll ? snapshot?.total : Array.isArray(some) ? some.length : selection?.rowCount
      if (isAll || some) setPurged({ customers: some, count: count ?? 0 })
    })

  if (error)
    return <ErrorNote error={error.data} action={<Button onClick={onBack}>{t('customers.back')}</Button>} />
  if (!snapshot) return <Skeleton lines={8} />
  const { total } = snapshot
  const selected = selection?.rowCount ?? 0
  const activeRow = Math.min(selection?.activeRow ?? 0, Math.max(0, total - 1))
  return (
    <>
      <PageHead
        title={t('bin.title')}
        back={{ text: t('customers.title'), run: onBack }}
        note={total > 0 && <span className="num">{t('bin.note', { count: total, days: binDays })}</span>}
      >
        {!isReadOnly && selected > 0 && (
          <SelectionBar count={selected} onClear={() => grid.current?.clearSelection()}>
            <Button icon={<RollbackOutlined />} onClick={() => restore('selected')}>
              {t('bin.restore', { count: selected })}
            </Button>
            <Button icon={<DeleteOutlined />} onClick={() => askPurge(false)}>
              {t('bin.purge', { count: selected })}
            </Button>
          </SelectionBar>
        )}
        {!isReadOnly && selected === 0 && total > 0 && (
          <>
            <RestoreOne listId={snapshot.listId} row={activeRow} onRestore={() => restore('active')} />
            <Button icon={<RollbackOutlined />} onClick={() => restore('all')}>
              {t('bin.restoreAll')}
            </Button>
            <Button icon={<DeleteOutlined />} onClick={() => askPurge(true)}>
              {t('bin.purgeAll')}
            </Button>
          </>
        )}
      </PageHead>
      <div className="fill">
        <SheetGrid
          ref={grid}
          label={t('bin.title')}
          columns={columns}
          source={source}
          rowPx={rowPx}
          sort={newestFirst}
          {...(isReadOnly ? {} : { onOpenRow: () => restore('active') })}
          onSelectionChange={setSelection}
          emptyState={<EmptyState text={t('bin.empty', { days: binDays })} />}
        />
      </div>
      {purged && (
        <PurgeDialog
          {...purged}
          onDone={() => grid.current?.clearSelection()}
          onClose={() => setPurged(null)}
        />
      )}
    </>
  )
}
