import type { BenchShop } from './bench-shop.ts'
import type { BenchSize } from './bench-size.ts'

/** What a case is given. */
export type BenchContext = {
  readonly size: BenchSize
  /** A folder of this run, removed at its end. */
  readonly folder: string
  /** The large archive, made when the first case asks for it. */
  readonly shop: () => Promise<BenchShop>
}
