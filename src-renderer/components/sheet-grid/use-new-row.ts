import { useEffect, useRef, useState } from 'react'
import type { SheetEditing } from './sheet-editing.ts'

/** Marks of the new row belong to this key. */
export const newRowKey = 'new'

type NewRowTools<Row> = {
  readonly editing: SheetEditing<Row> | undefined
  /** The active cell is in the new row. */
  readonly isActive: boolean
  readonly mark: (rowKey: string, columnKey: string, typed: string, reason: string) => void
  readonly dismiss: (columnKey: string) => void
}

/** The row behind the last one: what is typed there becomes a record once the row is left. */
export function useNewRow<Row>({ editing, isActive, mark, dismiss }: NewRowTools<Row>) {
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({})
  const newest = useRef(texts)
  const isRunning = useRef(false)
  const keep = (next: Readonly<Record<string, string>>) => {
    newest.current = next
    setTexts(next)
  }
  const create = async (): Promise<boolean> => {
    const typed = newest.current
    const isEmpty = Object.values(typed).every(text => text.trim() === '')
    if (!editing?.newRow || isEmpty || isRunning.current) return false
    isRunning.current = true
    const answer = await editing.newRow.create(typed)
    isRunning.current = false
    if (answer === 'created') keep({})
    else if (answer)
      for (const { columnKey, reason } of answer) mark(newRowKey, columnKey, typed[columnKey] ?? '', reason)
    return answer === 'created'
  }
  const wasActive = useRef(isActive)
  const latestCreate = useRef(create)
  latestCreate.current = create
  useEffect(() => {
    if (wasActive.current && !isActive) void latestCreate.current()
    wasActive.current = isActive
  }, [isActive])
  return {
    texts,
    type: (columnKey: string, text: string) => {
      dismiss(columnKey)
      keep({ ...newest.current, [columnKey]: text })
    },
    isEmpty: Object.values(texts).every(text => text === ''),
    forget: () => {
      for (const columnKey of Object.keys(newest.current)) dismiss(columnKey)
      keep({})
    },
    create,
  }
}
