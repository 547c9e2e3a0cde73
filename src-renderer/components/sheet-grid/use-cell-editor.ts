import { type RefObject, useEffect, useRef, useState } from 'react'
import { parseDay } from '#shared/domain/birth-date-text.ts'
import { addDays, addMonths, type CalendarDate } from '#shared/domain/calendar-date.ts'
import { offeredOptions, pickOption } from './cell-options.ts'
import type { Cell } from './selection.ts'
import type { SheetColumn } from './sheet-column.ts'

/** A cell that is being typed into. `row` undefined: the row that makes a new record. */
export type CellEdit<Row> = {
  readonly cell: Cell
  readonly row: Row | undefined
  readonly column: SheetColumn<Row>
  /** What the cell held. */
  readonly before: string
  /** Begun by typing: the arrows then leave the cell. */
  readonly isTyped: boolean
}

type EditorTools<Row> = {
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly rowPx: number
  /** What would be edited; undefined where nothing can be. */
  readonly target: () => (Omit<CellEdit<Row>, 'isTyped'> & { readonly start: string }) | undefined
  readonly onCommit: (edit: CellEdit<Row>, text: string) => void
}

const mostLines = 6
const farDay = '9999-12-31'

/** Typing into the active cell. The text stays in the field: an input method must not find it changed under its hands. */
export function useCellEditor<Row>({ field, rowPx, target, onCommit }: EditorTools<Row>) {
  const [edit, setEdit] = useState<CellEdit<Row> | null>(null)
  const newest = useRef<CellEdit<Row> | null>(null)
  const [typed, setTyped] = useState('')
  const [isTouched, setTouched] = useState(false)
  const [marked, setMarked] = useState(-1)

  const fitHeight = () => {
    const element = field.current
    if (!element) return
    element.style.height = `${rowPx}px`
    const lines = Math.min(mostLines * rowPx, element.scrollHeight)
    if (newest.current && lines > rowPx + 4) element.style.height = `${lines}px`
  }
  const end = () => {
    newest.current = null
    setEdit(null)
    if (field.current) field.current.value = ''
    fitHeight()
  }
  /** `text`: what to begin with; undefined begins with what the field already holds, as typed. */
  const begin = (text?: string): boolean => {
    const found = target()
    const element = field.current
    if (!found || !element) return false
    const { start, ...place } = found
    if (text !== undefined || element.value === '') element.value = text ?? ''
    newest.current = { ...place, isTyped: text === undefined }
    setEdit(newest.current)
    setTyped(element.value)
    setTouched(text === undefined)
    setMarked(-1)
    if (text !== undefined) element.setSelectionRange(text.length, text.length)
    fitHeight()
    return true
  }
  const options = edit?.column.editor ? offeredOptions(edit.column.editor, typed, isTouched) : []
  /** The day of a cell for days: the typed one, else today. */
  const dayEditor = edit?.column.editor?.kind === 'day' ? edit.column.editor : undefined
  const day = dayEditor?.today ? ((parseDay(typed, farDay) ?? dayEditor.today) as CalendarDate) : null
  const write = (text: string) => {
    if (field.current) field.current.value = text
    setTyped(text)
    setTouched(false)
    fitHeight()
  }
  const commit = () => {
    const done = newest.current
    if (!done) return
    const text = field.current?.value ?? ''
    end()
    onCommit(done, text)
  }
  /** Takes the word under the mark. Several words stay open for the next one. */
  const pick = (option: string) => {
    const editor = newest.current?.column.editor
    if (!editor) return
    write(pickOption(editor, field.current?.value ?? '', option))
    if (editor.kind === 'choices') setMarked(-1)
    else commit()
  }
  const onInput = () => {
    if (!newest.current) begin()
    else {
      setTyped(field.current?.value ?? '')
      setTouched(true)
      setMarked(-1)
      fitHeight()
    }
  }
  const latestCommit = useRef(commit)
  latestCommit.current = commit
  useEffect(() => () => latestCommit.current(), [])
  return {
    edit,
    isEditing: () => newest.current !== null,
    begin: (text: string) => begin(text),
    /** With what the cell holds, or with what was refused. */
    beginAsIs: () => begin(target()?.start ?? ''),
    onCompositionStart: () => void (newest.current ?? begin()),
    onInput,
    commit,
    cancel: end,
    insert: (text: string) => write(text),
    options,
    marked,
    mark: setMarked,
    pick,
    day,
    stepDay: (days: number, months: number) => {
      if (day) write(addMonths(addDays(day, days), months))
    },
    typed,
  }
}

export type CellEditor<Row> = ReturnType<typeof useCellEditor<Row>>
