import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readFile } from '#main/imports/read-file.ts'
import { readFileAsLines } from '#main/imports/read-lines.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { writeBytes, writeWorkbook } from '#test/helpers/workbook-builder.ts'

const lines = (count: number, text = '样例') =>
  Array.from({ length: count }, (_, index) => `${index},${text}`).join('\n')
const silent = { opened: () => undefined, batch: () => undefined }
const never = () => false

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
  return 'no error'
}

describe('reading a file', () => {
  it('gives batches of at most 1,000 rows or about a megabyte, one after the other has been taken', async () => {
    for (const [text, largest] of [
      ['样例', 1000],
      ['长'.repeat(20_000), 60],
    ] as const) {
      const sizes: number[] = []
      let running = 0
      const file = writeBytes(lines(text.length > 2 ? 300 : 3500, text), 'a.csv')
      const { rowsPerSheet } = await readFile(
        file,
        {},
        {
          opened: () => undefined,
          batch: async ({ rows }) => {
            expect(++running).toBe(1)
            await new Promise(resolve => setTimeout(resolve, 2))
            running--
            sizes.push(rows.length)
          },
        },
        never,
      )
      expect(Math.max(...sizes)).toBeLessThanOrEqual(largest)
      expect([sizes.reduce((sum, size) => sum + size, 0)]).toEqual(rowsPerSheet)
    }
  })

  it('tells how much of the file is read, up to all of it', async () => {
    const rows = Array.from(
      { length: 30_000 },
      (_, index) => `<row r="${index + 1}"><c><v>${index * 7919}</v></c></row>`,
    ).join('')
    for (const file of [
      writeBytes(lines(50_000), 'a.csv'),
      await writeWorkbook({ sheets: [{ name: '表', rows }] }),
    ]) {
      const seen: number[] = []
      await readFile(file, {}, { ...silent, progress: (done, total) => seen.push(done / total) }, never)
      expect(seen.length).toBeGreaterThan(2)
      expect(seen).toEqual(seen.toSorted((a, b) => a - b))
      expect(seen.at(-1)).toBeGreaterThan(0.95)
      expect(seen.at(-1)).toBeLessThanOrEqual(1)
    }
  })

  it('stops when it is cancelled', async () => {
    const file = writeBytes(lines(200_000), 'a.csv')
    let batches = 0
    const sink = { opened: () => undefined, batch: () => void batches++ }
    expect(await codeOf(readFile(file, {}, sink, () => batches >= 2))).toBe('cancelled')
    expect(batches).toBeLessThan(20)
  })

  it('passes on what the receiver throws, and closes the file', async () => {
    const file = writeBytes(lines(10), 'a.csv')
    const failure = new Error('full')
    const sink = { opened: () => undefined, batch: () => Promise.reject(failure) }
    await expect(readFile(file, {}, sink, never)).rejects.toBe(failure)
    fs.rmSync(file)
  })

  it('names what cannot be opened', async () => {
    const file = writeBytes('a,b', 'a.csv')
    expect(await codeOf(readFile(path.join(path.dirname(file), 'none.csv'), {}, silent, never))).toBe(
      'file-missing',
    )
    expect(await codeOf(readFile(path.dirname(file), {}, silent, never))).toBe('file-unreadable')
    expect(await codeOf(readFile(writeBytes('', 'a.csv'), {}, silent, never))).toBe('file-empty')
  })
})

describe('lines for the command line', () => {
  const write = async (file: string, options = {}) => {
    const written: string[] = []
    const isRead = await readFileAsLines(
      file,
      'a.xlsx',
      options,
      line => void written.push(line),
      code => `text of ${code}`,
    )
    return { isRead, written }
  }

  it('are one per row with typed cells, and one at the end', async () => {
    const rows = `<row r="2"><c r="B2" t="s"><v>0</v></c><c r="C2"><v>1.5</v></c><c t="b"><v>0</v></c><c s="1"><v>45351</v></c><c s="2"><v>0.5</v></c><c s="3"><v>45351.5</v></c><c t="e"><v>#N/A</v></c></row>`
    const file = await writeWorkbook({
      sheets: [{ name: '客户', rows }, { name: '空' }],
      strings: ['<t>000123</t>'],
      formats: ['General', 14, 20, 22],
    })
    expect(await write(file)).toEqual({
      isRead: true,
      written: [
        '{"file":"a.xlsx","sheet":"客户","row":2,"cells":[null,"000123",1.5,false,{"date":"2024-02-29"},{"time":"12:00:00"},{"datetime":"2024-02-29T12:00:00"},{"error":"#N/A"}]}',
        '{"file":"a.xlsx","format":"xlsx","sheets":["客户","空"],"rows":1}',
      ],
    })
  })

  it('are an error with its text when the file cannot be read', async () => {
    expect(await write(writeBytes('%PDF-1.7', 'a.csv'))).toEqual({
      isRead: false,
      written: [
        '{"file":"a.xlsx","error":{"code":"file-type-unsupported","message":"text of file-type-unsupported"}}',
      ],
    })
  })
})
