import { describe, expect, it } from 'vitest'
import { detectSeparator, readSeparatorLine } from '#main/imports/parsers/text-separator.ts'
import { Utf32Decoder } from '#main/imports/parsers/utf32-decoder.ts'
import { readWhole } from '#test/data/read-whole.ts'
import { encodeLegacy, encodeWide } from '#test/helpers/legacy-text.ts'
import { writeBytes } from '#test/helpers/workbook-builder.ts'

const read = (bytes: string | Uint8Array, options = {}) => readWhole(writeBytes(bytes, 'a.xlsx'), options)

const samples = {
  simplified:
    '姓名,手机,地址\n林样一,13800000001,广东省广州市天河区样例路1号\n王示例,13800000002,浙江省杭州市西湖区\n',
  names: '林样一\n王芳\n欧阳示例\n',
  traditional: '姓名,電話,地址\n林樣一,0900000001,臺北市中山區樣例路一號\n陳示範,0900000002,新北市板橋區\n',
  japanese: '名前,住所\n見本太郎,東京都千代田区みほん町\n例示花子,大阪府大阪市サンプル\n',
  japaneseKanji: '見本太郎,東京都千代田区\n例示花子,大阪府大阪市北区\n',
  korean: '이름,주소\n김예시,서울특별시 강남구 예시로\n박견본,부산광역시 해운대구\n',
  western: 'nom;ville\nBenoît;Orléans\nMüller;Würzburg\nGarçon;Besançon\n',
}

describe('the encoding is told by the content', () => {
  it.each([
    [samples.simplified, 'gb18030'],
    [samples.names, 'gb18030'],
    ['简体中文', 'gb18030'],
    [samples.traditional, 'big5'],
    [samples.japanese, 'shift_jis'],
    [samples.japaneseKanji, 'shift_jis'],
    ['日本語', 'shift_jis'],
    [samples.japanese, 'euc-jp'],
    [samples.japaneseKanji, 'euc-jp'],
    [samples.korean, 'euc-kr'],
    ['김예시\n이견본\n', 'euc-kr'],
    [samples.western, 'windows-1252'],
    ['première,sixième\n', 'windows-1252'],
  ])('%j in %s', async (text, encoding) => {
    const whole = await read(encodeLegacy(text, encoding))
    expect(whole.encoding).toBe(encoding)
    expect(whole.rows[0]?.map(row => row.cells.join(whole.separator)).join('\n')).toBe(text.trim())
  })

  it.each(['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'] as const)(
    '%s with and without a mark',
    async encoding => {
      for (const text of [samples.simplified, `\ufeff${samples.simplified}`, 'a,b\n1,2\n', '\ufeffx,y']) {
        const whole = await read(encodeWide(text, encoding))
        expect(whole.encoding).toBe(encoding)
        expect(whole.rows[0]?.[0]?.cells).toEqual(text.replace('\ufeff', '').split('\n')[0]?.split(','))
      }
    },
  )

  it('UTF-8 is strict, with or without a mark; the mark is no part of the first heading', async () => {
    for (const text of [samples.simplified, `\ufeff${samples.simplified}`]) {
      const whole = await read(text)
      expect([whole.encoding, whole.rows[0]?.[0]?.cells[0]]).toEqual(['utf-8', '姓名'])
    }
  })

  it('UTF-8 whose characters lie across every border of the chunks is still UTF-8', async () => {
    const text = `a${'客户档案'.repeat(200_000)}\n`
    const whole = await read(text)
    expect([whole.encoding, whole.rows[0]?.[0]?.cells]).toEqual(['utf-8', [text.trim()]])
  })

  it('a long UTF-8 text with one broken byte stays UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from(samples.simplified.repeat(200)), Buffer.from([0xe5, 0x0a])])
    expect((await read(bytes)).encoding).toBe('utf-8')
  })

  it('names of rare characters alone, in four bytes each, are GB18030', async () => {
    // As Python's codec writes it: name,tel / 㛃𬭎,13800001107
    const bytes = Buffer.from('6e616d652c74656c0a8230b7319933a9322c31333830303030313130370a', 'hex')
    const whole = await read(bytes)
    expect([whole.encoding, whole.rows[0]?.[1]?.cells[0]]).toEqual(['gb18030', '㛃𬭎'])
  })

  it('GBK is found even when the first Chinese character comes after 600,000 bytes', async () => {
    const head = 'name,phone\n'.repeat(60_000)
    const whole = await read(Buffer.concat([Buffer.from(head), encodeLegacy(samples.simplified, 'gb18030')]))
    expect([whole.encoding, whole.rows[0]?.at(-1)?.cells[0]]).toEqual(['gb18030', '王示例'])
  })

  it('can be told by hand; an unknown label is an error', async () => {
    const bytes = encodeLegacy('中文', 'gb18030')
    expect((await read(bytes, { encoding: 'GBK' })).rows[0]?.[0]?.cells).toEqual(['中文'])
    expect((await read(bytes, { encoding: 'no-such' })).error?.code).toBe('encoding-unknown')
  })
})

describe('the separator', () => {
  it.each([
    ['This;Are;Headers\nA2;B2;25,5\n', ';'],
    ['a\tb\n1,5\t2,5\n', '\t'],
    ['a|b|c\n1|2|3\n', '|'],
    ['title of the list\n\nname,phone\nx,1\ny,2\nz,3\n', ','],
    ['"a;b","c;d"\n"e;f","g;h"\n', ','],
    ['one column\nsecond line, with a comma\nthird\nfourth\n', ''],
    ['x', ''],
  ])('of %j is %j', (text, separator) => {
    expect(detectSeparator(text)).toBe(separator)
  })

  it('is named by a line sep=, which is no row', async () => {
    expect(readSeparatorLine('sep=;\r\na;b')).toEqual({ separator: ';', length: 7 })
    const whole = await read('sep=#\r\na#b,c\r\nd#e')
    expect([whole.separator, whole.rows[0]]).toEqual([
      '#',
      [
        { rowNumber: 1, cells: ['a', 'b,c'] },
        { rowNumber: 2, cells: ['d', 'e'] },
      ],
    ])
  })

  it('can be told by hand', async () => {
    expect((await read('a,b;c', { separator: ';' })).rows[0]?.[0]?.cells).toEqual(['a,b', 'c'])
  })
})

describe('rows', () => {
  it('are counted as records from 1; empty ones are passed over, empty fields are null, trailing ones left out', async () => {
    const whole = await read('a,b,c\r\n"x\r\ny",,z,,\r\n,,\r\n\r\n007, 8 ,\r\n')
    expect(whole.sheets).toEqual([{ name: '', isHidden: false }])
    expect(whole.rows[0]).toEqual([
      { rowNumber: 1, cells: ['a', 'b', 'c'] },
      { rowNumber: 2, cells: ['x\ny', null, 'z'] },
      { rowNumber: 5, cells: ['007', ' 8 '] },
    ])
  })

  it('of a million lines come complete and in order', async () => {
    const lines = Array.from({ length: 100_000 }, (_, index) => `${index},样例${index},"a ""b"" ${index}"`)
    const whole = await read(encodeLegacy(lines.join('\r\n'), 'gb18030'))
    expect(whole.rows[0]?.length).toBe(100_000)
    expect(
      whole.rows[0]?.every(
        ({ cells, rowNumber }, index) => rowNumber === index + 1 && cells[2] === `a "b" ${index}`,
      ),
    ).toBe(true)
  })
})

describe('files without a table', () => {
  it.each([
    ['<html><body>请先登录</body></html>', 'html'],
    ['<?xml version="1.0"?><a/>', 'xml'],
    ['TABLE\r\n0,1\r\n', 'dif'],
    ['{\\rtf1}', 'rtf'],
    ['%PDF-1.7', 'pdf'],
    ['[{"a": 1}]\n', 'json'],
    [Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'image'],
    [Buffer.from('SQLite format 3\0', 'latin1'), 'sqlite'],
    [Buffer.from('MZ\x90\0\x03', 'latin1'), 'program'],
    [Buffer.from(Array.from({ length: 500 }, (_, index) => (index * 7919) % 251)), 'binary'],
  ])('%j is named, whatever its extension', async (content, format) => {
    expect((await read(content)).error).toMatchObject({ code: 'file-type-unsupported', details: { format } })
  })

  it.each([
    [Buffer.from('Rar!\x1a\x07', 'latin1'), 'RAR'],
    [Buffer.from("7z\xbc\xaf'\x1c", 'latin1'), '7z'],
  ])('a packed file (%j) is to be unpacked first', async (content, name) => {
    expect((await read(content)).error).toMatchObject({ code: 'file-is-archive', details: { name } })
  })

  it.each(['', ' \r\n\t\n', '\ufeff'])('an empty file (%j) is named', async content => {
    expect((await read(content)).error?.code).toBe('file-empty')
  })
})

it('UTF-32 is decoded over the borders of chunks, with U+FFFD for what is no character', () => {
  const bytes = Buffer.concat([encodeWide('\ufeff客😀', 'utf-32be'), Buffer.from([0, 0x11, 0, 0, 0, 0])])
  const decoder = new Utf32Decoder('utf-32be')
  let text = ''
  for (let at = 0; at < bytes.length; at += 3)
    text += decoder.decode(bytes.subarray(at, at + 3), { stream: true })
  expect(text + decoder.decode()).toBe('客😀\ufffd\ufffd')
})
