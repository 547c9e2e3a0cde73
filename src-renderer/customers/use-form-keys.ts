import type { KeyboardEvent } from 'react'

const fieldSelector =
  'input:enabled:not([type="hidden"]):not([type="radio"]):not([tabindex="-1"]), input[type="radio"]:enabled:checked, textarea:enabled'

/** What follows from another field is looked at, not filled in; there Enter opens and picks. */
const isPassedOver = (field: Element) => field.closest('[data-enter-skips]') !== null

/** The fields of a form in the order in which they are filled in. */
function fieldsOf(form: Element): readonly HTMLElement[] {
  return [...form.querySelectorAll<HTMLElement>(fieldSelector)].filter(field => !isPassedOver(field))
}

/** In a field of tags, Enter first takes the word that was typed. */
const holdsWord = (target: HTMLElement) =>
  target.role === 'combobox' && (target as HTMLInputElement).value !== ''

/** Enter goes to the next field, as one fills in a card; after the last one, on to `onEnd`. In a note it makes a new line. */
export function goOnWithEnter(event: KeyboardEvent<HTMLElement>, onEnd: () => void): void {
  // A key that is being composed belongs to the input method; 229 is what it sends on Windows.
  if (event.nativeEvent.isComposing || event.keyCode === 229) return
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey
  const target = event.target as HTMLElement
  if (event.key !== 'Enter' || !isPlain || !target.matches('input') || holdsWord(target)) return
  if (isPassedOver(target)) return
  event.preventDefault()
  const fields = fieldsOf(event.currentTarget)
  const next = fields[fields.indexOf(target) + 1]
  if (next) next.focus()
  else onEnd()
}

type FieldPath = readonly (string | number)[]

/** What keys write into the field where the focus is. */
export type FieldKeys = {
  /** Writes what the card before has there. */
  readonly repeat: (path: FieldPath) => void
  /** Writes today into a day. */
  readonly writeToday: (path: FieldPath) => void
}

/**
 * Ctrl+D fills the field with what the card before has there, as it fills a cell from the one above; Ctrl+; writes today.
 * The path of a field is its id: 'occupation', 'phone_0', 'fields_12'. Names and ID numbers are never the same again.
 */
export function fillWithKeys(event: KeyboardEvent<HTMLElement>, { repeat, writeToday }: FieldKeys): void {
  if (event.nativeEvent.isComposing || event.keyCode === 229 || event.defaultPrevented) return
  if (!event.ctrlKey || event.altKey || event.shiftKey) return
  const fill = event.key.toLowerCase() === 'd' ? repeat : event.key === ';' ? writeToday : undefined
  if (!fill) return
  event.preventDefault()
  const { id } = event.target as HTMLElement
  if (id !== '' && id !== 'name' && id !== 'idNumber') fill(pathOf(id))
}

function pathOf(id: string): FieldPath {
  const [first = '', ...others] = id.split('_')
  return [first, ...others.map(step => (first === 'fields' ? step : Number(step)))]
}
