// Writes src-main/search/pinyin-data.ts from the dictionaries of pinyin-pro: readings of single characters, words and
// surnames that are read otherwise. `node scripts/make-pinyin-data.mjs`, after a new version of the package.
import fs from 'node:fs'
import path from 'node:path'
import { pinyin } from 'pinyin-pro'

const root = path.resolve(import.meta.dirname, '..')
const target = path.join(root, 'src-main', 'search', 'pinyin-data.ts')
const dictionaries = path.join(root, 'node_modules', 'pinyin-pro', 'dist', 'esm', 'data')

// Traditional spellings and readings as a surname that the package lacks.
const moreSurnames = {
  种: 'chong2',
  單: 'shan4',
  樂: 'yue4',
  員: 'yun4',
  區: 'ou1',
  蓋: 'ge3',
  車: 'che1',
  繆: 'miao4',
}

const numbered = { toneType: 'num', v: true, toneSandhi: false }
const readAll = char => pinyin(char, { ...numbered, multiple: true, type: 'array' })
const read = text => pinyin(text, { ...numbered, type: 'array' })
const readSurname = text => pinyin(text, { ...numbered, mode: 'surname', surname: 'head', type: 'array' })
const toneless = reading => reading.replace(/\d/, '')

// The first reading, and the first other one that is spelled otherwise.
const readingsOf = char => {
  const all = readAll(char).filter(reading => /^[a-z]+\d$/.test(reading))
  const other = all.find(reading => toneless(reading) !== toneless(all[0]))
  return other ? [all[0], other] : all.slice(0, 1)
}

const chars = new Map()
for (let code = 0x3007; code <= 0x323af; code++) {
  if (code === 0x3008) code = 0x3400
  if (code === 0xa000) code = 0xf900
  if (code === 0xfb00) code = 0x20000
  const char = String.fromCodePoint(code)
  if (char !== char.normalize('NFKC')) continue
  const readings = readingsOf(char)
  if (readings.length > 0) chars.set(char, readings)
}

const lines = new Map()
for (const [char, readings] of chars) {
  const key = readings.join(' ')
  lines.set(key, (lines.get(key) ?? '') + char)
}

const keysOf = file =>
  [...fs.readFileSync(path.join(dictionaries, file), 'utf8').matchAll(/^ {4}'?(\p{Script=Han}+)'?: /gmu)].map(
    match => match[1],
  )

const byDefault = text => [...text].map(char => chars.get(char)?.[0] ?? char)
const isOtherwise = (text, readings) =>
  readings.every(reading => /^[a-z]+\d$/.test(reading)) &&
  readings.some((reading, index) => toneless(reading) !== toneless(byDefault(text)[index]))

const words = keysOf('dict2.mjs')
  .map(word => [word, read(word)])
  .filter(([word, readings]) => [...word].length === 2 && isOtherwise(word, readings))

const surnames = [...keysOf('surname.mjs'), ...chars.keys()]
  .map(name => [name, readSurname(name)])
  .filter(([name, readings]) => readings.join() !== byDefault(name).join())
// 六 is a surname of few and part of many nicknames.
const allSurnames = new Map([
  ...surnames.filter(([name]) => name !== '六'),
  ...Object.entries(moreSurnames).map(([name, one]) => [name, [one]]),
])

const table = entries => [...entries].map(([key, value]) => `${key} ${value}`).join('\n')
const flat = entries => table([...entries].map(([text, readings]) => [text, readings.join(' ')]))

fs.writeFileSync(
  target,
  `// Made by scripts/make-pinyin-data.mjs from pinyin-pro (MIT, github.com/zh-lx/pinyin-pro). Not edited by hand.

/** Characters by their reading with tone, then a second one if it is spelled otherwise; ü is v. */
export const characterReadings = \`
${[...lines]
  .map(([key, text]) => `${key} ${text}`)
  .sort()
  .join('\n')}
\`

/** Words of two characters that are not read as their characters usually are. */
export const wordReadings = \`
${flat(words.sort())}
\`

/** Surnames that are not read as their characters usually are. */
export const surnameReadings = \`
${flat([...allSurnames].sort())}
\`
`,
)
console.error(
  `${chars.size} characters, ${lines.size} readings, ${words.length} words, ${allSurnames.size} surnames`,
)
