import { useEffect, useRef } from 'react'
import { hasOpenDialog } from './has-open-dialog.ts'

/** A key as it is written in texts: 'Ctrl+N', 'Alt+ArrowLeft', 'F2'. */
export function nameOfKey(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>,
): string {
  const names = [
    ...(event.ctrlKey || event.metaKey ? ['Ctrl'] : []),
    ...(event.altKey ? ['Alt'] : []),
    ...(event.shiftKey ? ['Shift'] : []),
    event.key.length === 1 ? event.key.toUpperCase() : event.key,
  ]
  return names.join('+')
}

const textField =
  'input:not([type="radio"], [type="checkbox"], [readonly]), textarea, [contenteditable="true"]'

/** Plain keys are for the field that is being typed in; Enter is for the button or link that has the focus. */
function belongsToField(name: string, target: EventTarget | null): boolean {
  if (!(target instanceof Element) || !/^(.|Enter|Arrow\w+)$/.test(name)) return false
  return (
    target.matches(textField) || (name === 'Enter' && target.closest('a, button, [role="combobox"]') !== null)
  )
}

/** A list of choices takes every Enter, also one with Ctrl, which it does nothing with. */
const isTaken = (event: KeyboardEvent) =>
  event.defaultPrevented &&
  !(event.ctrlKey && event.key === 'Enter' && (event.target as Element).role === 'combobox')

/**
 * The keys of a page, wherever on it the focus is. Keys that are being composed belong to the input method, keys that a part of the
 * page has taken to that part, and all keys to a dialog while it is open.
 */
export function usePageKeys(keys: Readonly<Record<string, (() => void) | undefined>>): void {
  const newest = useRef(keys)
  useEffect(() => {
    newest.current = keys
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.isComposing || event.keyCode === 229 || isTaken(event) || hasOpenDialog()) return
      const name = nameOfKey(event)
      const act = newest.current[name]
      if (!act || belongsToField(name, event.target)) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
