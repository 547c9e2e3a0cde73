import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { RecordScanner } from '#main/imports/parsers/record-scanner.ts'
import { AppError } from '#shared/contract/app-error.ts'

function scan(text: string, separator = ',', size = text.length): (readonly string[])[] {
  const scanner = new RecordScanner(separator)
  const records: (readonly string[])[] = []
  for (let at = 0; at < text.length; at += size) {
    scanner.feed(text.slice(at, at + size), at + size >= text.length)
    for (let record = scanner.nextRecord(); record; record = scanner.nextRecord()) records.push(record)
  }
  return records
}

/** A generator of its own, so that the cases are the same on every machine. */
function makeRandom(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

describe('records', () => {
  it('end at CRLF, LF or CR, also at the end of the text', () => {
    expect(scan('a,b\r\nc\nd,\re')).toEqual([['a', 'b'], ['c'], ['d', ''], ['e']])
    expect(scan('a\n\nb\n')).toEqual([['a'], [''], ['b']])
  })

  it('keep separators, doubled quotes and line breaks inside quotes; a break becomes \\n', () => {
    expect(scan('"a,b","c""d","e\r\nf\rg"\n""')).toEqual([['a,b', 'c"d', 'e\nf\ng'], ['']])
  })

  it('are as another parser cuts them, for 300 random well-formed texts in pieces of any size', () => {
    const random = makeRandom(7)
    const alphabet = ['a', '客', '1', ' ', '"', ',', '\n', ';', '😀', '']
    for (let round = 0; round < 300; round++) {
      const table = Array.from({ length: 1 + random(6) }, () =>
        Array.from({ length: 1 + random(4) }, () =>
          Array.from({ length: random(6) }, () => alphabet[random(10)]).join(''),
        ),
      )
      const separator = [',', ';', '\t', '|'][random(4)] as string
      const text = Papa.unparse(table, {
        delimiter: separator,
        quotes: random(2) === 0,
        newline: random(2) ? '\r\n' : '\n',
      })
      const wanted = Papa.parse<string[]>(text.replace(/\r?\n$/, ''), { delimiter: separator }).data
      const got = scan(text, separator, 1 + random(9))
      expect([text, got]).toEqual([text, text === '' ? [] : wanted])
    }
  })
})

describe('quotes that are not well formed stay characters', () => {
  it.each([
    [
      '"a"b,c\nd,e\n"f",g',
      [
        ['"a"b', 'c'],
        ['d', 'e'],
        ['f', 'g'],
      ],
    ],
    ['"><script>\nx,y\n', [['"><script>'], ['x', 'y']]],
    ['a "quoted" word,5" pipe', [['a "quoted" word', '5" pipe']]],
    ['"never closed\nb', [['"never closed'], ['b']]],
    ['"a" ,b', [['a', 'b']]],
  ])('%j', (text, records) => {
    for (const size of [1, 2, 3, 100]) expect(scan(text, ',', size)).toEqual(records)
  })

  it('when they do not close within a megabyte, so that one stray quote swallows nothing', () => {
    const lines = `"stray\n${'x,y\n'.repeat(400_000)}`
    const records = scan(lines, ',', 1 << 18)
    expect([records.length, records[0], records[400_000]]).toEqual([400_001, ['"stray'], ['x', 'y']])
  })
})

describe('limits', () => {
  const codeOf = (run: () => unknown) => {
    try {
      run()
    } catch (error) {
      return error instanceof AppError ? error.data : error
    }
    return null
  }

  it('one endless line is refused', () => {
    const chunk = 'x'.repeat(1 << 20)
    const scanner = new RecordScanner(',')
    const read = () => {
      for (let index = 0; index < 40; index++) {
        scanner.feed(chunk, false)
        scanner.nextRecord()
      }
    }
    expect(codeOf(read)).toMatchObject({ code: 'file-too-large', details: { limit: 'row' } })
  })

  it('a record of more columns than Excel has is refused', () => {
    expect(codeOf(() => scan(','.repeat(20_000)))).toMatchObject({
      code: 'file-too-large',
      details: { limit: 'columns' },
    })
  })
})
