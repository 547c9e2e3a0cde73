import type { AppErrorData } from '#shared/contract/app-error.ts'
import type { Language } from './language.ts'
import { catalogues, fillPlaceholders } from './translate.ts'

const isFilled = (text: string) => !/\{\w+\}/.test(text)

/**
 * Words an error in a language: what happened, what was kept, what to do. The detailed text is taken when the error carries
 * all that it names.
 *
 * Example: errorText('en', { code: 'file-truncated', retry: false, details: { row: 8201 } }) -> 'The file breaks off at row 8,201; …'
 */
export function errorText(language: Language, error: Pick<AppErrorData, 'code' | 'details'>): string {
  const details = error.details ?? {}
  const key = `error.${error.code}`
  const texts = catalogues[language]
  const detailed = details.count === 1 ? texts[`${key}.detailed_one`] : undefined
  const filled = fillPlaceholders(detailed ?? texts[`${key}.detailed`] ?? '', details)
  return filled !== '' && isFilled(filled) ? filled : (texts[key] ?? key)
}
