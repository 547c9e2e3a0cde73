import type { BenchShop } from './bench-shop.ts'

/** How large the data are. */
export type BenchSize = {
  readonly customers: number
  readonly orders: number
  /** Customers of the import; it has three orders each and 2.1 lines per order. */
  readonly importedCustomers: number
}

/** What a case is given. */
export type BenchContext = {
  readonly size: BenchSize
  /** A folder of this run, removed at its end. */
  readonly folder: string
  /** The large archive, made when the first case asks for it. */
  readonly shop: () => Promise<BenchShop>
}
