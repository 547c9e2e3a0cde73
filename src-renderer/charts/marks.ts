import { type FocusEvent, type KeyboardEvent, useId, useState } from 'react'

export type MarkGrid = {
  readonly count: number
  /** Marks side by side in one row: 1 for bars under each other, all of them for bars beside each other. */
  readonly perRow: number
}

/** The mark that a key leads to, or undefined for any other key. */
export function nextMark(key: string, active: number, { count, perRow }: MarkGrid): number | undefined {
  const isOneRow = perRow >= count
  const down = isOneRow ? 1 : perRow
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -down,
    ArrowDown: down,
  }
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  const step = steps[key]
  if (step === undefined) return undefined
  const next = active + step
  const isSideways = Math.abs(step) === 1 && perRow > 1 && !isOneRow
  const leavesRow = isSideways && Math.floor(next / perRow) !== Math.floor(active / perRow)
  return next < 0 || next >= count || leavesRow ? active : next
}

type MarkOptions = MarkGrid & {
  readonly label: string
  /** Without it the chart is a picture: it has no marks to go to. */
  readonly onOpen: ((index: number) => void) | undefined
}

/**
 * A chart as a list of marks: Tab reaches it, arrows move, Enter or a click opens. `reached` is the mark that the pointer or the
 * keyboard is on.
 */
export function useMarks({ count, perRow, label, onOpen }: MarkOptions) {
  const id = useId()
  const [active, setActive] = useState(0)
  const [isFocused, setFocused] = useState(false)
  const [isPointedAt, setPointedAt] = useState(false)
  const current = Math.min(active, count - 1)
  if (!onOpen) {
    const picture = { role: 'img', 'aria-label': label } as const
    return { reached: undefined, listProps: picture, markProps: () => ({}) }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextMark(event.key, current, { count, perRow })
    if (next === undefined && event.key !== 'Enter') return
    event.preventDefault()
    setFocused(true)
    if (next === undefined) onOpen(current)
    else setActive(next)
  }
  const listProps = {
    role: 'listbox',
    tabIndex: 0,
    'aria-label': label,
    'aria-activedescendant': `${id}-${current}`,
    onKeyDown,
    onFocus: (event: FocusEvent) => setFocused(event.currentTarget.matches(':focus-visible')),
    onBlur: () => setFocused(false),
    onPointerLeave: () => setPointedAt(false),
  } as const
  const markProps = (index: number, name: string) => ({
    id: `${id}-${index}`,
    role: 'option',
    'aria-selected': index === current,
    'aria-label': name,
    'data-focused': (isFocused && index === current) || undefined,
    onClick: () => onOpen(index),
    onPointerEnter: () => {
      setActive(index)
      setPointedAt(true)
    },
  })
  return { reached: isFocused || isPointedAt ? current : undefined, listProps, markProps }
}
