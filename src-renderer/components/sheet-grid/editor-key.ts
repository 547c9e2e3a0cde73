/** What a key does while a cell is typed into; undefined leaves it to the text. */
export type EditorAction =
  | { readonly kind: 'commit'; readonly rows: -1 | 0 | 1; readonly columns: -1 | 0 | 1 }
  | { readonly kind: 'cancel' | 'pick' | 'new-line' | 'stay-in-text' | 'write-today' }
  | { readonly kind: 'mark'; readonly step: -1 | 1 }
  | { readonly kind: 'step-day'; readonly days: -1 | 0 | 1; readonly months: -1 | 0 | 1 }

type Key = {
  readonly key: string
  readonly ctrlKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
}

type EditorPlace = {
  /** Begun by typing: the arrows then leave the cell, as in Excel. */
  readonly isTyped: boolean
  readonly hasOptions: boolean
  readonly isOptionMarked: boolean
  readonly isDay: boolean
}

const commit = (rows: -1 | 0 | 1, columns: -1 | 0 | 1): EditorAction => ({ kind: 'commit', rows, columns })

/** Translates a key that is not being composed while a cell is typed into. */
export function editorAction(key: Key, place: EditorPlace): EditorAction | undefined {
  const isCtrl = key.ctrlKey || key.metaKey
  if (key.key === 'Escape') return { kind: 'cancel' }
  if (key.key === 'Enter') {
    if (key.altKey) return { kind: 'new-line' }
    if (place.isOptionMarked) return { kind: 'pick' }
    return commit(key.shiftKey ? -1 : 1, 0)
  }
  if (key.key === 'Tab') return commit(0, key.shiftKey ? -1 : 1)
  if (key.key === 'F2') return { kind: 'stay-in-text' }
  if (isCtrl && key.key === ';') return { kind: 'write-today' }
  // Left to the browser they would scroll the cell out of sight.
  const isScrolling = key.altKey && /^(Arrow(Up|Down)|Page)/.test(key.key)
  if (isScrolling) return (place.isDay && dayKeys[key.key]) || { kind: 'stay-in-text' }
  if (isCtrl || key.altKey || key.shiftKey) return undefined
  if (place.hasOptions && key.key === 'ArrowDown') return { kind: 'mark', step: 1 }
  if (place.hasOptions && key.key === 'ArrowUp') return { kind: 'mark', step: -1 }
  return place.isTyped ? leaving[key.key] : undefined
}

const stepDay = (days: -1 | 0 | 1, months: -1 | 0 | 1): EditorAction => ({ kind: 'step-day', days, months })
const dayKeys: Readonly<Record<string, EditorAction>> = {
  ArrowDown: stepDay(1, 0),
  ArrowUp: stepDay(-1, 0),
  PageDown: stepDay(0, 1),
  PageUp: stepDay(0, -1),
}

const leaving: Readonly<Record<string, EditorAction>> = {
  ArrowDown: commit(1, 0),
  ArrowUp: commit(-1, 0),
  ArrowRight: commit(0, 1),
  ArrowLeft: commit(0, -1),
}
