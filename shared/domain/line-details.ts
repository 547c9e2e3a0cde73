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
