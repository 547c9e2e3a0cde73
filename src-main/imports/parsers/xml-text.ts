const NAMED_ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const LAST_CODE_POINT = 0x10ffff

/**
 * Replaces the five named entities and the numeric ones; unknown ones stay as they are.
 *
 * Example: decodeEntities('a&amp;b &#x4E2D;') -> 'a&b 中'
 */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-fA-F]{1,8})|#(\d{1,8})|(\w{2,4}));/g, (whole, hex, decimal, name) => {
    if (name !== undefined)
      return Object.hasOwn(NAMED_ENTITIES, name) ? (NAMED_ENTITIES[name] as string) : whole
    const codePoint = hex === undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hex, 16)
    return codePoint <= LAST_CODE_POINT ? String.fromCodePoint(codePoint) : whole
  })
}

/**
 * Replaces Excel's own escapes for characters that XML cannot hold.
 *
 * Source: ECMA-376 part 1, 22.9.2.19 (ST_Xstring).
 * Example: decodeExcelEscapes('a_x000D_b_x005F_x000D_') -> 'a\rb_x000D_'
 */
export function decodeExcelEscapes(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/**
 * Gives the text of an element as Excel shows it: line breaks as \n, white space at the ends kept only
 * under xml:space="preserve", entities and escapes replaced.
 *
 * Example: cellText(' a&lt; ', false) -> 'a<'
 */
export function cellText(raw: string, keepsSpace: boolean): string {
  const unbroken = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw
  const decoded = decodeEntities(unbroken)
  return decodeExcelEscapes(keepsSpace ? decoded : trimXmlSpace(decoded))
}

function trimXmlSpace(text: string): string {
  let from = 0
  let to = text.length
  while (from < to && isXmlSpace(text.charCodeAt(from))) from++
  while (to > from && isXmlSpace(text.charCodeAt(to - 1))) to--
  return from === 0 && to === text.length ? text : text.slice(from, to)
}

function isXmlSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d
}
