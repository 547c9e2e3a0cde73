import { useEffect, useRef } from 'react'
import { hasOpenDialog } from '#renderer/components/has-open-dialog.ts'

/** What the keys of the window do; the page's own keys are the page's. */
export type ShellActions = {
  readonly focusSearch: () => void
  readonly goToEntry: (index: number) => void
  readonly foldNavigation: () => void
  readonly undo: () => void
  readonly redo: () => void
  readonly moveToRegion: (step: 1 | -1) => void
}

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

/** Text that is being typed has an undo of its own; the grid's field holds none of its own until a cell is typed into. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  const isField = target.matches('input, textarea, select, [contenteditable="true"]')
  return isField && !target.matches('[readonly], [data-idle]')
}

/** The act that a key stands for, or undefined. */
export function shellAction(key: Key, actions: ShellActions, isInText: boolean): (() => void) | undefined {
  if (key.altKey) return undefined
  if (key.key === 'F6') return () => actions.moveToRegion(key.shiftKey ? -1 : 1)
  if (key.key === 'F3' && !key.ctrlKey) return actions.focusSearch
  if (!key.ctrlKey && !key.metaKey) return undefined
  const letter = key.key.toLowerCase()
  if (letter === 'z' && !isInText) return key.shiftKey ? actions.redo : actions.undo
  if (key.shiftKey) return undefined
  if (letter === 'y' && !isInText) return actions.redo
  if (letter === 'k') return actions.focusSearch
  if (letter === 'b') return actions.foldNavigation
  return /^[1-9]$/.test(letter) ? () => actions.goToEntry(Number(letter) - 1) : undefined
}

/** Listens to the keys of the window. A key that is being composed belongs to the input method. */
export function useShellKeys(actions: ShellActions): void {
  const newest = useRef(actions)
  useEffect(() => {
    newest.current = actions
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.isComposing || event.keyCode === 229 || event.defaultPrevented || hasOpenDialog()) return
      const act = shellAction(event, newest.current, isTyping(event.target))
      if (!act) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
