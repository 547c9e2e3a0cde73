import { useMemo } from 'react'
import { useTranslation as useI18next } from 'react-i18next'
import type { Language } from '#shared/i18n/language.ts'
import type { MessageValue } from '#shared/i18n/message-types.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import { translateWithI18next } from './translate-with-i18next.ts'

export type Translation = {
  /** A text by its key, with the values of its placeholders; both are checked by the compiler. */
  readonly t: Translate
  /** A text whose key is a prefix and a code that comes as data: `tCode('row-reason.' + row.reason)`. */
  readonly tCode: (key: string, values?: Readonly<Record<string, MessageValue>>) => string
  readonly language: Language
}

/** The texts in the present language; the component is drawn again when the language changes. */
export function useTranslation(): Translation {
  const { i18n } = useI18next()
  const language = i18n.language as Language
  return useMemo(() => {
    const tCode: Translation['tCode'] = (key, values) => translateWithI18next(i18n, key, values)
    return { t: (key, ...rest) => tCode(key, rest[0]), tCode, language }
  }, [i18n, language])
}
