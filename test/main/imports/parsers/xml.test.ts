import { describe, expect, it } from 'vitest'
import { BlockCutter } from '#main/imports/parsers/block-cutter.ts'
import { crc32ByTable } from '#main/imports/parsers/crc32.ts'
import { readNumber } from '#main/imports/parsers/read-number.ts'
import { SharedStrings } from '#main/imports/parsers/shared-strings.ts'
import { XmlByteFilter } from '#main/imports/parsers/xml-byte-filter.ts'
import { listTags } from '#main/imports/parsers/xml-tags.ts'
import { cellText, decodeEntities, decodeExcelEscapes } from '#main/imports/parsers/xml-text.ts'
import { AppError } from '#shared/contract/app-error.ts'

function filterInPieces(bytes: Buffer, size: number): string {
  const filter = new XmlByteFilter()
  const out: Buffer[] = []
  for (let at = 0; at < bytes.length; at += size) out.push(filter.push(bytes.subarray(at, at + size)))
  return Buffer.concat([...out, filter.finish()]).toString('utf8')
}

const codeOf = (run: () => unknown) => {
  try {
    run()
  } catch (error) {
    return error instanceof AppError ? error.code : error
  }
  return null
}

describe('text of cells', () => {
  it('replaces entities once', () => {
    expect(decodeEntities('a&amp;b &#x4E2D;')).toBe('a&b 中')
    expect(decodeEntities('&amp;lt; &#65; &unknown; &#x110000;')).toBe('&lt; A &unknown; &#x110000;')
  })

  it('replaces Excel escapes, and the escaped escape', () => {
    expect(decodeExcelEscapes('a_x000D_b_x005F_x000D_')).toBe('a\rb_x000D_')
  })

  it('cuts white space at the ends unless it is to be kept', () => {
    expect(cellText(' a&lt; ', false)).toBe('a<')
    expect(cellText(' a b\r\n', true)).toBe(' a b\n')
    expect(cellText('\u3000全角\u00a0', false)).toBe('\u3000全角\u00a0')
    expect(cellText('_x0020_a', false)).toBe(' a')
  })
})

describe('the filter before the scanners', () => {
  const part =
    '<?xml version="1.0" encoding="UTF-8"?><a><!-- <b>x</b> --><c>1 ! 2</c><t><![CDATA[a<b>&c]]></t><!----></a>'
  const clean = '<?xml version="1.0" encoding="UTF-8"?><a><c>1 ! 2</c><t>a&lt;b>&amp;c</t></a>'

  it.each([1, 2, 3, 7, 1000])('drops comments and escapes CDATA, cut into pieces of %i bytes', size => {
    const padded = Buffer.from(part.replace('<a>', `<a>${' '.repeat(300)}`))
    expect(filterInPieces(padded, size).replace(/<a> +/, '<a>')).toBe(clean)
  })

  it('turns UTF-16 and declared encodings into UTF-8', () => {
    const text = '<?xml version="1.0" encoding="UTF-16"?><a>客户😀</a>'
    const withMark = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
    expect(filterInPieces(withMark, 5)).toBe(text)
    expect(filterInPieces(Buffer.from(text, 'utf16le').swap16(), 64)).toBe(text)
    const latin = Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>\xe9</a>', 'latin1')
    expect(filterInPieces(latin, 64)).toContain('<a>é</a>')
  })

  it.each(['<!DOCTYPE a>', '<!ENTITY x "y">', '<!doctype a [<!ENTITY x SYSTEM "file:///x">]>'])(
    'refuses %s',
    declaration => {
      expect(codeOf(() => filterInPieces(Buffer.from(`<?xml version="1.0"?>${declaration}<a/>`), 10))).toBe(
        'file-damaged',
      )
    },
  )

  it('refuses an open comment and an encoding that nobody knows', () => {
    expect(codeOf(() => filterInPieces(Buffer.from('<a><!-- '), 10))).toBe('file-damaged')
    const unknown = Buffer.from('<?xml version="1.0" encoding="UTF-7"?><a/>')
    expect(codeOf(() => filterInPieces(unknown, 100))).toBe('xlsx-variant-unsupported')
  })
})

describe('tags of small parts', () => {
  it('come without prefix, with attributes in either quotes and > inside them', () => {
    const tags = [...listTags(`<?xml version="1.0"?><x:a b="1>2" r:id='rId1' sheetId="9"/><c></c>`)]
    expect(tags.map(tag => [tag.prefix, tag.name, tag.kind])).toEqual([
      ['x', 'a', 'empty'],
      ['', 'c', 'start'],
      ['', 'c', 'end'],
    ])
    expect([tags[0]?.attribute('b'), tags[0]?.attribute('id'), tags[0]?.attribute('none')]).toEqual([
      '1>2',
      'rId1',
      undefined,
    ])
  })
})

describe('numbers', () => {
  it('are read as Number() reads them', () => {
    const texts = [
      '-1234.5',
      '1.1E+17',
      '0',
      '-0',
      '007',
      '.5',
      '5.',
      '0.30000000000000004',
      '999999999999999',
      '1e-7',
    ]
    for (let index = 0; index < 2000; index++) {
      const value = Math.sin(index) * 10 ** (index % 21)
      texts.push(String(value), value.toFixed(index % 8))
    }
    for (const text of texts) {
      const bytes = Buffer.from(text)
      expect([text, readNumber(bytes, 0, bytes.length)]).toEqual([text, Number(text) || 0])
    }
  })

  it.each(['abc', '', '-', '1.2.3', '0x10', '1E999', 'NaN'])('%j is none', text => {
    expect(readNumber(Buffer.from(text), 0, text.length)).toBeNull()
  })
})

describe('shared strings', () => {
  it('come back by index, also those that lie across two segments or are long', () => {
    const strings = new SharedStrings()
    const texts = Array.from({ length: 3000 }, (_, index) => `客户${index}`.repeat(1 + (index % 300)))
    texts.splice(1000, 0, '长'.repeat(3_000_000), '')
    for (const text of texts) strings.addText(text)
    expect(strings.count).toBe(3002)
    expect(texts.every((text, index) => strings.get(index) === text)).toBe(true)
    expect(codeOf(() => strings.get(3002))).toBe('file-damaged')
  })
})

describe('blocks of whole rows', () => {
  const rows = Array.from({ length: 40 }, (_, index) =>
    index % 7 === 3 ? `<row r="${index}"/>` : `<row r="${index}"><c>${'x'.repeat(index)}</c></row>`,
  )
  const sheet = Buffer.from(
    `<sheetData>${rows.join('')}</sheetData><mergeCells>${'<m/>'.repeat(50)}</mergeCells>`,
  )

  it.each([1, 2, 5, 11, 64, 5000])('never cut a row, whatever the pieces (%i bytes)', size => {
    const cutter = new BlockCutter('<row', '</sheetData>', 1000)
    const blocks: string[] = []
    for (let at = 0; at < sheet.length; at += size) {
      const block = cutter.push(sheet.subarray(at, at + size))
      if (block) blocks.push(block.toString())
    }
    blocks.push(cutter.finish().toString())
    expect(blocks.join('')).toBe(sheet.toString())
    for (const block of blocks.slice(1, -1)) expect(block).toMatch(/^(?:<row|<mergeCells|<m\/>|<\/sheet)/)
    for (const block of blocks)
      expect(block.split('<row r').length - 1).toBe(block.split(/<\/row>|"\/>/).length - 1)
  })

  it('refuse a record that is longer than the limit', () => {
    const cutter = new BlockCutter('<row', '</sheetData>', 100)
    expect(codeOf(() => [1, 2, 3].map(() => cutter.push(Buffer.alloc(60, 'x'))))).toBe('file-too-large')
  })
})

describe('CRC-32', () => {
  it('of the check text is the published value, whole or in two parts', () => {
    expect(crc32ByTable(Buffer.from('123456789'), 0)).toBe(0xcbf43926)
    expect(crc32ByTable(Buffer.from('6789'), crc32ByTable(Buffer.from('12345'), 0))).toBe(0xcbf43926)
  })
})
