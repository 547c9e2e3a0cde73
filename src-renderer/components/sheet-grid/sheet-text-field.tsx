import type { KeyboardEvent, RefObject } from 'react'
import type { useCopy } from './use-copy.ts'
import type { SheetTyping } from './use-sheet-editing.ts'

const narrowestOpenPx = 120

type SheetTextFieldProps<Row> = {
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly typing: SheetTyping<Row>
  readonly copy: ReturnType<typeof useCopy<Row>>
  readonly label: string
  readonly gridId: string
  readonly optionsId: string
  /** Id of the active cell. */
  readonly activeId: string | undefined
  readonly left: number
  readonly top: number
  readonly width: number
  readonly onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void
}

/**
 * The one text field of a grid, over the active cell, which always has the focus: an input method begins in it at the first
 * key. It is seen once something is typed. Its text is never set while something is being composed.
 */
export function SheetTextField<Row>(props: SheetTextFieldProps<Row>) {
  const { field, typing, copy, left, top, width, optionsId } = props
  const { editor } = typing
  const isOpen = editor.edit !== null
  const markedId = editor.marked >= 0 ? `${optionsId}-${editor.marked}` : undefined
  return (
    <textarea
      ref={field}
      className={isOpen ? 'sg-field is-open' : 'sg-field'}
      rows={1}
      readOnly={typing.isReadOnly && !isOpen}
      data-idle={isOpen ? undefined : true}
      spellCheck={false}
      aria-label={props.label}
      aria-controls={editor.options.length > 0 ? optionsId : props.gridId}
      aria-activedescendant={markedId ?? props.activeId}
      style={{ top, left, width: isOpen ? Math.max(width, narrowestOpenPx) : width }}
      onKeyDown={props.onKeyDown}
      onInput={editor.onInput}
      onCompositionStart={editor.onCompositionStart}
      onBlur={editor.commit}
      onCopy={event => {
        if (!editor.isEditing()) copy.onCopy(event)
      }}
      onPaste={typing.onPaste}
    />
  )
}
