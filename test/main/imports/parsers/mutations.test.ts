import fs from 'node:fs'
import { expect, it } from 'vitest'
import { readWhole } from '#test/data/read-whole.ts'
import {
  sheetXml,
  workbookParts,
  writeBytes,
  writeWorkbook,
  writeZip,
} from '#test/helpers/workbook-builder.ts'

/** A generator of its own, so that the cases are the same on every machine. */
function makeRandom(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const rows = Array.from(
  { length: 12 },
  (_, index) =>
    `<row r="${index + 1}" spans="1:4"><c r="A${index + 1}" t="s"><v>${index % 3}</v></c><c r="B${index + 1}" s="1"><f>A1</f><v>4536${index}</v></c><c r="D${index + 1}" t="inlineStr"><is><t xml:space="preserve"> 样 </t></is></c></row>`,
).join('')
const book = {
  sheets: [{ name: '表', rows }],
  strings: ['<t>甲</t>', '<r><t>乙</t></r><rPh sb="0" eb="1"><t>x</t></rPh>', '<t>a&amp;b</t>'],
  formats: ['General', 'yyyy-mm-dd'],
}
const pieces = [
  '<',
  '>',
  '"',
  "'",
  '/',
  '<row',
  '</row>',
  '<c',
  '</c>',
  '<v>',
  '</is>',
  '<rPh>',
  '</si>',
  '&',
  '<!--',
  '<![CDATA[',
  '\0',
  ' r="A1"',
  ' t="s"',
]
const parts = [
  'xl/worksheets/sheet1.xml',
  'xl/sharedStrings.xml',
  'xl/styles.xml',
  'xl/workbook.xml',
  'xl/_rels/workbook.xml.rels',
]

function mutate(bytes: Buffer, random: (below: number) => number): Buffer {
  const at = random(bytes.length)
  const before = bytes.subarray(0, at)
  const piece = Buffer.from(pieces[random(pieces.length)] as string)
  const after = bytes.subarray(at)
  const ways = [
    Buffer.concat([before, piece, after]),
    Buffer.concat([before, after.subarray(random(30))]),
    Buffer.concat([before, Buffer.from([random(256)]), after.subarray(1)]),
    before,
  ]
  return ways[random(ways.length)] as Buffer
}

/** Rows or an error of the closed list; readWhole lets anything else through, and a test that hangs fails. */
async function expectAnEnd(file: string): Promise<void> {
  const { error, rows: read } = await readWhole(file)
  if (error) expect(error.code).toMatch(/^(?:file-|xlsx-variant|encoding-)/)
  else expect(read[0]?.length ?? 0).toBeLessThan(200)
}

it('a workbook with changed markup in any part ends with rows or a named error', async () => {
  const random = makeRandom(11)
  const whole = workbookParts(book)
  for (let round = 0; round < 300; round++) {
    const part = parts[random(parts.length)] as string
    const changed = mutate(mutate(Buffer.from(whole[part] as string), random), random)
    await expectAnEnd(await writeZip({ ...whole, [part]: changed }, 'm.xlsx'))
  }
})

it('a zip file with changed bytes ends with rows or a named error', async () => {
  const random = makeRandom(12)
  const bytes = fs.readFileSync(
    await writeWorkbook({ ...book, sheets: [{ name: '表', part: sheetXml(rows) }] }),
  )
  for (let round = 0; round < 300; round++) await expectAnEnd(writeBytes(mutate(bytes, random), 'm.xlsx'))
})

it('a text file with changed bytes ends with rows or a named error', async () => {
  const random = makeRandom(13)
  const text = Buffer.from('姓名,"备注"\r\n样例,"a ""b""\n c"\r\n示例,;|\t\r\n'.repeat(3))
  for (let round = 0; round < 300; round++)
    await expectAnEnd(writeBytes(mutate(mutate(text, random), random), 'm.csv'))
})
