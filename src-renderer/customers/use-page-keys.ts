import { useEffect, useRef } from 'react'
import { hasOpenDialog } from '#renderer/components/has-open-dialog.ts'

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
      if (event.isComposing || event.keyCode === 229 || event.defaultPrevented || hasOpenDialog()) return
      const act = newest.current[nameOfKey(event)]
      if (!act) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
