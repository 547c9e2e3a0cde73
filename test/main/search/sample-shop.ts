import { parseRegion } from '#main/customers/region/parse-region.ts'
import type { WritableDb } from '#main/database/db.ts'
import { nameSortKey } from '#main/search/pinyin.service.ts'
import { queueRangeForIndexing } from '#main/search/search-queue.service.ts'
import { strokeSortKey } from '#main/search/stroke.service.ts'
import type { LineDetails } from '#shared/domain/line-details.ts'
import { toPhoneKey } from '#shared/domain/text.ts'

/** A made-up customer; the same index always gives the same one. */
export type SampleCustomer = {
  readonly customerId: number
  readonly name: string
  readonly archiveNumber: string
  readonly phone: string
  readonly address: string
  readonly email: string
  readonly wechat: string
  readonly note: string
  readonly occupation: string
  readonly tags: readonly string[]
  readonly buyerId: string
  readonly nickname: string
}

/** Gives numbers from 0 to 1 that depend on the seed only (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const surnames = [
  ...'王王王王王王李李李李李张张张张张刘刘刘刘陈陈陈陈杨杨杨黄黄赵赵吴吴周周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆汪范金石廖贾夏韦傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤单解仇查区朴盖乐',
  '欧阳',
  '诸葛',
  '尉迟',
  '令狐',
]
const given = [
  ...'样例示范英华文玉秀明丽芳军红敏静强磊洋艳勇杰娟涛超兰霞平刚桂辉玲梅建国志伟海燕晓春小云飞生凤山波宇浩然子轩梓涵雨欣怡诗琪嘉佳俊泽思源博一鸣新民永庆德福荣贵祥瑞安康宁和顺天成长重乐东南西北圆月星辰雪冰晶莹洁美婷婉媛倩琳珊瑶琼瑛蓉莲菊薇蕾蓓茜芝茹莎菲彤彬斌威勋鹏翔𬭎㛃',
]
const cities = [
  '浙江省杭州市西湖区',
  '浙江省宁波市海曙区',
  '江苏省苏州市姑苏区',
  '上海市浦东新区',
  '广东省深圳市南山区',
  '四川省成都市武侯区',
  '北京市朝阳区',
  '湖北省武汉市洪山区',
  '福建省厦门市思明区',
  '陕西省西安市雁塔区',
  '重庆市渝中区',
  '云南省昆明市官渡区',
]
const roads = [
  '人民路',
  '中山路',
  '解放路',
  '建设路',
  '和平路',
  '文化路',
  '新华路',
  '学院路',
  '长江路',
  '滨江大道',
  '科技路',
  '朝阳街',
  '凤起路',
  '文三路',
  '莫干山路',
  '延安路',
  '金鸡湖路',
]
const estates = [
  '阳光花园',
  '翠湖小区',
  '金色家园',
  '绿地世纪城',
  '龙湖天街',
  '滨江壹号',
  '锦绣江南',
  '东方明珠',
  '桃源居',
  '丽景苑',
]
const tags = [
  '老客户',
  'VIP',
  '微信好友',
  '批发',
  '零售',
  '大客户',
  '朋友介绍',
  '母婴',
  '茶叶',
  '服装',
  '食品',
  '水果',
  '送礼',
  '急性子',
  '爱还价',
  '需回访',
  '会员',
  '金卡',
  '团长',
  '直播间',
  '抖音',
  '退货多',
  '企业采购',
  '月结',
  '复购高😀',
]
const verbs = ['喜欢', '偏好', '咨询过', '退过', '投诉过', '推荐过', '常买', '只买', '下次要']
const goods = [
  '龙井茶',
  '铁观音',
  '普洱茶饼',
  '红茶礼盒',
  '纯棉衬衫',
  '羊毛围巾',
  '儿童绘本',
  '有机大米',
  '土鸡蛋',
  '坚果礼包',
  '蓝牙耳机',
  '保温杯',
  '运动鞋',
  '蜂蜜柚子茶',
  '海鲜干货',
  '草莓苗',
  '丑苹果',
]
const remarks = [
  '，包装要结实',
  '，发顺丰',
  '，周末送货',
  '（要发票）',
  '，请先电话',
  ' 500ml×2',
  '，不要放香菜',
  '，ＶＩＰ价',
]
const occupations = ['教师', '护士', '司机', '会计', '工程师', '个体户', '退休', '学生', '']

/** Makes customer number `index`, counted from 0. */
export function sampleCustomer(index: number): SampleCustomer {
  const random = randomNumbers(index + 1)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const often = <T>(list: readonly T[]): T => list[Math.floor(random() ** 2.5 * list.length)] as T
  const digits = (count: number) => String(Math.floor(random() * 10 ** count)).padStart(count, '0')
  const hasTwo = random() < 0.8
  const name = pick(surnames) + often(given) + (hasTwo ? often(given) : '')
  const number = `1${pick(['38', '39', '50', '59', '77', '86', '91'])}00${digits(6)}`
  const way = random()
  const phone =
    way < 0.05
      ? ''
      : way < 0.08
        ? `${number.slice(0, 3)}-${number.slice(3, 7)}-${number.slice(7)}`
        : way < 0.1
          ? `+86 ${number}`
          : way < 0.12
            ? `0571-8${digits(7)}`
            : way < 0.14
              ? `${number.slice(0, 3)}****${number.slice(7)}`
              : number
  const house = `${1 + Math.floor(random() * 999)}号`
  const flat = `${1 + Math.floor(random() * 30)}栋${1 + Math.floor(random() * 4)}单元${1 + Math.floor(random() * 30)}0${1 + Math.floor(random() * 4)}室`
  const note = random() < 0.4 ? pick(verbs) + pick(goods) + pick(remarks) : ''
  const handle = `${pick(['sunny', 'tb', 'happy_', 'xiao', 'Lucky', 'shop-'])}${digits(7)}`
  return {
    customerId: index + 1,
    name:
      random() < 0.03
        ? `${pick(roads).slice(0, 2)}${pick(goods)}商行`
        : random() < 0.01
          ? `Sam ${name}`
          : name,
    archiveNumber: `C${String(index + 1).padStart(6, '0')}`,
    phone,
    address:
      random() < 0.9
        ? often(cities) + pick(roads) + house + (random() < 0.7 ? pick(estates) + flat : '')
        : '',
    email: random() < 0.08 ? `${handle}@example.com` : '',
    wechat: random() < 0.15 ? `wx${digits(6)}ab` : '',
    note: random() < 0.2 ? `${note} ${pick(verbs)}${pick(goods)}` : note,
    occupation: random() < 0.3 ? pick(occupations) : '',
    tags: [...new Set([often(tags), often(tags), often(tags)].slice(0, Math.floor(random() * 4)))],
    buyerId: random() < 0.6 ? handle : '',
    nickname: random() < 0.1 ? `${often(given)}${often(given)}的小店` : '',
  }
}

/** How large a shop is made. */
export type SampleShop = {
  readonly customers: number
  readonly ordersPerCustomer: number
  readonly products: number
}

/** Makes the order number of an order counted from 1: the day, then digits without order. */
export function sampleOrderNumber(order: number): string {
  const day = `2024${String(1 + (order % 12)).padStart(2, '0')}${String(1 + (order % 28)).padStart(2, '0')}`
  return `${day}${String(Math.imul(order, 2654435761) >>> 0).padStart(10, '0')}`
}

/** Names product number `product`, counted from 1. */
export function sampleProductName(product: number): string {
  const random = randomNumbers(900_000 + product)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  return `${pick(['新鲜', '特级', '手工', '进口', '农家'])}${pick(goods)}${pick(['礼盒装', '5斤装', '两件套', '经典款'])} ${product}号`
}

/** The product on a line of an order, both counted from 1. */
export function sampleProductOf(order: number, line: number, products: number): number {
  return 1 + ((Math.imul(order * 7 + line, 2654435761) >>> 0) % products)
}

/** What the item on a line of an order is like, both counted from 1. Empty: null for most. */
export function sampleDetailsOf(order: number, line: number): LineDetails | null {
  const random = randomNumbers(700_000 + order * 2 + line)
  if (random() < 0.85) return null
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const colour = `${pick(['藏青', '米白', '酒红', '墨绿'])}${pick(['格纹', '条纹', '纯色', 'Ｘ款'])}`
  const size = `${pick(['165/88A', '170/92A', '均码', 'XXL码'])}`
  return { trade: 'clothing', values: random() < 0.5 ? { colour } : { colour, size } }
}

/** Fills an empty archive and queues every customer for the index. Each order has two lines. */
export function fillSampleShop(db: WritableDb, shop: SampleShop): void {
  const now = '2024-12-31T00:00:00.000Z'
  const customer = db.prepare(
    `INSERT INTO customer (customer_id, archive_number, kind, card_type, name, name_sort, name_strokes, occupation, note, created_at, updated_at)
     VALUES (?, ?, 'individual', 'active', ?, ?, ?, ?, ?, ?, ?)`,
  )
  const contact = db.prepare(
    'INSERT INTO contact_point (customer_id, kind, position, value, match_key) VALUES (?, ?, 0, ?, ?)',
  )
  const address = db.prepare(
    `INSERT INTO contact_point (customer_id, kind, position, value, match_key, region_code, province, city, district, region_confidence)
     VALUES (?, 'address', 0, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const identity = db.prepare(
    `INSERT INTO customer_identity (customer_id, kind, platform, shop, value, nickname)
     VALUES (?, 'buyer-id', 'taobao', '样例店', ?, ?) ON CONFLICT DO NOTHING`,
  )
  const tag = db.prepare('INSERT INTO tag (name) VALUES (?)')
  const customerTag = db.prepare('INSERT INTO customer_tag (customer_id, tag_id) VALUES (?, ?)')
  const tagIds = new Map<string, number>()
  db.transaction(() => {
    for (const name of tags) tagIds.set(name, tag.run(name).lastInsertRowid)
    for (let index = 0; index < shop.customers; index++) {
      const one = sampleCustomer(index)
      const id = one.customerId
      customer.run(
        id,
        one.archiveNumber,
        one.name,
        nameSortKey(one.name),
        strokeSortKey(one.name),
        one.occupation || null,
        one.note || null,
        now,
        now,
      )
      if (one.phone) contact.run(id, 'phone', one.phone, toPhoneKey(one.phone) || one.phone)
      if (one.address) {
        const { code, province, city, district, confidence } = parseRegion(one.address)
        address.run(id, one.address, one.address, code, province, city, district, confidence)
      }
      if (one.email) contact.run(id, 'email', one.email, one.email)
      if (one.wechat) contact.run(id, 'wechat', one.wechat, one.wechat)
      if (one.buyerId) identity.run(id, one.buyerId, one.nickname || null)
      for (const name of one.tags) customerTag.run(id, tagIds.get(name) ?? 0)
    }
    fillSampleOrders(db, shop)
    queueRangeForIndexing(db, 1, shop.customers)
  })
}

function fillSampleOrders(db: WritableDb, { customers, ordersPerCustomer, products }: SampleShop): void {
  const now = '2024-12-31T00:00:00.000Z'
  const product = db.prepare(
    `INSERT INTO product (platform, shop, product_key, name) VALUES ('taobao', '样例店', ?, ?)`,
  )
  const order = db.prepare(
    `INSERT INTO sales_order (customer_id, platform, shop, order_key, order_number, ordered_on, ordered_at_local, status,
       is_cancellation, is_counted, paid_minor, refunded_minor, net_minor, created_at, updated_at)
     VALUES (?, 'taobao', '样例店', ?, ?, '2024-06-01', '2024-06-01', 'completed', 0, 1, 1000, 0, 1000, ?, ?)`,
  )
  const line = db.prepare(
    `INSERT INTO order_line (sales_order_id, line_number, product_id, title, quantity, net_minor, refunded_minor, details)
     VALUES (?, ?, ?, ?, 1, 500, 0, ?)`,
  )
  for (let number = 1; number <= products; number++) product.run(`p${number}`, sampleProductName(number))
  for (let number = 1; number <= Math.floor(customers * ordersPerCustomer); number++) {
    const text = sampleOrderNumber(number)
    order.run(1 + ((Math.imul(number, 40503) >>> 0) % customers), `n:${text}`, text, now, now)
    for (const lineNumber of [1, 2]) {
      const bought = sampleProductOf(number, lineNumber, products)
      const details = sampleDetailsOf(number, lineNumber)
      const stored = details && JSON.stringify(details)
      line.run(number, lineNumber, bought, sampleProductName(bought), stored)
    }
  }
}
