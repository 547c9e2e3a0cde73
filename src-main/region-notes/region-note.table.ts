import type { Generated } from 'kysely'
import type { RegionAspect } from '#shared/domain/region-note.ts'

/** What holds for everybody of a region in one respect. `city` is '' for a whole province. */
export interface RegionNoteTable {
  region_note_id: Generated<number>
  province: string
  city: string
  aspect: RegionAspect
  note: string
}
