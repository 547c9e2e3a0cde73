import { formatNumber } from './format-number.ts'
import type { Language } from './language.ts'
import type { MessageValue, PlaceholderOf } from './message-types.ts'
import { messagesEn } from './messages.en.ts'
import { type MessageKey, type Messages, messagesZhCN } from './messages.zh-CN.ts'

/** Texts by key and language. */
export const catalogues: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  'zh-CN': messagesZhCN,
  en: messagesEn,
}

/** The arguments after the key: the values of the text's placeholders, or nothing when it has none. */
export type MessageArguments<Key extends MessageKey> = [PlaceholderOf<Messages[Key]>] extends [never]
  ? []
  : [values: { readonly [Name in PlaceholderOf<Messages[Key]>]: MessageValue }]

/** Gives the text of a key in the language it was made for. */
export type Translate = <Key extends MessageKey>(key: Key, ...values: MessageArguments<Key>) => string

/**
 * Puts values into a text. Numbers get thousands commas; values are never searched for placeholders themselves.
 *
 * Empty: a placeholder without a value stays as it is, so that the gap is seen.
 * Example: fillPlaceholders('{count} rows', { count: 3214 }) -> '3,214 rows'
 */
export function fillPlaceholders(text: string, values: Readonly<Record<string, MessageValue>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name]
    if (value === undefined) return whole
    return typeof value === 'number' ? formatNumber(value) : value
  })
}

const pluralRules: Readonly<Record<Language, Intl.PluralRules>> = {
  'zh-CN': new Intl.PluralRules('zh-CN'),
  en: new Intl.PluralRules('en'),
}

/** Finds the text of a key, its `_one` form when `count` asks for it. */
function findText(language: Language, key: string, count: MessageValue | undefined): string {
  const catalogue = catalogues[language]
  const form = typeof count === 'number' ? pluralRules[language].select(count) : 'other'
  return catalogue[`${key}_${form}`] ?? catalogue[key] ?? key
}

/**
 * Gives the text of a key that is made up of a prefix and a code (`row-reason.sum-row`), for codes that come as data.
 *
 * Empty: without such a text the key itself comes back.
 * Example: translateCode('en', 'gender.female') -> 'Female'
 */
export function translateCode(
  language: Language,
  key: string,
  values: Readonly<Record<string, MessageValue>> = {},
): string {
  return fillPlaceholders(findText(language, key, values.count), values)
}

/**
 * Makes the function that gives texts in a language, for main and the command line.
 *
 * Example: makeTranslate('en')('common.rows', { count: 1 }) -> '1 row'
 */
export function makeTranslate(language: Language): Translate {
  return (key, ...rest) => translateCode(language, key, rest[0])
}
