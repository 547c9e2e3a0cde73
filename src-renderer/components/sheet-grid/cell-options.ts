import type { SheetEditor } from './sheet-column.ts'

const separators = /[,，、;；]/
const separator = '、'

const lastPart = (text: string) => text.split(separators).at(-1)?.trim() ?? ''

const mostOffered = 50

/**
 * The words that are offered for what was typed so far, those that begin with it first, at most 50. All of them before anything
 * was typed, none where other words are taken too.
 */
export function offeredOptions(
  { kind, options = [], isOpen = false }: SheetEditor,
  typed: string,
  isTouched: boolean,
): readonly string[] {
  const part = (kind === 'choices' ? lastPart(typed) : typed.trim()).toLowerCase()
  if (!isTouched || part === '') return isOpen ? [] : options
  const fitting = options.filter(option => option.toLowerCase().includes(part))
  const isFirst = (option: string) => option.toLowerCase().startsWith(part)
  return [...fitting.filter(isFirst), ...fitting.filter(option => !isFirst(option))].slice(0, mostOffered)
}

/** Several words as they are typed into one cell. */
export function splitChoices(typed: string): string[] {
  return typed
    .split(separators)
    .map(part => part.trim())
    .filter(part => part !== '')
}

/** What stands in the cell once a word was picked: of several it is put to the others, or taken away when it is there. */
export function pickOption(
  { kind, options = [], isOpen = false }: SheetEditor,
  typed: string,
  option: string,
): string {
  if (kind !== 'choices') return option
  const parts = splitChoices(typed)
  const begun = lastPart(typed) === '' ? -1 : parts.length - 1
  const isTaken = (part: string, at: number) => options.includes(part) || (isOpen && at !== begun)
  const chosen = parts.filter(isTaken)
  const next = chosen.includes(option) ? chosen.filter(part => part !== option) : [...chosen, option]
  return next.join(separator)
}
