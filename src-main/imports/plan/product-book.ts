import { toSearchText } from '#shared/domain/text.ts'
import type { Lookups } from './lookups.ts'
import type { RowValues } from './row-values.ts'

/** A product of an import; `knownId` is its key in the archive, null for a new one. */
export type ProductRecord = {
  readonly knownId: number | null
  readonly platform: string
  readonly shop: string
  readonly key: string
  readonly name: string
  readonly externalId: string | null
  readonly sku: string | null
  readonly merchantCode: string | null
  readonly category: string | null
}

/** What rows said of a product, and which one it was; null: none. */
type SeenWords = Pick<RowValues, 'productId' | 'sku' | 'merchantCode' | 'productTitle'> & {
  readonly platform: string
  readonly shop: string
  readonly product: ProductRecord | null
}

/** A word that stands for more products than these says too little to be looked for. */
const wordsRemembered = 20

/**
 * The products of one import, each found once: by product ID and SKU, else by merchant code, else by its exact name.
 */
export class ProductBook {
  private readonly lookups: Lookups
  private readonly byKey = new Map<string, ProductRecord>()
  /** By the file's own words, those that are few to a product first, so that one that comes again needs no key made. */
  private readonly byWord = new Map<string | null, SeenWords[]>()

  constructor(lookups: Lookups) {
    this.lookups = lookups
  }

  /** Finds the product of a row or notes a new one. Empty: null when the row names none. */
  find(values: RowValues, platform: string, shop: string): ProductRecord | null {
    const { productId, sku, merchantCode, productTitle } = values
    const word = sku ?? merchantCode ?? productId ?? productTitle
    const seen = this.byWord.get(word)
    const same = seen?.find(
      one =>
        one.productTitle === productTitle &&
        one.merchantCode === merchantCode &&
        one.productId === productId &&
        one.platform === platform &&
        one.shop === shop &&
        one.sku === sku,
    )
    if (same) return same.product
    const product = this.findByKey(values, platform, shop)
    const words = { productId, sku, merchantCode, productTitle, platform, shop, product }
    if (!seen) this.byWord.set(word, [words])
    else if (seen.length < wordsRemembered) seen.push(words)
    return product
  }

  private findByKey(values: RowValues, platform: string, shop: string): ProductRecord | null {
    const key = productKey(values)
    if (key === null) return null
    const place = `${platform}\u001f${shop}\u001f${key}`
    const seen = this.byKey.get(place)
    if (seen) return seen
    const knownId = this.lookups.findProduct(platform, shop, key) ?? null
    const record: ProductRecord = {
      knownId,
      platform,
      shop,
      key,
      name: values.productTitle ?? values.merchantCode ?? values.productId ?? values.sku ?? '',
      externalId: values.productId,
      sku: values.sku,
      merchantCode: values.merchantCode,
      category: values.productCategory,
    }
    this.byKey.set(place, record)
    return record
  }
}

function productKey({ productId, sku, merchantCode, productTitle }: RowValues): string | null {
  if (productId !== null) return sku === null ? `i:${productId}` : `i:${productId}/${sku}`
  if (merchantCode !== null) return `m:${merchantCode}`
  if (sku !== null) return `s:${sku}`
  return productTitle === null ? null : `n:${toSearchText(productTitle)}`
}
