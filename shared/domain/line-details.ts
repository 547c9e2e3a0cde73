import { z } from 'zod'

/**
 * What items are told apart by in each trade. Names: `trade.<trade>`, `line-detail.<attribute>`. To add a trade or an attribute:
 * a line here and its names in both catalogues.
 */
export const tradeAttributes = {
  clothing: ['material', 'style', 'matching', 'colour', 'designer', 'size'],
  food: ['flavour', 'ingredients', 'netWeight', 'shelfLife', 'origin'],
  baby: ['stage', 'material', 'origin', 'shelfLife', 'certificate'],
  digital: ['brand', 'model', 'colour', 'capacity', 'warranty'],
  beauty: ['skinType', 'effect', 'netWeight', 'shelfLife', 'origin'],
  home: ['material', 'style', 'colour', 'size', 'origin'],
} as const satisfies Record<string, readonly string[]>

/** A trade whose items are told apart by words of their own. */
export const Trade = z.enum(Object.keys(tradeAttributes) as [Trade, ...Trade[]])
export type Trade = keyof typeof tradeAttributes

const attributes = [...new Set(Object.values(tradeAttributes).flat())] as [string, ...string[]]

/** What an item of an order is like: the words of its trade, by attribute. An attribute without a word is missing. */
export const LineDetails = z.object({
  trade: Trade,
  values: z.partialRecord(z.enum(attributes), z.string().trim().min(1).max(200, { error: 'too-long' })),
})
export type LineDetails = z.infer<typeof LineDetails>

/**
 * Lists the attributes under which details are typed: those of the trade, then what stands there from another trade.
 *
 * Example: attributesOf({ trade: 'food', values: { colour: '红' } }) -> […, 'origin', 'colour']
 */
export function attributesOf({ trade, values }: LineDetails): string[] {
  return [...new Set<string>([...tradeAttributes[trade], ...Object.keys(values)])]
}

/** How sellers and platforms call the attributes of items. */
const attributeNames: Readonly<Record<string, readonly string[]>> = {
  material: ['材质', '面料', '材料', '质地', 'material'],
  style: ['款式', '风格', '样式', 'style'],
  matching: ['搭配', '适合搭配'],
  colour: ['颜色', '颜色分类', '主要颜色', '色号', 'color', 'colour'],
  designer: ['设计者', '设计师', 'designer'],
  size: ['尺码', '尺寸', '鞋码', '尺码大小', 'size'],
  flavour: ['口味', '味道', 'flavor', 'flavour'],
  ingredients: ['配料', '配料表', '成分', 'ingredients'],
  netWeight: ['净含量', '规格净含量', '净重', 'net weight'],
  shelfLife: ['保质期', 'shelf life'],
  origin: ['产地', '原产地', 'origin'],
  stage: ['段位', '适用阶段', '适用年龄', '奶粉段数', 'stage'],
  certificate: ['认证', '3C认证', '证书编号', 'certificate'],
  brand: ['品牌', 'brand'],
  model: ['型号', 'model'],
  capacity: ['容量', '内存容量', '存储容量', 'capacity'],
  warranty: ['保修期', '质保', '保修', 'warranty'],
  skinType: ['肤质', '适合肤质', 'skin type'],
  effect: ['功效', '功能', 'effect'],
}

const attributeOf = new Map(
  Object.entries(attributeNames).flatMap(([attribute, names]) =>
    names.map(name => [name.toLowerCase(), attribute] as const),
  ),
)
const trades = Object.keys(tradeAttributes) as Trade[]

/**
 * Reads what an item is like from the text of its attributes: pairs of name and word, one after another.
 *
 * Shape: of the shop's trade, else of the one that knows most of the names; a name that no attribute is called by is passed over,
 * the first of two equal ones counts. Empty: null where no name is known.
 * Example: splitAttributes('颜色分类:白色;尺码:M', 'clothing') -> { trade: 'clothing', values: { colour: '白色', size: 'M' } }
 */
export function splitAttributes(text: string, trade: Trade | undefined): LineDetails | null {
  const values: Record<string, string> = {}
  for (const part of text.split(/[;；,，|\n]/)) {
    const [, name = '', word = ''] = /^\s*([^:：=]{1,20}?)\s*[:：=]\s*(.+?)\s*$/s.exec(part) ?? []
    const attribute = attributeOf.get(name.toLowerCase())
    if (attribute !== undefined && word.length <= 200) values[attribute] ??= word
  }
  if (Object.keys(values).length === 0) return null
  const countOf = (one: Trade) => tradeAttributes[one].filter(attribute => attribute in values).length
  const best = trades.reduce((most, one) => (countOf(one) > countOf(most) ? one : most))
  return { trade: trade ?? best, values }
}
