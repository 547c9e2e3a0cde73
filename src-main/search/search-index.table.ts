import type { Generated } from 'kysely'

/** Tokens of the fields shown first: name, phones, archive number, pinyin. rowid = customer_id. */
export interface SearchIndexTable {
  rowid: number
  tokens: string
}

/** Customers whose index entries are not up to date; left out of index hits and matched by scan. */
export interface SearchQueueTable {
  customer_id: number
  /** 0 when only the products that the customer bought may differ: the entry of the key fields is right. */
  is_card_new: Generated<0 | 1>
}
