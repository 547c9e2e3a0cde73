const CANDIDATES = [',', '\t', ';', '|'] as const
const LINES_LOOKED_AT = 100
const LONGEST_QUOTED = 5_000
const FEW_LINES = 3
const PAIRS_SHARE = 0.2
/** A bar is also a character of text, so nearly all lines must agree on it. */
const PIPE_SHARE = 0.8
const QUOTED = new RegExp(`"[^"]{0,${LONGEST_QUOTED}}"`, 'g')

/** A first line that names the separator for Excel and is no row. */
const SEPARATOR_LINE = /^"?sep=(.)"?(?:\r\n|\r|\n|$)/i

/**
 * Reads the line `sep=;` at the beginning of a text.
 *
 * Empty: null without such a line. Example: 'sep=;\r\na;b' -> { separator: ';', length: 7 }
 */
export function readSeparatorLine(
  text: string,
): { readonly separator: string; readonly length: number } | null {
  const match = SEPARATOR_LINE.exec(text)
  return match ? { separator: match[1] as string, length: match[0].length } : null
}

/**
 * Finds the separator that cuts the first lines into the same number of fields most often; what stands in quotes
 * does not count.
 *
 * Empty: '' when the lines have no table in them, so that each line is one field.
 * Example: 'This;Are;Headers\nA2;B2;25,5' -> ';'
 */
export function detectSeparator(head: string): string {
  const lines = head
    .replace(QUOTED, '')
    .split(/\r\n|\r|\n/, LINES_LOOKED_AT)
    .filter(line => line !== '')
  let best = ''
  let bestScore = 0
  for (const separator of CANDIDATES) {
    const score = scoreSeparator(lines, separator)
    if (score > bestScore) {
      best = separator
      bestScore = score
    }
  }
  return best
}

/** Cuts a line into fields; what stands in quotes is one. Example: 'a;"b;c"' at ';' -> ['a', '"bc"'] */
export function cutLine(line: string, separator: string): string[] {
  return line.replace(QUOTED, quoted => quoted.replaceAll(separator, '')).split(separator)
}

/** The share of the lines with the most usual number of fields, weighted by how many fields that are. */
function scoreSeparator(lines: readonly string[], separator: string): number {
  const counts = lines.map(line => line.split(separator).length - 1)
  if (!isTable(counts)) return 0
  let best = 0
  for (const count of new Set(counts)) {
    const share = counts.filter(other => other === count).length / lines.length
    if (separator === '|' && share < PIPE_SHARE) continue
    best = Math.max(best, share ** 2 * Math.log2(count + 1))
  }
  return best
}

/** In a table many a line has as many fields as the line before; in running text hardly one has. */
function isTable(counts: readonly number[]): boolean {
  const pairs = counts.filter((count, index) => count > 0 && count === counts[index - 1]).length
  if (counts.length <= FEW_LINES) return counts.some(count => count > 0)
  return pairs > 0 && pairs >= (counts.length - 1) * PAIRS_SHARE
}
