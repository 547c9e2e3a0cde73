import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { OpenedFile, RawRow, ReadOptions } from '#main/imports/raw-row.ts'
import { readFile } from '#main/imports/read-file.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { dbfBytes } from '#test/helpers/dbf-builder.ts'
import { encodeLegacy } from '#test/helpers/legacy-text.ts'
import { SeededRandom } from '#test/helpers/seeded-random.ts'
import { writeBytes } from '#test/helpers/workbook-builder.ts'

async function read(bytes: Uint8Array, options: ReadOptions = {}) {
  const file = writeBytes(bytes, '会员.dbf')
  const rows: RawRow[] = []
  const opened: OpenedFile[] = []
  try {
    await readFile(
      file,
      options,
      { opened: one => void opened.push(one), batch: batch => void rows.push(...batch.rows) },
      () => false,
    )
  } finally {
    fs.rmSync(file)
  }
  return { opened: opened[0], rows: rows.map(row => row.cells) }
}

const gbk = (text: string) => encodeLegacy(text, 'gb18030')
const ascii = (text: string) => Buffer.from(text, 'latin1')

const fields = [
  { name: gbk('姓名'), type: 'C', length: 10 },
  { name: gbk('手机'), type: 'C', length: 12 },
  { name: gbk('生日'), type: 'D', length: 8 },
  { name: gbk('累计消费'), type: 'N', length: 10 },
  { name: gbk('会员'), type: 'L', length: 1 },
]
const members = [
  [gbk('林样一'), ascii('13800001101'), ascii('19880309'), ascii('    120.50'), ascii('T')],
  [gbk('陈样二'), ascii('13800001102'), ascii('        '), ascii('         .'), ascii('?')],
  [gbk('王样三'), ascii('13800001103'), ascii('20000101'), ascii('**********'), ascii('F')],
]
const expected = [
  ['姓名', '手机', '生日', '累计消费', '会员'],
  ['林样一', '13800001101', { date: '1988-03-09' }, 120.5, true],
  ['陈样二', '13800001102'],
  ['王样三', '13800001103', { date: '2000-01-01' }, { error: '#NUM!' }, false],
]

describe('a dBASE table', () => {
  it.each([
    ['names its encoding as dBASE does', 0x4d],
    ['names its encoding as FoxPro does', 0x7a],
    ['names none', 0],
    ['bears the western mark that Chinese programs leave', 0x57],
  ])('in GBK that %s is read', async (_, driver) => {
    const { opened, rows } = await read(dbfBytes(fields, members, { driver }))
    expect(opened).toMatchObject({ format: 'dbf', encoding: 'gb18030', encodingOrigin: 'found' })
    expect(rows).toEqual(expected)
  })

  it('is read in UTF-8, and in the encoding that is chosen', async () => {
    const utf8 = [{ name: Buffer.from('姓名'), type: 'C', length: 12 }]
    expect(await read(dbfBytes(utf8, [[Buffer.from('林样一')]]))).toMatchObject({
      opened: { encoding: 'utf-8' },
      rows: [['姓名'], ['林样一']],
    })
    const big5 = [{ name: encodeLegacy('姓名', 'big5'), type: 'C', length: 12 }]
    const table = dbfBytes(big5, [[encodeLegacy('陳樣二', 'big5')]], { driver: 0x4d })
    expect(await read(table, { encoding: 'big5' })).toMatchObject({
      opened: { encoding: 'big5', encodingOrigin: 'chosen' },
      rows: [['姓名'], ['陳樣二']],
    })
  })

  it('gives no deleted record, and keeps every digit of a long number', async () => {
    const ids = [{ name: ascii('ID'), type: 'N', length: 18 }]
    const records = ['110105194912310021', '          12345678', '440301199001011234'].map(id => [ascii(id)])
    expect((await read(dbfBytes(ids, records, { deleted: [2] }))).rows).toEqual([
      ['ID'],
      ['110105194912310021'],
      [12345678],
    ])
  })

  it('gives the binary numbers and moments of Visual FoxPro, texts over 255 bytes, and no memo', async () => {
    const moment = Buffer.alloc(8)
    // 2024-03-05 is the Julian day 2,460,375; half past ten.
    moment.writeInt32LE(2_460_375, 0)
    moment.writeInt32LE(37_800_000, 4)
    const [count, money, double] = [Buffer.alloc(4), Buffer.alloc(8), Buffer.alloc(8)]
    count.writeInt32LE(-7)
    money.writeBigInt64LE(1_234_500n)
    double.writeDoubleLE(0.125)
    const visual = [
      ...(['I', 'Y', 'B', 'T'] as const).map(type => ({
        name: ascii(type),
        type,
        length: type === 'I' ? 4 : 8,
      })),
      ...[
        { name: ascii('LONG'), type: 'C', length: 300 },
        { name: ascii('NOTE'), type: 'M', length: 4 },
      ],
    ]
    const record = [count, money, double, moment, ascii('x'.repeat(300)), ascii('\u0001\0\0\0')]
    const { rows } = await read(dbfBytes(visual, [record], { version: 0x30 }))
    expect(rows[1]).toEqual([-7, 123.45, 0.125, { datetime: '2024-03-05T10:30:00' }, 'x'.repeat(300)])
  })

  it('is refused by name when it was cut, or its fields do not fit', async () => {
    const whole = dbfBytes(fields, members, { driver: 0x4d })
    await expect(read(whole.subarray(0, whole.length - 60))).rejects.toMatchObject({ code: 'file-truncated' })
    const wide = Buffer.from(whole)
    wide.writeUInt16LE(20, 10)
    await expect(read(wide)).rejects.toMatchObject({ code: 'file-damaged' })
  })

  it('that was changed anywhere ends with rows or a named error', async () => {
    const random = new SeededRandom(20_261_122)
    const visual = [
      ...fields,
      { name: ascii('AT'), type: 'T', length: 8 },
      { name: ascii('N'), type: 'I', length: 4 },
    ]
    const whole = dbfBytes(visual, members, { version: 0x30 })
    const codes = new Set<string>()
    for (let turn = 0; turn < 200; turn++) {
      const bytes = Buffer.from(whole)
      for (let change = 0; change <= random.below(4); change++)
        bytes[random.below(bytes.length)] = random.below(256)
      const cut = random.chance(30) ? random.below(bytes.length) + 1 : bytes.length
      await read(bytes.subarray(0, cut)).catch(error =>
        codes.add(error instanceof AppError ? error.code : String(error)),
      )
    }
    expect([...codes].filter(code => !code.startsWith('file-'))).toEqual([])
    expect(codes).toContain('file-truncated')
  })
})
