import fs from 'node:fs'
import { writeWorkbook } from '#test/helpers/workbook-builder.ts'
import { xlsBytes } from '#test/helpers/xls-builder.ts'

/** A sound file to be damaged, and tokens of its language. */
export type SeedFile = {
  readonly extension: string
  readonly bytes: Buffer
  readonly tokens: readonly string[]
}

const rowCount = 40
const indexes = Array.from({ length: rowCount }, (_, index) => index)

/** The sound files, made by our own builders: xlsx, xls (BIFF8, BIFF5), csv, html. */
export async function seedFiles(): Promise<readonly SeedFile[]> {
  return [
    { extension: 'xlsx', bytes: await workbookBytes(), tokens: xmlTokens },
    { extension: 'xls', bytes: oldWorkbook(false), tokens: binaryTokens },
    { extension: 'xls', bytes: oldWorkbook(true), tokens: binaryTokens },
    { extension: 'csv', bytes: Buffer.from(csvText()), tokens: csvTokens },
    { extension: 'html', bytes: Buffer.from(htmlText()), tokens: htmlTokens },
  ]
}

const xmlTokens = [
  '<row',
  '</c>',
  '<![CDATA[',
  '<!DOCTYPE a [',
  ' r="XFD1048577"',
  '<x:row',
  '&#0;',
  '</sheetData>',
]
const binaryTokens = [
  '\xff\xff\xff\x7f',
  '\xfe\xff\xff\xff',
  '\xfc\x00',
  '\x3c\x00\x20\x20',
  '\x0a\x00\x00\x00',
  '\x85\x00',
]
const csvTokens = [
  '"',
  '""',
  '\r',
  '\0',
  '\ufeff',
  ',,,,,,,,',
  'sep=\t\n',
  '"\n"',
  '9'.repeat(400),
  ';'.repeat(20_000),
]
const htmlTokens = [
  '<table>',
  '</table>',
  '<td rowspan=65535 colspan=1000>',
  '<tr>',
  '<!--',
  '<script>',
  '<',
  '"',
  '&#x110000;',
  '<td x:num="1e999">',
]

async function workbookBytes(): Promise<Buffer> {
  const rows = indexes
    .map(
      index =>
        `<row r="${index + 1}"><c r="A${index + 1}" t="s"><v>${index % 3}</v></c><c r="B${index + 1}" s="1"><v>4536${index}</v></c><c r="C${index + 1}" t="inlineStr"><is><t>样例${index}</t></is></c></row>`,
    )
    .join('')
  const strings = ['<t>甲</t>', '<r><t>乙</t></r>', '<t>a&amp;b</t>']
  const file = await writeWorkbook({
    sheets: [
      { name: '一', rows },
      { name: '二', rows, state: 'hidden' },
    ],
    strings,
    formats: [0, 14],
  })
  return fs.readFileSync(file)
}

function oldWorkbook(isBiff5: boolean): Buffer {
  const rows = indexes.map(index => [
    `样例${index}`,
    { number: 45_000 + index, style: 1 },
    { truth: true },
    { formulaValue: index },
  ])
  return xlsBytes({ sheets: ['一', '二'].map(name => ({ name, rows })), formats: [0, 14], isBiff5 })
}

const csvText = () => indexes.map(index => `样例${index},"a ""b""\n${index}",1380000${index}`).join('\r\n')

function htmlText(): string {
  const rows = indexes.map(
    index => `<tr><td colspan="2">样例${index}</td><td rowspan=2>&nbsp;${index}<br>x</td></tr>`,
  )
  return `<html><meta charset="utf-8"><style>td{x:y}</style><table>${rows.join('\n')}</table><table><tr><td>尾</td></tr></table></html>`
}
