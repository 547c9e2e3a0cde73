import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { type CellPlace, SheetDayPicker, SheetHint, SheetOptions } from './sheet-field.tsx'
import { SheetFind } from './sheet-find.tsx'
import { SheetMarks, SheetWriting } from './sheet-marks.tsx'
import { SheetMenu, type SheetMenuState } from './sheet-menu.tsx'
import type { Find } from './use-find.ts'
import type { SheetTyping } from './use-sheet-editing.ts'

const shownLetters = 60

type SheetOverlaysProps<Row> = {
  readonly typing: SheetTyping<Row>
  readonly find: Find
  readonly menu: SheetMenuState | null
  readonly place: CellPlace
  readonly optionsId: string
  readonly onCloseMenu: () => void
  readonly focus: () => void
}

/** What stands over the rows: words to pick from, a reason, a menu, finding, marked cells. */
export function SheetOverlays<Row>(props: SheetOverlaysProps<Row>) {
  const { typing, find, menu, place, focus } = props
  const { t } = useTranslation()
  const { editor, writes } = typing
  return (
    <>
      <SheetOptions id={props.optionsId} editor={editor} place={place} />
      <SheetDayPicker editor={editor} place={place} />
      {typing.hint !== null && (
        <SheetHint place={place}>
          {typing.typedInMark !== '' && (
            <div className="secondary">
              {t('grid.typed', { text: typing.typedInMark.slice(0, shownLetters) })}
            </div>
          )}
          {typing.hint}
        </SheetHint>
      )}
      {menu && (
        <SheetMenu
          menu={menu}
          onClose={() => {
            props.onCloseMenu()
            focus()
          }}
        />
      )}
      {find.state.isOpen && (
        <SheetFind
          find={find}
          onClose={() => {
            find.close()
            focus()
          }}
        />
      )}
      {writes.writing > 0 && <SheetWriting count={writes.writing} />}
      {writes.marks.size > 0 && writes.writing === 0 && (
        <SheetMarks
          count={writes.marks.size}
          onNext={() => {
            focus()
            void typing.goToNextMark()
          }}
          onDismissAll={() => {
            writes.dismissAll()
            focus()
          }}
        />
      )}
    </>
  )
}
