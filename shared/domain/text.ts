const kangxiStart = 0x2f00
const kangxiEnd = 0x2fd5
const radicalsStart = 0x2e80

/** U+2E80 and on, as their unified characters (Unicode 14, EquivalentUnifiedIdeograph); two have none. */
const unifiedRadicals = [
  ...'⺀厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵⺚旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟',
]

/** Everything outside these is looked at: they are their own NFC and are never removed inside a text. */
const needsCare = /[^\t\n\x20-\x7e\u3001-\u3029\u4e00-\u9fff\uff01-\uff60]/
const radicals = /[\u2e80-\u2ef3\u2f00-\u2fd5]/gu
const loneSurrogates = /\p{Surrogate}/gu

/**
 * Normalises a text as it is stored and shown: NFC, Kangxi and CJK radicals as the characters they look like, ends
 * trimmed, BOM and zero-width space removed, CRLF as LF. Joiners (ZWJ, ZWNJ) and full-width forms stay.
 *
 * Shape: idempotent; an unpaired surrogate becomes U+FFFD, as the database would store it anyway.
 * Empty: white space gives ''.
 * Source: Unicode 14, EquivalentUnifiedIdeograph.txt.
 * Example: toStoredText(' 表⽰（上海）①㎡，\r\n好 ') -> '表示（上海）①㎡，\n好'
 */
export function toStoredText(text: string): string {
  if (!needsCare.test(text)) return text.trim()
  return unifyRadicals(
    text
      .replace(/[\u200b\ufeff]/g, '')
      .replaceAll('\r\n', '\n')
      .replace(loneSurrogates, '\ufffd'),
  )
    .normalize('NFC')
    .trim()
}

/**
 * Writes a text that may be missing as it is stored.
 *
 * Empty: null, also for white space.
 * Example: toStoredTextOrNull(' 好 ') -> '好'; toStoredTextOrNull('  ') -> null
 */
export function toStoredTextOrNull(text: string | null): string | null {
  return text === null ? null : toStoredText(text) || null
}

/** Everything outside these is looked at: they are their own search form. */
const needsFolding = /[^\x21-\x40\x5b-\x7e\u4e00-\u9fff]/

/**
 * Normalises a text for comparing and searching: NFKC, lower case, radicals unified, zero-width characters removed,
 * runs of white space as one space. Traditional and simplified characters stay different.
 *
 * Shape: for keys and searching only, never shown.
 * Example: toSearchText('ＶＩＰ　⽰①') -> 'vip 示1'
 */
export function toSearchText(text: string): string {
  if (!needsFolding.test(text)) return text
  return foldText(text).replace(/\s+/g, ' ').trim()
}

/** Characters that fold to one unit each: only blanks can change the length of a text made of them. */
const foldsUnitByUnit = /^[\t\n\x20-\x7e\u3001-\u3029\u4e00-\u9fff\uff01-\uff5e]*$/

/**
 * Finds which part of a shown text a part of its search form comes from.
 *
 * Units: UTF-16 units, [start, end).
 * Example: findShownRange('地址：１２８号', 4, 6) -> [4, 6], findShownRange('㎡x', 2, 3) -> [1, 2]
 */
export function findShownRange(text: string, start: number, end: number): [number, number] {
  if (foldsUnitByUnit.test(text) && toSearchText(text).length === text.length) return [start, end]
  const { starts, ends } = mapSearchText(text)
  return [starts[start] ?? 0, ends[end - 1] ?? text.length]
}

/** A search form with, for each of its UTF-16 units, where the shown character it comes from starts and ends. */
export type MappedText = {
  readonly text: string
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/**
 * Folds a text as `toSearchText` does, and keeps where each unit of the result stands in the original.
 *
 * Units: UTF-16 units.
 * Cost: some microseconds per character group; meant for the few hits that are shown.
 * Example: mapSearchText('Ａ㎡') -> { text: 'am2', starts: [0, 1, 1], ends: [1, 2, 2] }
 */
export function mapSearchText(text: string): MappedText {
  const mapped: { text: string; starts: number[]; ends: number[] } = { text: '', starts: [], ends: [] }
  for (const { 0: group, index } of text.matchAll(/\P{M}?\p{M}*[\u200b-\u200d\u2060\ufeff]*/gsu)) {
    let folded = foldText(group).replace(/\s+/g, ' ')
    if (folded.startsWith(' ') && (mapped.text === '' || mapped.text.endsWith(' '))) folded = folded.slice(1)
    mapped.text += folded
    for (let unit = 0; unit < folded.length; unit++) {
      mapped.starts.push(index)
      mapped.ends.push(index + group.length)
    }
  }
  const expected = toSearchText(text)
  if (mapped.text.startsWith(expected)) return { ...mapped, text: expected }
  // Characters that combine across groups (Hangul letters) leave no map: the whole text is marked.
  const units = Array.from({ length: expected.length })
  return { text: expected, starts: units.map(() => 0), ends: units.map(() => text.length) }
}

/** A final sigma depends on what follows it, so a term typed half would miss. */
function foldText(text: string): string {
  return unifyRadicals(text.replace(/[\u200b-\u200d\u2060\ufeff]/g, '').replace(loneSurrogates, '\ufffd'))
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ς', 'σ')
}

function unifyRadicals(text: string): string {
  return text.replace(radicals, radical => {
    const code = radical.charCodeAt(0)
    if (code >= kangxiStart && code <= kangxiEnd) return radical.normalize('NFKC')
    return unifiedRadicals[code - radicalsStart] ?? radical
  })
}

/** Marks before the digits that a person dials after the connection stands. */
const extension = /(?:转|分机号?|ext\.?:?|[-,#;])(\d{1,6})$|[([](\d{2,6})[)\]]$/i
const chinaPrefix = /^(?:\+86|0086|86(?=-?1[3-9]\d-?\d{4}-?\d{4}))-?/
const mobile = /^1[3-9]\d{9}$/

/**
 * Makes the key by which two spellings of a phone number are the same: digits only, without the country code of
 * China. A number of another country keeps its code.
 *
 * Empty: '' when there is no number, or only a masked one, which names nobody.
 * Example: '+86 138-0000-1107', '０１３８…' apart, '13800001107' -> '13800001107'; '(0571) 8888-6666' and
 * '+86 571 88886666' -> '057188886666'; '138****1107' -> ''
 */
export function toPhoneKey(text: string): string {
  if (isMaskedPhone(text)) return ''
  const spelled = spellPhone(text)
  const withoutPrefix = spelled.replace(chinaPrefix, '')
  const digits = withoutPrefix.replace(/\D/g, '')
  const isAreaCode = withoutPrefix !== spelled && /^(?!400|800)[2-9]\d{9,10}$|^10\d{8}$/.test(digits)
  return isAreaCode ? `0${digits}` : digits
}

/**
 * Says whether digits of a number are hidden, so that it stands for many people.
 *
 * Example: isMaskedPhone('138****1107') -> true
 */
export function isMaskedPhone(text: string): boolean {
  return /\d/.test(text) && /[*＊]|[x×•●]{2,}/i.test(text)
}

/**
 * Says whether a number is a mobile with an extension: a privacy number of a platform, which expires and is then
 * another person's.
 *
 * Example: isVirtualPhone('18400001107-8023') -> true; isVirtualPhone('010-88886666-801') -> false
 */
export function isVirtualPhone(text: string): boolean {
  const { main, hasExtension } = splitExtension(spellPhone(text).replace(chinaPrefix, ''))
  return hasExtension && mobile.test(main.replace(/\D/g, ''))
}

/**
 * Says whether a number could be dialled: 11 digits of a mobile, a landline, a service number or one abroad, with or
 * without extension. Not masked, not cut, not turned into 1.38E+10.
 *
 * Example: isPhonePlausible('138 0000 1107') -> true; isPhonePlausible('138000011') -> false
 */
export function isPhonePlausible(text: string): boolean {
  const spelled = spellPhone(text)
  const { main } = splitExtension(spelled)
  if (!/^\+?[\d()-]+$/.test(main)) return false
  const digits = toPhoneKey(main)
  if (/^1[3-9]/.test(digits) && !spelled.startsWith('+')) return mobile.test(digits)
  return digits.length >= 5 && digits.length <= 15
}

/** All kinds of dash as '-'; dots and blanks between digits go. */
function spellPhone(text: string): string {
  return toSearchText(text)
    .replace(/[‐-―−]/g, '-')
    .replace(/\s|(?<=\d{2})[.·/](?=\d{2})/g, '')
}

function splitExtension(spelled: string): { main: string; hasExtension: boolean } {
  const found = extension.exec(spelled)
  if (!found) return { main: spelled, hasExtension: false }
  const main = spelled.slice(0, found.index)
  // The last group of 138-0000-1107 is no extension.
  const isWhole = toPhoneKey(main).length >= 7
  return isWhole ? { main, hasExtension: true } : { main: spelled, hasExtension: false }
}
