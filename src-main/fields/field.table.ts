import type { Generated } from 'kysely'

/** Fields that belong together, shown under one heading of a tab. Built-in ones have a code, own and renamed ones a name. */
export interface FieldGroupTable {
  field_group_id: Generated<number>
  code: string | null
  name: string | null
  tab: 'basic' | 'attitude' | 'behaviour' | 'business' | 'trade'
  /** Null: for people and companies. */
  customer_kind: 'individual' | 'company' | null
  position: number
  is_sensitive: Generated<0 | 1>
  is_on: Generated<0 | 1>
  /** What the shop needs the group for; a sensitive group is on only with it. */
  purpose: string | null
}

/** One field beyond the default card. */
export interface FieldDefinitionTable {
  field_id: Generated<number>
  field_group_id: number
  code: string | null
  name: string | null
  value_kind: 'text' | 'number' | 'money' | 'day' | 'choice' | 'choices' | 'yes-no' | 'image'
  position: number
  is_required: Generated<0 | 1>
  /** JSON of a value. */
  default_value: string | null
  hidden_at: string | null
}

/** One choice of a field. */
export interface FieldOptionTable {
  field_option_id: Generated<number>
  field_id: number
  code: string | null
  name: string | null
  position: number
  hidden_at: string | null
}

/** A value of a customer. A field of several choices has a row for each. Units: minor units for money; 0 or 1 for yes-no. */
export interface FieldValueTable {
  field_value_id: Generated<number>
  customer_id: number
  field_id: number
  position: number
  value: string | number
}
