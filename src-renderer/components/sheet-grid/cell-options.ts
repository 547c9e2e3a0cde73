import type { SheetEditor } from './sheet-column.ts'

const separators = /[,，、;；]/
const separator = '、'

const lastPart = (text: string) => text.split(separators).at(-1)?.trim() ?? ''

/** The words that are offered for what was typed so far; all of them before anything was. */
export function offeredOptions(
  { kind, options = [] }: SheetEditor,
  typed: string,
  isTouched: boolean,
): readonly string[] {
  const part = (kind === 'choices' ? lastPart(typed) : typed.trim()).toLowerCase()
  if (!isTouched || part === '') return options
  return options.filter(option => option.toLowerCase().includes(part))
}

/** Several words as they are typed into one cell. */
export function splitChoices(typed: string): string[] {
  return typed
    .split(separators)
    .map(part => part.trim())
    .filter(part => part !== '')
}

/** What stands in the cell once a word was picked: of several it is put to the others, or taken away when it is there. */
export function pickOption({ kind, options = [] }: SheetEditor, typed: string, option: string): string {
  if (kind !== 'choices') return option
  const chosen = splitChoices(typed).filter(part => options.includes(part))
  const next = chosen.includes(option) ? chosen.filter(part => part !== option) : [...chosen, option]
  return next.join(separator)
}
