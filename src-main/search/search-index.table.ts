/** Tokens of the fields shown first: name, phones, archive number, pinyin. rowid = customer_id. */
export interface SearchIndexTable {
  rowid: number
  tokens: string
}

/** Customers whose index entries are not up to date; left out of index hits and matched by scan. */
export interface SearchQueueTable {
  customer_id: number
}
