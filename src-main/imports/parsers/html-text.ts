import { decodeHTML } from 'entities'

/** Stands for <br> in the raw text of a cell: a character that is never assigned. */
export const LINE_BREAK = '\ufdd0'
/** Stands for the border of a paragraph, which breaks the line only between two texts. */
export const BLOCK_BREAK = '\ufdd1'

const NEEDS_WORK = /[&\s\ufdd0\ufdd1]/
const SPACES = /[ \t\r\n\f]+/g
const OUTER_SPACE = /^[\s\u00a0]+|[\s\u00a0]+$/g

/**
 * Gives the text of a cell as a browser shows it: white space runs are one space, <br> is a line break, entities are
 * replaced. Digits, zeros and all other signs stay as they stand.
 *
 * Example: ' a&amp;b \ufdd0 00123&nbsp;' -> 'a&b\n00123'
 */
export function shownText(raw: string): string {
  if (!NEEDS_WORK.test(raw)) return raw
  const collapsed = raw.replace(SPACES, ' ')
  const paragraphs = collapsed
    .split(BLOCK_BREAK)
    .map(paragraph => paragraph.split(LINE_BREAK).map(trimLine).join('\n'))
    .filter(paragraph => paragraph !== '')
  return paragraphs.join('\n').replace(OUTER_SPACE, '')
}

function trimLine(line: string): string {
  const text = line.includes('&') ? decodeHTML(line) : line
  return text.replace(OUTER_SPACE, '')
}
