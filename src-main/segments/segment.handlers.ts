import type { Act } from '#main/changes/change-log.service.ts'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import {
  addSegment,
  listSegments,
  removeSegment,
  renameSegment,
  saveVersion,
} from './saved-segment.service.ts'
import type { SegmentFinder } from './segment-finder.service.ts'
import { measureSegments } from './segment-members.service.ts'

/** Reads of the segments room; they live on a reader thread and keep in its memory whom conditions found. */
export const segmentQueries = (
  db: ReadableDb,
  finder: SegmentFinder,
  publishList: (ids: Int32Array) => number,
) =>
  ({
    'segments.list': () => listSegments(db),
    'segments.count': request => finder.count(request),
    'segments.openMembers': request => {
      const ids = finder.listFound(request)
      const total = ids.length
      return { listId: publishList(ids), total, revision: finder.getRevision() }
    },
    'segments.measure': ({ asOf }) => ({
      ...{ asOf, segments: measureSegments(db, finder, asOf), revision: finder.getRevision() },
    }),
  }) satisfies Partial<Handlers>

/** Writes of the segments room. `act` says who acts and when. */
export const segmentCommands = (db: WritableDb, act: () => Act) =>
  ({
    'segments.add': draft => addSegment(db, draft, act()),
    'segments.saveVersion': ({ segmentId, rule }) => saveVersion(db, segmentId, rule, act()),
    'segments.rename': ({ segmentId, name }) => renameSegment(db, segmentId, name, act()),
    'segments.remove': ({ segmentId }) => removeSegment(db, segmentId, act()),
  }) satisfies Partial<Handlers>
