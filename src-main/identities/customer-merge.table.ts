import type { Generated } from 'kysely'

/** A file that was put into another one. It stays in the table `customer` with `merged_into_id` and its number. */
export interface CustomerMergeTable {
  customer_merge_id: Generated<number>
  customer_id: number
  survivor_id: number
  /** The import whose suggestions the merge came from: taking that import back splits it first. */
  import_batch_id: number | null
  merged_at: string
  /** The lines of the change log that say what went to the survivor, both included. */
  first_change_id: number
  last_change_id: number
  /** JSON: the last key of each table of parts at the time of the merge; what has a higher one came later. */
  last_ids: string
  /** The act that parted the files again; null while they are one. */
  split_change_set_id: number | null
}

/** What was decided about two customers who look like one; the lower key first. */
export interface CustomerPairTable {
  customer_pair_id: Generated<number>
  low_id: number
  high_id: number
  /** `same-apart`: one person who keeps two files. */
  decision: 'different' | 'same-apart'
  decided_at: string
}
