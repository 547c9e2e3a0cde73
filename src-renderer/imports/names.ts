import type { Translation } from '#renderer/i18n/use-translation.ts'

/** Platforms whose exports the program knows, by code. */
export const knownPlatforms = ['taobao', 'jd', 'pdd', 'douyin', 'kuaishou', 'youzan', 'weidian'] as const

/** Encodings that a text file can be read in, by label. */
export const encodings = [
  'utf-8',
  'gb18030',
  'big5',
  'utf-16le',
  'utf-16be',
  'utf-32le',
  'utf-32be',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'windows-1252',
] as const

/** Separators of a text file with the codes of their names. */
export const separators = [
  { character: ',', code: 'comma' },
  { character: ';', code: 'semicolon' },
  { character: '\t', code: 'tab' },
  { character: '|', code: 'bar' },
] as const

type Words = Pick<Translation, 't' | 'tCode'>

function nameOr({ tCode }: Words, key: string, otherwise: string): string {
  const name = tCode(key)
  return name === key ? otherwise : name
}

/** A platform in words: its own name when it is none of the known ones. */
export function platformName(words: Words, platform: string): string {
  return platform === ''
    ? words.t('imports.platform.none')
    : nameOr(words, `imports.platform.${platform}`, platform)
}

/** A preset in words: a built-in one has a name in each language. */
export function presetName(
  words: Words,
  { code, isBuiltIn, name }: { readonly code: string; readonly isBuiltIn: boolean; readonly name: string },
): string {
  return isBuiltIn ? nameOr(words, `import-preset.${code}`, name) : name
}

/** A shop in words. */
export function shopName({ t }: Words, shop: string): string {
  return shop === '' ? t('imports.shop.none') : shop
}

/** An encoding in words. */
export function encodingName(words: Words, encoding: string): string {
  return nameOr(words, `imports.encoding.${encoding.toLowerCase()}`, encoding)
}

/** A separator in words. */
export function separatorName({ t }: Words, separator: string): string {
  const known = separators.find(({ character }) => character === separator)
  return known ? t(`imports.separator.${known.code}`) : separator
}
