import { useCallback, useRef, useState } from 'react'
import { type Selection, selectCell } from './selection.ts'

export type SelectionState = {
  readonly selection: Selection
  /** The newest selection, also before it is drawn: several keys may come within one frame. */
  readonly newest: () => Selection
  readonly select: (selection: Selection) => void
}

export function useSelection(initialRow: number): SelectionState {
  const [selection, setSelection] = useState<Selection>(() => selectCell({ row: initialRow, column: 0 }))
  const ref = useRef(selection)
  const newest = useCallback(() => ref.current, [])
  const select = useCallback((next: Selection) => {
    ref.current = next
    setSelection(next)
  }, [])
  return { selection, newest, select }
}
