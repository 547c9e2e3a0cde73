import fs from 'node:fs'
import path from 'node:path'
import { utils, write } from '@e965/xlsx'
import ExcelJS from 'exceljs'
import { encodeLegacy, encodeWide } from './legacy-text.ts'

/** A file as sellers have them, with what was counted in it by hand. */
export type MessyFile = {
  readonly name: string
  readonly kind: 'customers' | 'orders'
  /** Row of the headings as Excel numbers it; of two rows the upper one. */
  readonly headerRow: number
  /** Filled rows below the headings of the first sheet, and how many of them cannot be taken. */
  readonly rows: number
  readonly rejected: number
  readonly customers: number
  readonly orders: number
}

type Cell = string | number | Date | null
type Made = MessyFile & { readonly bytes: () => Promise<Uint8Array> | Uint8Array }

const lines = (rows: readonly (readonly Cell[])[], separator: string, end = '\r\n') =>
  rows.map(row => row.map(cell => cell ?? '').join(separator) + end).join('')

/** Twelve customers of nobody; the number makes each one's own. */
const person = (n: number) => ({
  name: `${'林周单赵钱孙李吴郑王冯陈'[n % 12]}样${'一二三四五六七八九'[n % 9]}`,
  phone: `138000${String(10_000 + 137 * n)}`,
  address: `浙江省杭州市西湖区样例路 ${n} 号`,
})

async function workbookOf(fill: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  fill(book)
  return new Uint8Array((await book.xlsx.writeBuffer()) as ArrayBuffer)
}

/** A member list of a till: two merged title rows, a sum row below. */
const oldMemberList: Made = {
  name: '01 会员档案（旧）.xls',
  kind: 'customers',
  headerRow: 3,
  rows: 13,
  rejected: 1,
  customers: 12,
  orders: 0,
  bytes: () => {
    const people = Array.from({ length: 12 }, (_, n) => person(n))
    const sheet = utils.aoa_to_sheet([
      ['样例小店 会员档案', null, null, null],
      ['制表：店员甲　　2024年3月', null, null, null],
      ['姓名', '手机号', '家庭地址', '累计消费'],
      ...people.map(({ name, phone, address }, n) => [name, Number(phone), address, 100 + n]),
      ['合计', null, null, 1266],
    ])
    sheet['!merges'] = [utils.decode_range('A1:D1'), utils.decode_range('A2:D2')]
    const book = utils.book_new()
    utils.book_append_sheet(book, sheet, '会员')
    return new Uint8Array(write(book, { bookType: 'biff8', type: 'array' }) as ArrayBuffer)
  },
}

/** A shop's order list in GBK: numbers guarded as formulas or by a tab, a line break inside quotes. */
const guardedOrders: Made = {
  name: '02 订单报表202403.csv',
  kind: 'orders',
  headerRow: 1,
  rows: 6,
  rejected: 0,
  customers: 3,
  orders: 6,
  bytes: () => {
    const head =
      '订单编号,买家会员名,买家实际支付金额,订单状态,收货人姓名,收货地址,联系手机,订单创建时间,订单备注'
    const rows = Array.from({ length: 6 }, (_, n) => {
      const { name, phone, address } = person(13 + (n % 3))
      const number = `20240312345678${9000 + n}`
      return `"=""${number}""",样例买家${n % 3},${20 + n}.50,交易成功,${name},"${address}\n送到门口, 谢谢",'${phone},2024-03-0${n + 1} 10:11:12,\t`
    })
    return encodeLegacy(`${head}\r\n${rows.join('\r\n')}\r\n`, 'gbk')
  },
}

/** Headings in two rows, the upper ones merged over groups, and a hidden sheet of notes in front. */
const groupedHeadings: Made = {
  name: '03 客户资料-两行表头.xlsx',
  kind: 'customers',
  headerRow: 2,
  rows: 5,
  rejected: 0,
  customers: 5,
  orders: 0,
  bytes: () =>
    workbookOf(book => {
      const notes = book.addWorksheet('说明', { state: 'hidden' })
      notes.addRow(['内部说明，不导入'])
      const sheet = book.addWorksheet('客户')
      sheet.addRow(['客户资料'])
      sheet.addRow(['客户', '', '联系方式', '', '消费', ''])
      sheet.addRow(['姓名', '性别', '手机', '地址', '次数', '累计金额'])
      for (const range of ['A1:F1', 'A2:B2', 'C2:D2', 'E2:F2']) sheet.mergeCells(range)
      for (let n = 20; n < 25; n++) {
        const { name, phone, address } = person(n)
        sheet.addRow([name, n % 2 === 0 ? '女' : '男', phone, address, n, 88.5 * n])
      }
    }),
}

/** A web page with the name of a workbook, as shop systems export: gb2312, numbers of 18 digits. */
const webPage: Made = {
  name: '04 销售明细导出.xls',
  kind: 'orders',
  headerRow: 1,
  rows: 4,
  rejected: 0,
  customers: 2,
  orders: 3,
  bytes: () => {
    const cells = (tag: string, texts: readonly string[]) =>
      `<tr>${texts.map(text => `<${tag} style="mso-number-format:'\\@'">${text}</${tag}>`).join('')}</tr>`
    const rows = [
      [
        '410000000000000101',
        '2024/3/5 9:05',
        '样例奶粉&nbsp;1段',
        '2',
        '268.00',
        person(31).name,
        person(31).phone,
      ],
      [
        '410000000000000101',
        '2024/3/5 9:05',
        '样例湿巾&amp;纸',
        '1',
        '12.50',
        person(31).name,
        person(31).phone,
      ],
      [
        '410000000000000102',
        '2024/3/6 19:30',
        '样例奶粉&nbsp;1段',
        '1',
        '134.00',
        person(32).name,
        person(32).phone,
      ],
      ['410000000000000103', '2024/3/7 20:00', '样例围巾', '1', '59.00', person(31).name, person(31).phone],
    ]
    const page = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head><body><table border=1>
${cells('th', ['订单号', '下单时间', '商品名称', '数量', '实付金额(行)', '收货人', '手机'])}
${rows.map(row => cells('td', row)).join('\n')}
</table></body></html>`
    return encodeLegacy(page, 'gbk')
  },
}

/** What a spreadsheet program saves as Unicode text: UTF-16 with tabs. */
const unicodeText: Made = {
  name: '05 顾客登记.txt',
  kind: 'customers',
  headerRow: 1,
  rows: 4,
  rejected: 0,
  customers: 4,
  orders: 0,
  bytes: () => {
    const rows: Cell[][] = [
      ['顾客姓名', '联系电话', '生日', '微信号', '备注'],
      ...[41, 42, 43, 44].map(n => [
        person(n).name,
        `${person(n).phone.slice(0, 3)} ${person(n).phone.slice(3, 7)} ${person(n).phone.slice(7)}`,
        ['1988年3月9日', '88.3.9', '三月初九', '1990/12/31'][n - 41] ?? '',
        `yangli_${n}`,
        n === 42 ? '对香精过敏' : '',
      ]),
    ]
    return Buffer.concat([Buffer.from([0xff, 0xfe]), encodeWide(lines(rows, '\t'), 'utf-16le')])
  },
}

/** A list that a spreadsheet program has damaged: long numbers rounded, phones in exponents, dates as plain numbers. */
const damagedByExcel: Made = {
  name: '06 订单（Excel 另存）.csv',
  kind: 'orders',
  headerRow: 1,
  rows: 5,
  rejected: 2,
  customers: 2,
  orders: 3,
  bytes: () =>
    Buffer.from(
      `\ufeff${lines(
        [
          ['订单编号', '收货人', '手机', '下单时间', '实付金额'],
          ['D-501', person(51).name, person(51).phone, '2024-03-05 10:00', '88.00'],
          ['D-502', person(52).name, '1.38E+10', '45357', '66.00'],
          ['D-503', person(51).name, person(51).phone, '2024-03-07 10:00', '￥1,288.00'],
          ['4.10000000000000E+17', person(52).name, person(52).phone, '2024-03-08 10:00', '10.00'],
          ['D-505', person(52).name, person(52).phone, '2024-03-09 10:00', '十元'],
        ],
        ',',
      ).replace('￥1,288.00', '"￥1,288.00"')}`,
    ),
}

/** A list with semicolons that says so in its first line, blank lines inside and remarks below. */
const semicolons: Made = {
  name: '07 members export.csv',
  kind: 'customers',
  headerRow: 2,
  rows: 4,
  rejected: 1,
  customers: 3,
  orders: 0,
  bytes: () =>
    Buffer.from(
      `sep=;\r\nName;Phone;City;Total spent;Last order date\r\n${lines(
        [61, 62, 63].map(n => [
          `Sample Person ${n}`,
          person(n).phone,
          'Hangzhou',
          `${n}.90`,
          `2024-02-1${n % 10}`,
        ]),
        ';',
      ).replace('\r\n', '\r\n\r\n;;;;\r\n')}Total;;;188.70;\r\n`,
    ),
}

/** A platform's export that hides names and phones, with refunds and orders that were never paid. */
const maskedOrders: Made = {
  name: '08 orders_export(拼多多).csv',
  kind: 'orders',
  headerRow: 1,
  rows: 5,
  rejected: 0,
  customers: 3,
  orders: 5,
  bytes: () =>
    Buffer.from(
      lines(
        [
          [
            '商品',
            '订单号',
            '订单状态',
            '商家实收金额(元)',
            '商品数量(件)',
            '收货人',
            '手机',
            '订单成交时间',
            '售后状态',
            '用户id',
          ],
          [
            '样例抽纸 10 包',
            '240305-001\t',
            '已收货',
            '19.90',
            '1',
            '林**',
            '138****0001',
            '2024-03-05 08:00:00',
            '无售后',
            'u71',
          ],
          [
            '样例抽纸 10 包',
            '240305-002\t',
            '已发货，待收货',
            '19.90',
            '1',
            '林**',
            '138****0001',
            '2024-03-05 08:05:00',
            '无售后',
            'u72',
          ],
          [
            '样例牙膏',
            '240306-003\t',
            '已取消，退款成功',
            '9.90',
            '2',
            '周**',
            '137****0002',
            '2024-03-06 21:00:00',
            '退款成功',
            'u73',
          ],
          [
            '样例牙膏',
            '240307-004\t',
            '待付款',
            '0.00',
            '1',
            '周**',
            '137****0002',
            '2024-03-07 21:00:00',
            '无售后',
            'u73',
          ],
          [
            '样例牙膏',
            '240308-005\t',
            '已收货',
            '9.90',
            '1',
            '林**',
            '138****0001',
            '2024-03-08 21:00:00',
            '无售后',
            'u71',
          ],
        ],
        ',',
      ),
    ),
}

/** A ledger with a sheet for each month, an empty one and a summary. */
const monthlySheets: Made = {
  name: '09 2024年流水.xlsx',
  kind: 'orders',
  headerRow: 1,
  rows: 3,
  rejected: 0,
  customers: 1,
  orders: 3,
  bytes: () =>
    workbookOf(book => {
      for (const month of [1, 2]) {
        const sheet = book.addWorksheet(`${month}月`)
        sheet.addRow(['日期', '客户', '电话', '商品', '数量', '金额'])
        for (const day of [3, 9, 21]) {
          const { name, phone } = person(80 + (day % 2) + month)
          const row = sheet.addRow([
            new Date(Date.UTC(2024, month - 1, day)),
            name,
            phone,
            '样例茶叶',
            1,
            30 + day,
          ])
          row.getCell(1).numFmt = 'm"月"d"日"'
        }
      }
      book.addWorksheet('Sheet3')
    }),
}

/** An old archive of sums, dates in every spelling. */
const oldSums: Made = {
  name: '10 老顾客总账.xlsx',
  kind: 'customers',
  headerRow: 4,
  rows: 6,
  rejected: 1,
  customers: 5,
  orders: 0,
  bytes: () =>
    workbookOf(book => {
      const sheet = book.addWorksheet('总账')
      sheet.addRow(['老顾客总账'])
      sheet.addRow([])
      sheet.addRow(['更新：2024.3.31'])
      sheet.addRow([
        '编号',
        '姓名',
        '联系电话',
        '累计消费（元）',
        '消费次数',
        '最近购买',
        '出生日期',
        '性别',
        '备注',
      ])
      const last = ['2024年3月5日', '24.3.6', '2024/03/07', '3月8日', '二〇二四年三月九日']
      const birth = ['1966-5-4', '66年5月', '农历八月十五', '5月4日', '']
      for (let n = 0; n < 5; n++) {
        const { name, phone } = person(91 + n)
        const spend = ['1.2万', '￥3,450.00', '880元', '1234.5', 99][n] ?? null
        sheet.addRow([
          `00${n + 1}`,
          name,
          phone,
          spend,
          n + 3,
          last[n],
          birth[n],
          ['女', '男', 'F', '先生', '女士'][n],
          null,
        ])
      }
      sheet.addRow(['合计', null, null, 17663.5, 25])
    }),
}

const made: readonly Made[] = [
  ...[oldMemberList, guardedOrders, groupedHeadings, webPage, unicodeText],
  ...[damagedByExcel, semicolons, maskedOrders, monthlySheets, oldSums],
]

/** Ten files as sellers have them; every person in them is made up. */
export const messyFiles: readonly MessyFile[] = made.map(({ bytes: _, ...facts }) => facts)

/** Writes the ten files into a folder and gives their paths in the order of `messyFiles`. */
export async function writeMessyFiles(folder: string): Promise<string[]> {
  const paths: string[] = []
  for (const { name, bytes } of made) {
    const file = path.join(folder, name)
    fs.writeFileSync(file, await bytes())
    paths.push(file)
  }
  return paths
}
