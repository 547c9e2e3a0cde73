import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { ColumnChooser, withKeyAt } from '#renderer/components/sheet-grid/column-chooser.tsx'
import type { SheetHandle } from '#renderer/components/sheet-grid/sheet-grid-props.ts'
import { customerList } from './customer-list.ts'
import { type FilterColumns, orderAfterMove, withFilterColumns } from './use-filter-columns.ts'

type ShownColumns = {
  readonly all: readonly { readonly key: string; readonly title: string }[]
  /** Without those that a filter puts first. */
  readonly shownKeys: readonly string[]
  readonly filterColumns: FilterColumns
  readonly frozenCount: number
}

/** Choosing, ordering and freezing the columns of the list, and the dialog for it. */
export function useColumnLayout(
  grid: RefObject<SheetHandle | null>,
  { all, shownKeys, filterColumns, frozenCount }: ShownColumns,
) {
  const [isOpen, setOpen] = useState(false)
  const wasOpen = useRef(false)
  useEffect(() => {
    if (wasOpen.current && !isOpen) grid.current?.focus()
    wasOpen.current = isOpen
  }, [grid, isOpen])
  const columnLayout = useMemo(
    () => ({
      onFreeze: (count: number) => customerList.arrange({ columns: shownKeys, frozenCount: count }),
      onMove: (key: string, place: number) => {
        const seen = withKeyAt(withFilterColumns(shownKeys, filterColumns.keys), key, place)
        filterColumns.release(key)
        customerList.arrange({
          columns: orderAfterMove(shownKeys, seen, filterColumns.keys, key),
          frozenCount,
        })
      },
      onHide: (key: string) => {
        filterColumns.release(key)
        customerList.arrange({ columns: shownKeys.filter(one => one !== key), frozenCount })
      },
      onChoose: () => setOpen(true),
    }),
    [shownKeys, filterColumns, frozenCount],
  )
  const chooser = isOpen && (
    <ColumnChooser
      columns={all}
      shown={shownKeys}
      onChange={columns => customerList.arrange({ columns, frozenCount })}
      onReset={() => customerList.arrange({ columns: null, frozenCount: 2 })}
      onClose={() => setOpen(false)}
    />
  )
  return { columnLayout, chooser }
}
