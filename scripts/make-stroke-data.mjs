// Writes src-main/search/stroke-data.ts: the characters of pinyin-data.ts by their number of strokes as counted on the
// mainland (cnchar), where that is not known as the Unicode Consortium counts them (ICU), and among themselves in the order
// of ICU. `node scripts/make-stroke-data.mjs`, after a new version of a package or of pinyin-data.ts.
import fs from 'node:fs'
import path from 'node:path'
import cnchar from 'cnchar'
import trad from 'cnchar-trad'
import { characterReadings } from '../src-main/search/pinyin-data.ts'

const target = path.resolve(import.meta.dirname, '..', 'src-main', 'search', 'stroke-data.ts')
const most = 64
cnchar.use(trad)

const collator = new Intl.Collator('zh-u-co-stroke')
if (collator.resolvedOptions().collation !== 'stroke') throw new Error('this Node knows no order by strokes')
const { compare } = collator

// ICU puts a mark before the characters of each number of strokes.
const marks = Array.from({ length: most }, (_, count) => `\uFDD0${String.fromCharCode(0x2800 + count)}`)
const countOfIcu = char => marks.findLastIndex((mark, count) => count > 0 && compare(mark, char) <= 0)
const countOf = char => cnchar.stroke(char) || countOfIcu(char)

const characters = [...new Set(characterReadings.match(/\p{Script=Han}/gu))].sort(compare)
const lines = new Map()
for (const char of characters) {
  const count = countOf(char)
  if (count > 0) lines.set(count, (lines.get(count) ?? '') + char)
}
const body = Array.from({ length: most }, (_, count) => lines.get(count) ?? '')
while (body.at(-1) === '') body.pop()

fs.writeFileSync(
  target,
  `// Made by scripts/make-stroke-data.mjs from cnchar (MIT, github.com/theajack/cnchar) and ICU (Unicode-3.0). Not edited by hand.

/** Characters by their number of strokes, a line each from none on; in the order of their first strokes. */
export const charactersByStrokes = \`
${body.join('\n')}
\`
`,
)
