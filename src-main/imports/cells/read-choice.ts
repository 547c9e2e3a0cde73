import { readGenderWord, readKindWord } from '#shared/domain/choice-words.ts'
import type { CustomerKind, Gender } from '#shared/domain/customer.ts'
import type { OrderStatus } from '#shared/domain/sales-order.ts'
import { type CellReading, unreadableCell } from './cell-problem.ts'
import { readFolded, readText } from './cell-text.ts'
import { remembering } from './remembering.ts'

const nothing = /^(?:未知|不详|保密|无|unknown|secret)$/i

/** Reads 男, 女, 先生, 女士, male, f and the like. Example: '女士' -> 'female'; '保密' -> null */
export const readGender = remembering((cell): CellReading<Gender> => {
  const text = readFolded(cell)
  if (typeof text !== 'string' || nothing.test(text)) return typeof text === 'string' ? null : text
  return readGenderWord(text) ?? unreadableCell
})

/** Reads whether a customer is a person or a company. Example: '企业客户' -> 'company' */
export const readCustomerKind = remembering((cell): CellReading<CustomerKind> => {
  const text = readFolded(cell)
  if (typeof text !== 'string' || nothing.test(text)) return typeof text === 'string' ? null : text
  return readKindWord(text) ?? unreadableCell
})

/** What an order's status says, with the shop's own word. `status` null: the word is not known. */
export type StatusReading = { readonly status: OrderStatus | null; readonly text: string }

/**
 * The words of Taobao, Tmall, JD, Pinduoduo, Douyin, Kuaishou, Youzan and Weidian, tried in this order: a word that denies
 * (待发货, 未付款) stands before the one it denies.
 */
const statusWords: readonly (readonly [OrderStatus, RegExp])[] = [
  [
    'closed',
    /关闭|取消|作废|撤销|失效|拒收|已删除|^\(?删除\)?|退款成功|已退款|全额退款|cancel|closed|void|declined/i,
  ],
  [
    'unpaid',
    /[待未](?:买家)?(?:付款|支付|付)|等待付款|没有创建支付|unpaid|pending payment|awaiting payment/i,
  ],
  [
    'paid',
    /[待未](?:卖家)?发货|等待发货|待出库|等待出库|备货|部分发货|待成团|拼团中|待确认(?!收货)|退款中|售后中|待接单|锁定/,
  ],
  ['shipped', /[待未]收货|待签收|等待(?:买家)?确认收货|等待收货|待取件|待自提/],
  [
    'completed',
    /成功|完成|已签收|已收货|确认收货|已评价|已核销|待评价|complete|delivered|finished|fulfilled|received/i,
  ],
  ['shipped', /已发货|发货|运输|派送|配送|已出库|shipped|dispatched|in transit/i],
  ['paid', /付款|支付|已付|已下单|新订单|paid|processing|confirmed/i],
]

/**
 * Reads the status of an order; the word itself is kept.
 *
 * Example: '等待卖家发货' -> { status: 'paid', text: '等待卖家发货' }
 */
export const readOrderStatus = remembering((cell): CellReading<StatusReading> => {
  const text = readText(cell)
  if (typeof text !== 'string') return text
  const folded = text.normalize('NFKC')
  const status = statusWords.find(([, words]) => words.test(folded))?.[0] ?? null
  return { status, text }
})
