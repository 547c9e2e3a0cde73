// Writes the sample shop into out/sample: two workbooks as old archives are (title rows, mixed dates, a sum row, a few
// bad cells), so that opening the sample goes through the same import as any other file. Everything in it is artificial
// and follows from one seed: the same workbooks in every build.
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import ExcelJS from 'exceljs'
import { root } from './electron-runtime.mjs'

const shopName = '青禾样例母婴店'
const customerCount = 500
const orderCount = 4000
const lastDay = Date.UTC(2026, 10, 20)
const dayMs = 86_400_000

/** mulberry32 */
function randomOf(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
const random = randomOf(20261121)
const below = n => Math.floor(random() * n)
const pick = list => list[below(list.length)]
const pad = (n, width) => String(n).padStart(width, '0')

const surnames = [
  ...'林李周陈王赵孙吴郑冯褚卫蒋沈韩杨朱秦何吕施张曹严华金魏陶姜谢邹喻柏水章云苏潘葛范彭鲁韦马苗方任袁柳',
].concat('欧阳', '单')
const middles = [...'样例范试示模仿假拟']
const endings = [...'一二三四五六七八九十甲乙丙丁戊己庚辛壬癸']
const cities = [
  ['浙江省', '杭州市', ['西湖区', '余杭区', '滨江区', '拱墅区', '上城区', '萧山区', '临平区']],
  ['上海市', '上海市', ['虚拟新区', '样例区', '示范区']],
  ['江苏省', '苏州市', ['样例区', '示范区', '试用区']],
  ['广东省', '广州市', ['样例区', '假定区']],
  ['四川省', '成都市', ['示例区', '样板区']],
]
const streets = [
  '样板路',
  '示例街',
  '试用大道',
  '虚构新村',
  '假定弄',
  '范例路',
  '样稿街',
  '草稿桥路',
  '摹本路',
  '虚线街',
]
const occupations = [
  '教师（示例）',
  '会计（示例）',
  '护士（示例）',
  '程序员（示例）',
  '店主（示例）',
  '全职妈妈',
  '',
]
const products = [
  ['样牌奶粉 1 段 800g', 'NF-1', '奶粉', 218],
  ['样牌奶粉 2 段 800g', 'NF-2', '奶粉', 208],
  ['样牌奶粉 3 段 800g', 'NF-3', '奶粉', 198],
  ['范牌纸尿裤 M 码', 'NK-M', '纸尿裤', 72],
  ['范牌纸尿裤 L 码', 'NK-L', '纸尿裤', 76],
  ['范牌拉拉裤 XL 码', 'NK-XL', '纸尿裤', 82],
  ['试牌湿巾 80 抽', 'SJ-80', '湿巾', 14.5],
  ['试牌棉柔巾 100 抽', 'MR-100', '湿巾', 19.9],
  ['例牌奶瓶 240ml', 'NP-240', '用品', 65],
  ['例牌保温杯', 'BW-1', '用品', 89],
  ['示牌连体衣 73 码', 'YF-73', '童装', 79],
  ['示牌睡袋 四季款', 'YF-SD', '童装', 159],
  ['拟牌绘本 5 册装', 'WJ-HB', '玩具', 58],
  ['拟牌积木 60 块', 'WJ-JM', '玩具', 99],
]
const carriers = ['交易成功', '交易成功', '交易成功', '交易成功', '卖家已发货', '买家已付款']

const customers = Array.from({ length: customerCount }, (_, n) => {
  const [province, city, districts] = random() < 0.6 ? cities[0] : pick(cities)
  const name =
    surnames[n % surnames.length] + middles[Math.floor(n / surnames.length) % middles.length] + pick(endings)
  return {
    name,
    buyerId: `yangli_${pad(n + 1, 4)}`,
    phone: `138${pad(n % 10, 1)}000${pad((n * 37 + 11) % 10000, 4)}`,
    gender: random() < 0.78 ? '女' : '男',
    birth: new Date(Date.UTC(1980 + below(22), below(12), 1 + below(28))),
    occupation: pick(occupations),
    address: `${province}${city}${pick(districts)}${pick(streets)} ${1 + below(120)} 号 ${1 + below(18)} 幢 ${1 + below(30)}0${1 + below(4)}`,
    // How a customer buys: weight of orders, first and last day, favourite products, evening buyer or not.
    weight: random() < 0.12 ? 12 + random() * 18 : random() < 0.45 ? 2 + random() * 5 : 0.4,
    first: lastDay - (40 + below(720)) * dayMs,
    isLost: random() < 0.38,
    favourite: below(products.length),
    isEvening: random() < 0.6,
  }
})
for (const customer of customers) {
  const span = (lastDay - customer.first) / dayMs
  customer.last = customer.isLost ? customer.first + Math.floor(span * random() * 0.6) * dayMs : lastDay
}
const totalWeight = customers.reduce((sum, customer) => sum + customer.weight, 0)

function customerOfOrder() {
  let at = random() * totalWeight
  for (const customer of customers) {
    at -= customer.weight
    if (at <= 0) return customer
  }
  return customers[0]
}

const orders = Array.from({ length: orderCount }, () => {
  const customer = customerOfOrder()
  const days = Math.floor((customer.last - customer.first) / dayMs)
  let day = customer.first + below(days + 1) * dayMs
  if (random() < 0.12)
    day = Math.min(lastDay, Date.UTC(random() < 0.5 ? 2025 : 2026, 10, 11) + below(3) * dayMs)
  if (day < customer.first || day > customer.last) day = customer.first
  const hour = customer.isEvening && random() < 0.7 ? 20 + below(4) : 8 + below(15)
  const lines = Array.from({ length: random() < 0.62 ? 1 : 1 + below(4) }, () => {
    const [title, code, category, price] = random() < 0.55 ? products[customer.favourite] : pick(products)
    const quantity = random() < 0.7 ? 1 + below(2) : 1 + below(4)
    const discount = random() < 0.25 ? 0.9 : 1
    return {
      title,
      code,
      category,
      price,
      quantity,
      paid: Math.round(price * quantity * discount * 100) / 100,
    }
  })
  const isRefunded = random() < 0.035
  const status = random() < 0.03 ? '交易关闭' : random() < 0.02 ? '等待买家付款' : pick(carriers)
  return { customer, at: new Date(day + hour * 3_600_000 + below(3600) * 1000), lines, status, isRefunded }
}).sort((a, b) => a.at - b.at)
orders.forEach((order, n) => {
  order.number = `S${pad(order.at.getUTCFullYear() % 100, 2)}${pad(order.at.getUTCMonth() + 1, 2)}${pad(n + 1, 6)}`
})

const isoOf = date => date.toISOString().slice(0, 10)
const birthTexts = [
  date => date,
  date => isoOf(date).replaceAll('-', '/'),
  date => `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日`,
  date => `${date.getUTCFullYear() % 100}.${date.getUTCMonth() + 1}.${date.getUTCDate()}`,
]

function styleHead(sheet, rowNumber, widths) {
  sheet.getRow(rowNumber).font = { bold: true }
  sheet.views = [{ state: 'frozen', ySplit: rowNumber }]
  widths.forEach((width, n) => {
    sheet.getColumn(n + 1).width = width
  })
}

async function writeCustomers(file) {
  const book = bookOf()
  const sheet = book.addWorksheet('会员')
  sheet.addRow([`${shopName} 会员登记表（全部为虚构样例）`])
  sheet.mergeCells('A1:I1')
  sheet.addRow(['制表：样例店员', '', '', '', '2026-11-20'])
  sheet.addRow([
    '买家会员名',
    '客户姓名',
    '性别',
    '出生日期',
    '职业',
    '联系电话',
    '住址',
    '标签',
    '备注',
    '店铺名称',
  ])
  customers.forEach((customer, n) => {
    const birth = birthTexts[n % birthTexts.length](customer.birth)
    const phone =
      n % 97 === 41
        ? customer.phone.slice(0, 10)
        : n % 5 === 0
          ? customer.phone.replace(/(\d{3})(\d{4})/, '$1 $2 ')
          : customer.phone
    const tags = [
      customer.weight > 10 ? '老客' : '',
      n % 23 === 0 ? '团长' : '',
      n % 31 === 0 ? '指定快递' : '',
    ]
      .filter(Boolean)
      .join('、')
    const note =
      n % 40 === 0 ? '快递放门口，别敲门（样例备注）' : n % 57 === 0 ? '对香精过敏（样例备注）' : ''
    const row = sheet.addRow([
      customer.buyerId,
      customer.name,
      customer.gender,
      birth,
      customer.occupation,
      phone,
      customer.address,
      tags,
      note,
      shopName,
    ])
    if (birth instanceof Date) row.getCell(4).numFmt = 'yyyy/m/d'
    row.getCell(6).numFmt = '@'
  })
  styleHead(sheet, 3, [16, 12, 6, 14, 14, 16, 46, 14, 28])
  await book.xlsx.writeFile(file)
}

async function writeOrders(file) {
  const book = bookOf()
  const sheet = book.addWorksheet('订单明细')
  sheet.addRow([
    '订单编号',
    '买家会员名',
    '收货人姓名',
    '联系手机',
    '收货地址',
    '订单创建时间',
    '订单状态',
    '宝贝标题',
    '商家编码',
    '商品类目',
    '购买数量',
    '商品价格',
    '买家实付金额',
    '退款金额',
    '退款时间',
    '店铺名称',
  ])
  for (const { number, customer, at, lines, status, isRefunded } of orders)
    for (const line of lines) {
      const row = sheet.addRow([
        number,
        customer.buyerId,
        customer.name,
        customer.phone,
        customer.address,
        new Date(at),
        status,
        line.title,
        line.code,
        line.category,
        line.quantity,
        line.price,
        line.paid,
        isRefunded && line === lines[0] ? line.paid : 0,
        isRefunded && line === lines[0] ? new Date(Math.min(at.getTime() + 3 * dayMs, lastDay)) : null,
        shopName,
      ])
      row.getCell(6).numFmt = 'yyyy-mm-dd hh:mm:ss'
      row.getCell(15).numFmt = 'yyyy-mm-dd'
    }
  const paid =
    orders.flatMap(order => order.lines).reduce((sum, line) => sum + Math.round(line.paid * 100), 0) / 100
  sheet.addRow(['合计', '', '', '', '', '', '', '', '', '', '', '', paid, '', ''])
  styleHead(sheet, 1, [16, 14, 12, 14, 40, 20, 12, 24, 12, 10, 10, 10, 14, 10, 12])
  await book.xlsx.writeFile(file)
}

function bookOf() {
  const book = new ExcelJS.Workbook()
  book.created = new Date(lastDay)
  book.modified = new Date(lastDay)
  return book
}

/** Writes both workbooks and answers their folder. */
export async function writeSampleShop() {
  const folder = path.join(root, 'out', 'sample')
  mkdirSync(folder, { recursive: true })
  await writeCustomers(path.join(folder, '1-样例店会员登记.xlsx'))
  await writeOrders(path.join(folder, '2-样例店订单.xlsx'))
  return folder
}
