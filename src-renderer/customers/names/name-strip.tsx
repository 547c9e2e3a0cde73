import { Segmented } from 'antd'
import { type KeyboardEvent, useRef } from 'react'
import type { SheetSort } from '#renderer/components/sheet-grid/sheet-column.ts'
import { usePageKeys } from '#renderer/components/use-page-keys.ts'
import { customerList } from '#renderer/customers/customer-list.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'

type NameStripProps = {
  readonly listId: number
  readonly sort: SheetSort
  readonly activeRow: number
  readonly onGoToRow: (row: number) => void
  /** The keyboard goes back to the list. */
  readonly onLeave: () => void
}

/** Figures typed within this time make one number. */
const typingMs = 800

/** Says whether a list is ordered by names, and the strip with their initials belongs above it. */
export function isByName({ key }: SheetSort): boolean {
  return key === 'name' || key === 'nameStrokes'
}

/** The heads know one column of names: what a click on it asks for stays with pinyin or strokes. */
export function sortOfHead(next: SheetSort, now: SheetSort): SheetSort {
  if (next.key !== 'name' || now.key !== 'nameStrokes') return next
  return { key: 'nameStrokes', direction: now.direction === 'ascending' ? 'descending' : 'ascending' }
}

/** Above a list that is ordered by names: pinyin or strokes, and the initials to jump to, by click or by typing them. */
export function NameStrip({ listId, sort, activeRow, onGoToRow, onLeave }: NameStripProps) {
  const { t } = useTranslation()
  const strip = useRef<HTMLDivElement>(null)
  const typed = useRef({ text: '', at: 0 })
  const by = sort.key === 'nameStrokes' ? 'strokes' : 'pinyin'
  const { data: initials = [] } = useRequest('customers.initials', { listId, by }, { keepsPrevious: true })
  const current = initials.findLast(({ index }) => index <= activeRow)?.initial
  const buttons = () => [...(strip.current?.querySelectorAll<HTMLButtonElement>('.name-initial') ?? [])]
  const focusOn = (initial: string | undefined) =>
    (buttons().find(button => button.dataset.initial === initial) ?? buttons()[0])?.focus()
  usePageKeys({ 'Alt+J': () => focusOn(current) })

  const goTo = (initial: string): boolean => {
    const found = initials.find(one => one.initial === initial)
    if (!found) return false
    onGoToRow(found.index)
    focusOn(initial)
    return true
  }
  const jumpTyped = (key: string) => {
    if (by === 'pinyin') return goTo(key.toUpperCase())
    const now = Date.now()
    const isMore = now - typed.current.at < typingMs
    typed.current = { text: isMore ? typed.current.text + key : key, at: now }
    return goTo(typed.current.text) || goTo(key)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const all = buttons()
    const at = all.indexOf(document.activeElement as HTMLButtonElement)
    if (at < 0) return
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight')
      all[at + (event.key === 'ArrowLeft' ? -1 : 1)]?.focus()
    else if (event.key === 'Escape') onLeave()
    else if (event.key.length !== 1 || event.key === ' ' || !jumpTyped(event.key)) return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the buttons in it
    <div className="name-strip" onKeyDown={onKeyDown}>
      <Segmented
        size="small"
        aria-label={t('names.by')}
        value={sort.key}
        options={[
          { value: 'name', label: t('names.pinyin') },
          { value: 'nameStrokes', label: t('names.strokes') },
        ]}
        onChange={key => customerList.sortBy({ ...sort, key })}
      />
      <div ref={strip} className="name-initials" role="toolbar" aria-label={t('names.jump')} title="Alt+J">
        {initials.map(({ initial }, at) => (
          <button
            key={initial}
            type="button"
            className="name-initial num"
            data-initial={initial}
            aria-current={initial === current}
            tabIndex={(current === undefined ? at === 0 : initial === current) ? 0 : -1}
            onClick={() => goTo(initial)}
          >
            {by === 'strokes' && initial !== '#' ? t('names.count', { count: initial }) : initial}
          </button>
        ))}
      </div>
    </div>
  )
}
