import type { Generated } from 'kysely'

/** A segment with a name; `frozen` as JSON where its customers stay as they were. */
export interface SavedSegmentTable {
  saved_segment_id: Generated<number>
  name: string
  frozen: string | null
}

/** A version of the rule of a segment, as JSON; never changed. */
export interface SegmentVersionTable {
  segment_version_id: Generated<number>
  saved_segment_id: number
  version: number
  rule: string
  made_at: string
}
