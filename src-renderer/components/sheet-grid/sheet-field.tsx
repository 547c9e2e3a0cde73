// biome-ignore-all lint/a11y/useSemanticElements: the list of words belongs to the text field, which keeps the focus
// biome-ignore-all lint/a11y/useFocusableInteractive: as above
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the arrows and Enter in the text field do the same
import { lazy, type ReactNode, Suspense } from 'react'
import { splitChoices } from './cell-options.ts'
import type { CellEditor } from './use-cell-editor.ts'

/** Where the active cell is seen, in px from the left upper corner of the grid. */
export type CellPlace = {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  /** Of the grid. */
  readonly viewPx: number
  readonly viewWidthPx: number
}

const optionsRoomPx = 240
const widestPx = 320

function placeBeside(place: CellPlace, roomPx = optionsRoomPx) {
  const side =
    place.left + widestPx <= place.viewWidthPx
      ? { left: Math.max(0, place.left) }
      : { left: place.left + place.width, transform: 'translateX(-100%)' }
  const below = place.top + place.height
  return place.viewPx - below >= roomPx || below < roomPx
    ? { ...side, top: below }
    : { ...side, bottom: place.viewPx - place.top }
}

/** The words that fit into the cell which is typed into. */
export function SheetOptions<Row>({
  id,
  editor,
  place,
}: {
  id: string
  editor: CellEditor<Row>
  place: CellPlace
}) {
  const { edit, options, marked, pick, typed } = editor
  if (!edit || options.length === 0) return null
  const isMany = edit.column.editor?.kind === 'choices'
  const chosen = isMany ? splitChoices(typed) : [typed]
  return (
    <div
      id={id}
      role="listbox"
      aria-label={edit.column.title}
      aria-multiselectable={isMany}
      className="sg-options"
      style={{ ...placeBeside(place), minWidth: place.width }}
      onPointerDown={event => event.preventDefault()}
    >
      {options.map((option, index) => (
        <div
          key={option}
          id={`${id}-${index}`}
          role="option"
          aria-selected={chosen.includes(option)}
          className={index === marked ? 'sg-option is-marked' : 'sg-option'}
          ref={element => {
            if (index === marked) element?.scrollIntoView?.({ block: 'nearest' })
          }}
          onClick={() => pick(option)}
        >
          {option}
        </div>
      ))}
    </div>
  )
}

const Days = lazy(() => import('./sheet-days.tsx').then(({ SheetDays }) => ({ default: SheetDays })))
const daysRoomPx = 300

/** The month around the day which is typed. */
export function SheetDayPicker<Row>({ editor, place }: { editor: CellEditor<Row>; place: CellPlace }) {
  const { edit, day, pick } = editor
  if (!edit || day === null) return null
  return (
    <div
      role="group"
      aria-label={edit.column.title}
      className="sg-days"
      style={placeBeside(place, daysRoomPx)}
      onMouseDown={event => event.preventDefault()}
    >
      <Suspense>
        <Days day={day} onPick={pick} />
      </Suspense>
    </div>
  )
}

/** Under the active cell: why it was not written, or cannot be typed into. */
export function SheetHint({ place, children }: { place: CellPlace; children: ReactNode }) {
  return (
    <div className="sg-hint" style={placeBeside(place)} role="status">
      {children}
    </div>
  )
}
