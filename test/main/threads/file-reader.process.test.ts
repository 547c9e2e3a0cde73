import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { probeFileReader } from '#test/helpers/file-reader-probe.ts'
import {
  MAIN_NS,
  type PartContent,
  sheetXml,
  writeBytes,
  writeWorkbook,
} from '#test/helpers/workbook-builder.ts'

/** The bound for our own readers. */
const MOST_MEBIBYTES = 300
const PIECE = 1 << 20

const one = (part: PartContent, stringsPart?: PartContent) =>
  writeWorkbook({ sheets: [{ name: '表', part }], ...(stringsPart ? { stringsPart } : {}) })
const [sheetHead = '', sheetTail = ''] = sheetXml('|').split('|')
const stringHead = `<?xml version="1.0"?><sst xmlns="${MAIN_NS}">`
const firstCell = sheetXml('<row r="1"><c r="A1" t="s"><v>0</v></c></row>')

/** Repeats a text until so many megabytes are full. */
function* fill(head: string, unit: string, megabytes: number, tail: string): Generator<string> {
  yield head
  const piece = unit.repeat(Math.ceil(PIECE / unit.length))
  for (let count = 0; count < megabytes; count++) yield piece
  yield tail
}

/** Strings that are all different and still shrink well. */
function* fillStrings(megabytes: number): Generator<string> {
  yield stringHead
  let index = 0
  for (let count = 0; count < megabytes; count++) {
    let piece = ''
    while (piece.length < PIECE) piece += `<si><t>${'A'.repeat(4000)}${index++}</t></si>`
    yield piece
  }
  yield '</sst>'
}

const makers: readonly (readonly [string, string, () => Promise<string>])[] = [
  [
    'one shared string without an end',
    'file-too-large',
    () => one(firstCell, () => fill(`${stringHead}<si><t>`, 'A', 40, '</t></si></sst>')),
  ],
  [
    'one inline string without an end',
    'file-too-large',
    () =>
      one(() =>
        fill(`${sheetHead}<row r="1"><c t="inlineStr"><is><t>`, 'A', 40, `</t></is></c></row>${sheetTail}`),
      ),
  ],
  ['empty shared strings', 'file-bomb', () => one(firstCell, () => fill(stringHead, '<si/>', 140, '</sst>'))],
  ['shared strings that are all different', 'file-bomb', () => one(firstCell, () => fillStrings(120))],
  ['rows that shrink more than 300 to 1', 'file-bomb', makeRowBomb],
  [
    'one row that refers to a large string again and again',
    'file-too-large',
    () =>
      one(
        sheetXml(`<row r="1">${'<c t="s"><v>0</v></c>'.repeat(16_000)}</row>`),
        `${stringHead}<si><t>${'A'.repeat(1 << 20)}</t></si></sst>`,
      ),
  ],
  ['21,000 entries', 'file-bomb', manyEntries],
]

let rowBomb: Promise<string> | null = null

function makeRowBomb(): Promise<string> {
  const row = `<row spans="${'1'.repeat(2000)}"><c><v>1</v></c></row>`
  rowBomb ??= one(() => fill(sheetHead, row, 270, sheetTail))
  return rowBomb
}

function manyEntries(): Promise<string> {
  const overrides = Object.fromEntries(Array.from({ length: 21_000 }, (_, index) => [`x/${index}.xml`, '']))
  return writeWorkbook({ sheets: [{ name: '表', rows: '' }], overrides })
}

describe('a hostile workbook ends with its name, within the memory of a harmless one', () => {
  it.each(makers)('%s: %s', async (_, code, make) => {
    const { error, peakMebibytes } = await probeFileReader(await make())
    expect(error).toMatchObject({ code })
    expect(peakMebibytes ?? 0).toBeLessThan(MOST_MEBIBYTES)
  })

  it('rows that refer to a large string are read without piling up', async () => {
    const rows = Array.from(
      { length: 20 },
      (_, index) => `<row r="${index + 1}"><c t="s"><v>0</v></c></row>`,
    ).join('')
    const file = await one(sheetXml(rows), `${stringHead}<si><t>${'长'.repeat(1 << 20)}</t></si></sst>`)
    const { rows: count, error, peakMebibytes } = await probeFileReader(file)
    expect([count, error]).toEqual([20, undefined])
    expect(peakMebibytes ?? 0).toBeLessThan(MOST_MEBIBYTES)
  })

  it('sizes that lie in the directory change nothing', async () => {
    const file = await makeRowBomb()
    const bytes = fs.readFileSync(file)
    for (
      let at = bytes.indexOf('PK\x01\x02', 0, 'latin1');
      at >= 0;
      at = bytes.indexOf('PK\x01\x02', at + 1, 'latin1')
    )
      bytes.writeUInt32LE(1000, at + 24)
    expect((await probeFileReader(writeBytes(bytes, 'lie.xlsx'))).error).toMatchObject({ code: 'file-bomb' })
  })

  it.each([
    ['one line of 40 MB', 'file-too-large', Buffer.alloc(40 << 20, 'x')],
    [
      'a quote that never closes',
      undefined,
      Buffer.concat([Buffer.from('a,"b\n'), Buffer.alloc(5 << 20, 'x,y\n')]),
    ],
    ['lines of separators', 'file-too-large', Buffer.alloc(20 << 20, ',')],
  ])('%s as text', async (_, code, bytes) => {
    const { error, peakMebibytes } = await probeFileReader(writeBytes(bytes, 'a.csv'))
    expect(error?.code).toBe(code)
    expect(peakMebibytes ?? 0).toBeLessThan(MOST_MEBIBYTES)
  })
})
