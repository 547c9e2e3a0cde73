import type { Generated } from 'kysely'

/** How the files of one source were read when one of them was imported last. */
export interface ImportProfileTable {
  import_profile_id: Generated<number>
  kind: 'customers' | 'orders'
  platform: string
  shop: string
  /** 0: a sheet without headings. */
  header_row_count: number
  /** Of a text file whose encoding or separator was chosen by hand. */
  encoding: string | null
  separator: string | null
  /** JSON: KnownColumn[], in the order of the newest file. */
  columns: string
  /** What `columns` was before the import of `import_batch_id`; null when that was the first. */
  columns_before: string | null
  /** JSON: what is left of the names of its files without dates and numbers, the newest last. */
  file_names: string
  /** JSON: choices of the plan that this room does not know. */
  options: string
  import_batch_id: number
  saved_at: string
}

/** A preset of the operator's own; its code is `own-<id>`. */
export interface ImportPresetTable {
  import_preset_id: Generated<number>
  /** JSON: ImportPresetContent. */
  content: string
  saved_at: string
}
