import { randomNumbers, sampleCustomer } from '#test/main/search/sample-shop.ts'

/** A cell as a spreadsheet program stores it: text, a number, a day or a moment as its serial number, yes or no. */
export type BenchCell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number' | 'day' | 'moment'; readonly value: number }
  | { readonly kind: 'truth'; readonly value: boolean }
  | null

/** A made-up table: the same numbers give the same rows. */
export type BenchTable = {
  readonly headers: readonly string[]
  readonly rows: () => Iterable<readonly BenchCell[]>
}

const text = (value: string): BenchCell => (value === '' ? null : { kind: 'text', text: value })
const number = (value: number): BenchCell => ({ kind: 'number', value })

/** A member list of 16 columns as old archives have it, its texts as varied as real ones. */
export function memberTable(rowCount: number): BenchTable {
  return {
    headers: [
      ...[
        '会员编号',
        '姓名',
        '性别',
        '出生日期',
        '手机号码',
        '电子邮箱',
        '微信号',
        '职业',
        '城市',
        '详细地址',
      ],
      ...['标签', '备注', '建档日期', '最近下单时间', '累计消费', '是否会员'],
    ],
    *rows() {
      const random = randomNumbers(16)
      for (let index = 0; index < rowCount; index++) {
        const one = sampleCustomer(index)
        const createdOn = 42_370 + Math.floor(random() * 3000)
        yield [
          text(one.archiveNumber),
          text(one.name),
          text(random() < 0.5 ? '女' : '男'),
          random() < 0.9 ? { kind: 'day', value: 18_300 + Math.floor(random() * 20_000) } : null,
          text(one.phone),
          text(one.email),
          text(one.wechat),
          text(one.occupation),
          text(one.address.slice(3, 6)),
          text(one.address),
          text(one.tags.join('、')),
          text(one.note),
          { kind: 'day', value: createdOn },
          { kind: 'moment', value: createdOn + Math.floor(random() * 86_400 * 400) / 86_400 },
          number(Math.floor(random() * 5_000_000) / 100),
          { kind: 'truth', value: random() < 0.4 },
        ]
      }
    },
  }
}

/** Customers of a shop, each with a name and a phone of their own, and no sums: their orders come as a file. */
export function customerTable(customerCount: number): BenchTable {
  return {
    headers: [
      '姓名',
      '性别',
      '出生日期',
      '手机号码',
      '收货地址',
      '电子邮箱',
      '微信号',
      '职业',
      '标签',
      '备注',
    ],
    *rows() {
      const random = randomNumbers(10)
      for (let index = 0; index < customerCount; index++) {
        const one = sampleCustomer(index)
        yield [
          text(one.name),
          text(random() < 0.5 ? '女' : '男'),
          random() < 0.9 ? { kind: 'day', value: 18_300 + Math.floor(random() * 20_000) } : null,
          text(phoneOf(index)),
          text(one.address),
          text(one.email),
          text(one.wechat),
          text(one.occupation),
          text(one.tags.join('、')),
          text(one.note),
        ]
      }
    },
  }
}

/** Their orders, three each, a row per line as shops export them: one to four lines, 2.1 on average. */
export function orderTable(customerCount: number): BenchTable {
  return {
    headers: [
      ...[
        '订单编号',
        '收货人姓名',
        '联系手机',
        '订单创建时间',
        '订单状态',
        '宝贝标题',
        '商品属性',
        '商家编码',
      ],
      ...['宝贝数量', '商品单价', '商品实付金额'],
    ],
    *rows() {
      const random = randomNumbers(11)
      for (let order = 1; order <= customerCount * 3; order++) {
        const index = Math.floor(random() * customerCount)
        const orderedAt = 44_000 + Math.floor(random() * 86_400 * 1500) / 86_400
        const head = [
          text(`4${String(order).padStart(17, '0')}`),
          text(sampleCustomer(index).name),
          text(phoneOf(index)),
          { kind: 'moment', value: orderedAt } as const,
          text(random() < 0.95 ? '交易成功' : '交易关闭'),
        ]
        const lineCount = [1, 1, 2, 2, 2, 3, 3, 4, 2, 1][Math.floor(random() * 10)] ?? 1
        for (let line = 0; line < lineCount; line++) {
          const product = Math.floor(random() ** 2 * 2000)
          const quantity = 1 + Math.floor(random() * 3)
          const unitCents = 100 + ((product * 7919) % 30_000)
          yield [
            ...head,
            text(`样例商品 ${product} 号`),
            text(`规格：${['大', '中', '小'][product % 3]}`),
            text(`YL-${product}`),
            number(quantity),
            number(unitCents / 100),
            number((unitCents * quantity) / 100),
          ]
        }
      }
    },
  }
}

const phoneOf = (index: number) => `1380${String(index).padStart(7, '0')}`
