import { describe, expect, it } from 'vitest'
import { HtmlTagScanner } from '#main/imports/parsers/html-tag-scanner.ts'
import { shownText } from '#main/imports/parsers/html-text.ts'
import { readWhole } from '#test/data/read-whole.ts'
import { encodeLegacy, encodeWide } from '#test/helpers/legacy-text.ts'
import { writeBytes } from '#test/helpers/workbook-builder.ts'

const read = (html: string | Uint8Array, options = {}) => readWhole(writeBytes(html, '订单.xls'), options)
const cells = async (html: string) => (await read(html)).rows[0]?.map(row => row.cells)

describe('a table of a web page under the name .xls', () => {
  it('gives its texts exactly as shown: long numbers, zeros, entities, line breaks, spaces', async () => {
    const html = `<html><head><meta charset="utf-8"><style>td{mso-number-format:"\\@"}</style></head><body>
      <table border=1><thead><tr><th>订单 编号<th>备注</thead>
      <tr><td style='mso-number-format:"\\@"'>110101199003077001</td><td>a&amp;b&nbsp;&lt;1&gt;<br>第二 行<BR/>&#x4e2d;&#25991;&yen;</td></tr>
      <tr><td> 00123 </td><td><p>甲</p><p>乙</p></td></tr>
      <tr><td></td><td>&nbsp;</td></tr><tr><td>1<b>2</b>3</td></table></body></html>`
    expect(await cells(html)).toEqual([
      ['订单 编号', '备注'],
      ['110101199003077001', 'a&b\u00a0<1>\n第二 行\n中文¥'],
      ['00123', '甲\n乙'],
      ['123'],
    ])
  })

  it('places cells beside and below merged ones, and counts empty rows', async () => {
    const html =
      '<table><tr><td colspan=2 rowspan="2">A</td><td>B</td></tr><tr><td>C</td></tr><tr></tr><tr><td>D<td>E<td rowspan=9>F</tr><tr><td>G</table>'
    const whole = await read(html)
    expect(whole.rows[0]).toEqual([
      { rowNumber: 1, cells: ['A', null, 'B'] },
      { rowNumber: 2, cells: [null, null, 'C'] },
      { rowNumber: 4, cells: ['D', 'E', 'F'] },
      { rowNumber: 5, cells: ['G'] },
    ])
  })

  it('marks hidden rows, and takes the whole number where Excel shows a shortened one', async () => {
    const whole = await read(
      '<table><tr style="display:none"><td>x</td></tr><tr><td x:num="110101199003077000">1.10101E+17</td><td x:num="5">5.00</td></table>',
    )
    expect(whole.rows[0]).toEqual([
      { rowNumber: 1, isHidden: true, cells: ['x'] },
      { rowNumber: 2, cells: ['110101199003077000', '5.00'] },
    ])
  })

  it('makes a sheet of each table with text, also of one inside a cell, and names them as Excel did', async () => {
    const page = (head: string) =>
      `<html>${head}<table><tr><td>外<table><tr><td>内</td></tr></table>面</td></tr></table><table><tr><td> </td></tr></table><table><tr><td>尾</td></tr></table>`
    const whole = await read(page(''))
    expect(whole.sheets.map(({ name }) => name)).toEqual(['Sheet1', 'Sheet2', 'Sheet3'])
    expect(whole.rows.map(rows => rows[0]?.cells)).toEqual([['外面'], ['内'], ['尾']])
    const names = ['甲', '乙', '丙'].map(name => `<x:Name>${name}</x:Name>`).join('')
    const named = await read(page(`<!--[if gte mso 9]><xml>${names}</xml><![endif]-->`), { sheetName: '丙' })
    expect(named.rows.map(rows => rows.length)).toEqual([0, 0, 1])
  })

  it('does not read scripts, styles and comments as text', async () => {
    expect(
      await cells(
        '<table><tr><td>1<script>if (a<b) "</td>"</script><!-- <td>2</td> --><STYLE>x</STYLE></td></tr></table>',
      ),
    ).toEqual([['1']])
  })

  it('takes a lone < for text', async () => {
    expect(await cells('<table><tr><td>1 < 2 <3></td></tr></table>')).toEqual([['1 < 2 <3>']])
  })

  it('is read in the encoding of its bytes, then in the one it declares', async () => {
    const html = (charset: string) =>
      `<html><meta http-equiv="Content-Type" content="text/html; charset=${charset}"><table><tr><td>林样一，广东省</td></tr></table>`
    const files: [Uint8Array, string][] = [
      [encodeLegacy(html('gb2312'), 'gb18030'), 'gb18030'],
      [encodeLegacy(html('utf-8'), 'gb18030'), 'gb18030'],
      [Buffer.from(html('gb2312')), 'utf-8'],
      [encodeWide(`\ufeff${html('unicode')}`, 'utf-16le'), 'utf-16le'],
    ]
    for (const [bytes, encoding] of files) {
      const whole = await read(bytes)
      expect([whole.encoding, whole.rows[0]?.[0]?.cells[0]]).toEqual([encoding, '林样一，广东省'])
    }
  })

  it('that was cut is named, never read as a shorter one', async () => {
    const html = '<html><table><tr><td>1</td></tr><tr><td>2</td></tr></table></html>'
    for (let length = 20; length < html.indexOf('</table>') + 8; length++)
      expect([length, (await read(html.slice(0, length))).error?.code]).toEqual([length, 'file-truncated'])
    expect((await read(html.slice(0, -'</html>'.length))).error?.code).toBeUndefined()
  })

  it('a page without a table is no spreadsheet', async () => {
    expect((await read('<html><body>请先登录</body></html>')).error).toMatchObject({
      code: 'file-type-unsupported',
      details: { name: 'HTML' },
    })
  })

  it('of 20,000 rows comes complete and in order', async () => {
    const rows = Array.from(
      { length: 20_000 },
      (_, index) => `<tr><td>${index}</td><td>样例${index}</td></tr>`,
    )
    const read = (await cells(`<table>${rows.join('\n')}</table>`)) ?? []
    expect(read.length).toBe(20_000)
    expect(read.every(([number, name], index) => number === String(index) && name === `样例${index}`)).toBe(
      true,
    )
  })
})

it('tags cut anywhere between two chunks are the same tags', () => {
  const html =
    '<!-- a -- b --><table x="a>b"><tr><td>1 < 2</td><script>x</scr</script><td>乙</td></tr></table>'
  const listen = (cut: number) => {
    const heard: string[] = []
    let text = ''
    const hear = (tag: string) => {
      heard.push(text, tag)
      text = ''
    }
    const scanner = new HtmlTagScanner({
      text: piece => {
        text += piece
      },
      startTag: name => hear(`<${name}>`),
      endTag: name => hear(`</${name}>`),
    })
    scanner.feed(html.slice(0, cut), false)
    scanner.feed(html.slice(cut), true)
    return heard
  }
  const whole = listen(html.length)
  expect(whole).toContain('1 < 2')
  for (let cut = 1; cut < html.length; cut++) expect([cut, listen(cut)]).toEqual([cut, whole])
})

it('the text of a cell is as shown', () => {
  expect(shownText(' a&amp;b \ufdd0 00123&nbsp;')).toBe('a&b\n00123')
})

it('a page saved in one file (.mht) gives the tables of its HTML parts', async () => {
  const mht = [
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; boundary="--=_x"',
    '',
    '----=_x',
    'Content-Type: text/html; charset="utf-8"',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    '<table><tr><td>=E6=9E=97=E6=A0=B7=E4=B8=80</td><td class=3Dx>00=',
    '12</td></tr></table>',
    '----=_x',
    'Content-Type: text/html',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from('<table><tr><td>乙</td></tr></table>').toString('base64'),
    '----=_x--',
  ].join('\r\n')
  const whole = await read(mht)
  expect(whole.rows.map(rows => rows[0]?.cells)).toEqual([['林样一', '0012'], ['乙']])
})
