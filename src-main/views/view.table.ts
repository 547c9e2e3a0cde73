import type { Generated } from 'kysely'

/** A saved view; `content` is its filter, order and columns as JSON. */
export interface CustomerViewTable {
  customer_view_id: Generated<number>
  name: string
  content: string
}
