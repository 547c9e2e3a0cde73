import type { MenuProps } from 'antd'
import { useState } from 'react'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { SheetColumn } from './sheet-column.ts'
import type { SheetGridProps } from './sheet-grid-props.ts'
import type { SheetMenuState } from './sheet-menu.tsx'

type Items = NonNullable<MenuProps['items']>

type MenuTools<Row> = {
  readonly props: SheetGridProps<Row>
  readonly fitColumn: (column: number) => void
  readonly act: (
    kind: 'open' | 'edit' | 'clear' | 'fill-down' | 'find' | 'copy' | 'cut' | 'paste' | 'dismiss',
  ) => void
  readonly facts: () => { readonly canEdit: boolean; readonly canWrite: boolean; readonly isMarked: boolean }
}

/** What can be done with a cell and with its column, for the right mouse button and the menu key. */
export function useSheetMenu<Row>({ props, fitColumn, act, facts }: MenuTools<Row>) {
  const { t } = useTranslation()
  const [menu, setMenu] = useState<SheetMenuState | null>(null)
  const { columns, columnLayout, onSort, frozenCount = 2 } = props

  const ofColumn = (index: number): Items => {
    const column: SheetColumn<Row> | undefined = columns[index]
    if (!column) return []
    const { key, title } = column
    const sortBy = (direction: 'ascending' | 'descending') => ({
      key: direction,
      label: t(direction === 'ascending' ? 'grid.sortAscending' : 'grid.sortDescending', { column: title }),
      extra: direction === 'ascending' ? 'Alt+↑' : 'Alt+↓',
      onClick: () => onSort?.({ key, direction }),
    })
    const isFrozenHere = frozenCount === index + 1
    const filter = props.filterOf?.(key)
    return [
      ...(column.isSortable && onSort ? [sortBy('ascending'), sortBy('descending')] : []),
      ...(filter ? [{ key: 'filter', label: t('grid.filter', { column: title }), onClick: filter }] : []),
      { key: 'fit', label: t('grid.fit'), onClick: () => fitColumn(index) },
      ...(columnLayout
        ? [
            {
              key: 'freeze',
              label: t(isFrozenHere ? 'grid.unfreeze' : 'grid.freeze', { column: title }),
              onClick: () => columnLayout.onFreeze(isFrozenHere ? 0 : index + 1),
            },
            {
              key: 'left',
              label: t('grid.moveLeft'),
              disabled: index === 0,
              onClick: () => columnLayout.onMove(key, index - 1),
            },
            {
              key: 'right',
              label: t('grid.moveRight'),
              disabled: index === columns.length - 1,
              onClick: () => columnLayout.onMove(key, index + 1),
            },
            {
              key: 'hide',
              label: t('grid.hide', { column: title }),
              disabled: columns.length === 1,
              onClick: () => columnLayout.onHide(key),
            },
            { key: 'choose', label: t('grid.chooseColumns'), onClick: () => columnLayout.onChoose() },
          ]
        : []),
    ]
  }
  const ofCell = (): Items => {
    const { canEdit, canWrite, isMarked } = facts()
    const entry = (kind: Parameters<typeof act>[0], label: string, extra?: string) => ({
      key: kind,
      label,
      ...(extra ? { extra } : {}),
      onClick: () => act(kind),
    })
    return [
      ...(props.onOpenRow ? [entry('open', t('common.open'), 'Ctrl+Enter')] : []),
      ...(canEdit ? [entry('edit', t('grid.edit'), 'F2')] : []),
      ...(canWrite ? [entry('cut', t('grid.cut'), 'Ctrl+X')] : []),
      entry('copy', t('common.copy'), 'Ctrl+C'),
      ...(props.editing ? [entry('paste', t('grid.paste'), 'Ctrl+V')] : []),
      ...(canWrite
        ? [entry('fill-down', t('grid.fillDown'), 'Ctrl+D'), entry('clear', t('grid.clear'), 'Delete')]
        : []),
      ...(isMarked ? [entry('dismiss', t('grid.dismissMark'), 'Esc')] : []),
      entry('find', t('grid.find'), 'Ctrl+F'),
      { type: 'divider' as const },
    ]
  }
  return {
    menu,
    close: () => setMenu(null),
    openOfColumn: (x: number, y: number, index: number) => setMenu({ x, y, items: ofColumn(index) }),
    openOfCell: (x: number, y: number, index: number) =>
      setMenu({ x, y, items: [...ofCell(), ...ofColumn(index)] }),
  }
}
