import { type Act, changeTogether } from '#main/changes/change-log.service.ts'
import { raiseRevision } from '#main/changes/revision.service.ts'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { queueForIndexing } from '#main/search/search-queue.service.ts'
import { AppError } from '#shared/contract/app-error.ts'
import {
  type NotedRegion,
  RegionAspect,
  type RegionNotes,
  type RegionPlace,
} from '#shared/domain/region-note.ts'
import { toStoredTextOrNull } from '#shared/domain/text.ts'
import {
  deleteNote,
  insertNote,
  listCustomersOfPlace,
  listNotes,
  listPlacesOfCustomer,
  type StoredPlace,
  updateNote,
} from './region-note.queries.ts'

/**
 * Reads what is noted of the regions in which a customer has an address.
 *
 * Shape: each province once, its cities after it; a municipality is one region.
 * Empty: no region of a customer whose addresses name none.
 */
export function getRegionNotes(db: ReadableDb, customerId: number): NotedRegion[] {
  const places = new Map<string, RegionPlace>()
  const stored = listPlacesOfCustomer(db, customerId)
  for (const { province } of stored)
    for (const place of [{ province, city: '' }, ...stored.filter(one => one.province === province)])
      if (place.city !== province)
        places.set(`${province} ${place.city}`, { province, city: place.city || null })
  return [...places.values()].map(place => ({ place, notes: notesOf(db, toStored(place)) }))
}

/**
 * Writes what holds for a region; every customer there shows it and is found by it.
 *
 * Errors: conflict (with the aspects as `fields`) where a note is no longer as it was seen.
 * Empty: changeSetId null when nothing changed. Cost: everybody of the region is looked up again in the background.
 */
export function saveRegionNotes(
  db: WritableDb,
  {
    place,
    seen,
    notes,
  }: { readonly place: RegionPlace; readonly seen: RegionNotes; readonly notes: RegionNotes },
  { actor, now }: Act,
) {
  const stored = toStored(place)
  const changeSetId = changeTogether(db, { kind: 'region-noted', actor, madeAt: now }, recorder => {
    const rows = new Map(listNotes(db, stored).map(row => [row.aspect, row]))
    const changed = RegionAspect.options.filter(aspect => toStoredTextOrNull(notes[aspect]) !== seen[aspect])
    const moved = changed.filter(aspect => (rows.get(aspect)?.note ?? null) !== seen[aspect])
    if (moved.length > 0) throw new AppError('conflict', { fields: moved.join(',') })
    for (const aspect of changed) {
      const row = rows.get(aspect)
      const note = toStoredTextOrNull(notes[aspect])
      if (!row && note !== null) recorder.inserted('region_note', insertNote(db, { ...stored, aspect, note }))
      else if (row && note !== null) {
        recorder.updated('region_note', row.region_note_id, 'note', row.note, note)
        updateNote(db, row.region_note_id, note)
      } else if (row) {
        recorder.deleting('region_note', row.region_note_id)
        deleteNote(db, row.region_note_id)
      }
    }
    if (recorder.count === 0) return
    queueForIndexing(db, listCustomersOfPlace(db, stored))
    raiseRevision(db, 'customers')
  })
  return { changeSetId }
}

const toStored = ({ province, city }: RegionPlace): StoredPlace => ({ province, city: city ?? '' })

function notesOf(db: ReadableDb, place: StoredPlace): RegionNotes {
  const notes: RegionNotes = { culture: null, customs: null, potential: null, policy: null }
  for (const { aspect, note } of listNotes(db, place)) notes[aspect] = note
  return notes
}
