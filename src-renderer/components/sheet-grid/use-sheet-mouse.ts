import type { MouseEvent, RefObject } from 'react'
import { size } from '#renderer/design/tokens.ts'
import { usePointerSelection } from './use-pointer-selection.ts'
import type { useSheetActions } from './use-sheet-actions.ts'
import type { SheetTyping } from './use-sheet-editing.ts'

type MouseTools<Row> = {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly count: number
  readonly actions: ReturnType<typeof useSheetActions<Row>>
  readonly typing: SheetTyping<Row>
  readonly focus: () => void
  readonly announce: (text: string) => void
  /** Opens the menu of the active cell at a point of the grid. */
  readonly openMenuAt: (x: number, y: number, column: number) => void
}

/** What the mouse does to the rows: selects, opens or types with a double press, asks for the menu. */
export function useSheetMouse<Row>(tools: MouseTools<Row>) {
  const { scroller, count, actions, typing, focus, announce, openMenuAt } = tools
  const { editor } = typing
  const onPointerDown = usePointerSelection(scroller, {
    hit: actions.hit,
    onPress: (cell, keys) => {
      editor.commit()
      focus()
      announce('')
      if (count > 0) actions.press(cell, keys)
    },
    onDrag: (cell, isOnRowNumbers) => count > 0 && actions.drag(cell, isOnRowNumbers),
    onDoublePress: cell => {
      if (cell.column >= 0 && typing.canEdit(cell)) editor.beginAsIs()
      else actions.open(cell.row)
    },
  })
  const onContextMenu = (event: MouseEvent) => {
    const box = scroller.current?.getBoundingClientRect()
    if (!box || count === 0 || (event.target as Element).closest('.sg-head, .sg-field')) return
    event.preventDefault()
    editor.commit()
    focus()
    const [x, y] = [event.clientX - box.left, event.clientY - box.top]
    const cell = actions.hit(x, y - size.sheetHead)
    actions.pressForMenu(cell)
    openMenuAt(x, y, Math.max(0, cell.column))
  }
  return { onPointerDown, onContextMenu }
}
