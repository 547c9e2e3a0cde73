/** How large the data are. */
export type BenchSize = {
  readonly customers: number
  readonly orders: number
  /** Customers of the import; it has three orders each and 2.1 lines per order. */
  readonly importedCustomers: number
}
