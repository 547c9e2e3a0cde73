import { useEffect, useRef } from 'react'

type Beginning = {
  readonly generation: string | number | undefined
  readonly isReady: boolean
  readonly initialRow: number
  readonly goToRow: (row: number) => void
}

/** Goes to the first row asked for once rows can be placed, and to the top whenever another list comes. */
export function useBeginning({ generation, isReady, initialRow, goToRow }: Beginning): void {
  const go = useRef(goToRow)
  go.current = goToRow
  const shown = useRef<string | number>(undefined)
  useEffect(() => {
    if (!isReady || generation === undefined) return
    if (shown.current === undefined && initialRow > 0) go.current(initialRow)
    if (shown.current !== undefined && shown.current !== generation) go.current(0)
    shown.current = generation
  }, [isReady, generation, initialRow])
}
