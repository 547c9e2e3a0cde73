import { type Act, type ChangeRecorder, changeTogether } from '#main/changes/change-log.service.ts'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { nameSortKey } from '#main/search/pinyin.service.ts'
import { selectedIds } from '#main/threads/selected-ids.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { followTag } from '#shared/domain/customer-filter.ts'
import {
  type SavedSegment,
  SavedSegment as SavedSegmentShape,
  type SegmentDraft,
} from '#shared/domain/saved-segment.ts'
import { mapConditions, type RuleNode } from '#shared/domain/segment-rule.ts'
import { toStoredText } from '#shared/domain/text.ts'
import {
  deleteSegment,
  findStoredSegment,
  insertSegment,
  insertVersion,
  listSegmentNames,
  listStoredSegments,
  listVersionIds,
  type StoredSegment,
  updateSegmentName,
} from './saved-segment.queries.ts'

/** Lists the saved segments by the pinyin of their names. One whose rule is no longer understood is left out. */
export function listSegments(db: ReadableDb): SavedSegment[] {
  return listStoredSegments(db)
    .flatMap(stored => readSegment(stored) ?? [])
    .map(segment => ({ segment, key: nameSortKey(segment.name) }))
    .sort((one, other) => (one.key < other.key ? -1 : 1))
    .map(({ segment }) => segment)
}

/** Reads a saved segment with its newest version. Errors: not-found. */
export function getSegment(db: ReadableDb, segmentId: number): SavedSegment {
  const stored = findStoredSegment(db, segmentId)
  const segment = stored && readSegment(stored)
  if (!segment) throw new AppError('not-found')
  return segment
}

/** Saves a rule under a name of its own as version 1, or with `frozen` a list of customers that stays. Errors: name-taken. */
export function addSegment(db: WritableDb, draft: SegmentDraft, act: Act) {
  let segmentId = 0
  const changeSetId = changed(db, draft.frozen ? 'segment-frozen' : 'segment-added', act, recorder => {
    const name = freeName(db, draft.name, null)
    const members = draft.customerIds === null ? [] : selectedIds(draft.customerIds)
    const frozen = draft.frozen && { ...draft.frozen, customerIds: members }
    segmentId = insertSegment(db, name, frozen && JSON.stringify(frozen))
    recorder.inserted('saved_segment', segmentId)
    addVersion(db, recorder, { segmentId, version: 1, rule: draft.rule, act })
  })
  return { segmentId, changeSetId }
}

/**
 * Saves another rule as the next version of a segment; the earlier ones stay.
 *
 * Errors: not-found; invalid-request for a frozen list. Empty: changeSetId null when it is the rule of the newest version.
 */
export function saveVersion(db: WritableDb, segmentId: number, rule: RuleNode, act: Act) {
  const changeSetId = changed(db, 'segment-changed', act, recorder => {
    const { version, rule: before, frozen } = getSegment(db, segmentId)
    if (frozen) throw new AppError('invalid-request')
    if (JSON.stringify(before) === JSON.stringify(rule)) return
    addVersion(db, recorder, { segmentId, version: version + 1, rule, act })
  })
  return { segmentId, changeSetId }
}

/** Gives a segment another name. Errors: not-found; name-taken. */
export function renameSegment(db: WritableDb, segmentId: number, typed: string, act: Act) {
  const changeSetId = changed(db, 'segment-renamed', act, recorder => {
    const stored = findStoredSegment(db, segmentId)
    if (!stored) throw new AppError('not-found')
    const name = freeName(db, typed, segmentId)
    recorder.updated('saved_segment', segmentId, 'name', stored.name, name)
    updateSegmentName(db, segmentId, name)
  })
  return { segmentId, changeSetId }
}

/** Removes a segment with all its versions; the customers stay. Errors: not-found. */
export function removeSegment(db: WritableDb, segmentId: number, act: Act) {
  const changeSetId = changed(db, 'segment-removed', act, recorder => {
    if (!findStoredSegment(db, segmentId)) throw new AppError('not-found')
    for (const versionId of listVersionIds(db, segmentId)) recorder.deleting('segment_version', versionId)
    recorder.deleting('saved_segment', segmentId)
    deleteSegment(db, segmentId)
  })
  return { segmentId, changeSetId }
}

/** Lets saved segments ask for the tag that was put in the place of others, as a version of their own and a part of that act. */
export function followTagsInSegments(
  db: WritableDb,
  recorder: ChangeRecorder,
  tags: { readonly intoId: number; readonly gone: ReadonlySet<number> },
  act: Act,
): void {
  for (const { segmentId, version, rule, frozen } of listSegments(db)) {
    const followed = mapConditions(rule, condition => followTag(condition, tags.intoId, tags.gone))
    if (frozen || JSON.stringify(followed) === JSON.stringify(rule)) continue
    addVersion(db, recorder, { segmentId, version: version + 1, rule: followed, act })
  }
}

function addVersion(
  db: WritableDb,
  recorder: ChangeRecorder,
  { segmentId, version, rule, act }: { segmentId: number; version: number; rule: RuleNode; act: Act },
): void {
  const columns = { saved_segment_id: segmentId, version, rule: JSON.stringify(rule), made_at: act.now }
  recorder.inserted('segment_version', insertVersion(db, columns))
}

function freeName(db: ReadableDb, typed: string, ownId: number | null): string {
  const name = toStoredText(typed)
  const other = listSegmentNames(db).find(one => one.name === name && one.saved_segment_id !== ownId)
  if (other) throw new AppError('name-taken')
  return name
}

function readSegment({ rule, frozen, memberCount, ...facts }: StoredSegment): SavedSegment | null {
  const read = SavedSegmentShape.safeParse({
    ...facts,
    rule: JSON.parse(rule),
    frozen: frozen === null ? null : { ...JSON.parse(frozen), memberCount },
  })
  return read.success ? read.data : null
}

type Kind = `segment-${'added' | 'frozen' | 'changed' | 'renamed' | 'removed'}`

const changed = (
  db: WritableDb,
  kind: Kind,
  { actor, now }: Act,
  write: (recorder: ChangeRecorder) => void,
) => changeTogether(db, { kind, actor, madeAt: now }, write)
