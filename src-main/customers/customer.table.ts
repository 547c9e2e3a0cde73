import type { Generated } from 'kysely'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { TagColor } from '#shared/domain/tag.ts'

/** One customer file. Contact points, identities and tags are rows of their own tables. */
export interface CustomerTable {
  customer_id: Generated<number>
  archive_number: string
  kind: 'individual' | 'company'
  card_type: 'lead' | 'active' | 'former'
  name: string
  /** Pinyin sort key; written by `nameSortKey`, never taken from Intl at query time. */
  name_sort: string
  /** Stroke sort key, as `strokeSortKey` makes it; null where an older program stored the customer. */
  name_strokes: string | null
  gender: 'female' | 'male' | null
  /** YYYY, YYYY-MM, YYYY-MM-DD or --MM-DD. */
  birth_on: string | null
  /** Resident ID number; sensitive, shown masked and never searched. */
  id_number: string | null
  occupation: string | null
  source: string | null
  note: string | null
  /** 档案编号 of another archive, as its file had it. */
  legacy_number: string | null
  contact_refused_on: CalendarDate | null
  /** Day of the newest document whose facts are on the card; older documents do not overwrite. */
  facts_on: CalendarDate | null
  /** Day on which somebody confirmed that all of the file is right. */
  confirmed_on: CalendarDate | null
  import_batch_id: number | null
  created_at: string
  updated_at: string
  deleted_at: string | null
  merged_into_id: number | null
}

/** A phone, address, e-mail or WeChat name; position 0 is the one shown first. */
export interface ContactPointTable {
  contact_point_id: Generated<number>
  customer_id: number
  kind: 'phone' | 'address' | 'email' | 'wechat'
  position: number
  value: string
  /** Normalised for comparison: digits of a phone, folded text of the others. */
  match_key: string
  /** Of an address: the code of GB/T 2260 for the smallest part that is known, and the parts by name. */
  region_code: string | null
  province: string | null
  city: string | null
  district: string | null
  /** How the region is known: by columns of the file, read out of the text, or by hand; null: not looked at yet. */
  region_confidence: 'given' | 'exact' | 'likely' | 'unclear' | 'corrected' | null
}

/** The region of an address as a contact point holds it. */
export type RegionColumns = Pick<
  ContactPointTable,
  'region_code' | 'province' | 'city' | 'district' | 'region_confidence'
>

/** A key by which a source knows the customer. A buyer ID always decides. */
export interface CustomerIdentityTable {
  customer_identity_id: Generated<number>
  customer_id: number
  kind: 'buyer-id' | 'legacy-number' | 'row-hash'
  platform: string
  shop: string
  value: string
  nickname: string | null
}

/** A label that can be put on customers. */
export interface TagTable {
  tag_id: Generated<number>
  name: string
  color: Generated<TagColor | null>
  expires_on: Generated<CalendarDate | null>
  /** A CustomerFilter as JSON: whom the tag is put on and taken off by itself. */
  rule: Generated<string | null>
}

/** A label on a customer. */
export interface CustomerTagTable {
  customer_tag_id: Generated<number>
  customer_id: number
  tag_id: number
  /** 1 when the rule of the tag put it on; by hand it stays. */
  by_rule: Generated<number>
}
