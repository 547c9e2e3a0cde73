import { z } from 'zod'
import { CalendarDate } from '#shared/domain/calendar-date.ts'
import {
  RuleCount,
  RuleRequest,
  SavedSegment,
  SegmentDraft,
  SegmentId,
  SegmentSize,
} from '#shared/domain/saved-segment.ts'
import { SegmentRuleTree } from '#shared/domain/segment-rule.ts'
import type { Contract } from './method.ts'

const Written = z.object({ segmentId: SegmentId, changeSetId: z.int().nullable() })

export const segmentsContract = {
  /** The saved segments by name, each with the newest version of its rule. */
  'segments.list': { kind: 'query', on: 'reader', request: z.object({}), response: z.array(SavedSegment) },
  /** How many a rule finds on a day, and each of its parts. */
  'segments.count': { kind: 'query', on: 'reader', request: RuleRequest, response: RuleCount },
  /** Lists those whom a rule finds on a day, to be kept; `segment-unsaid` where a condition says nothing. */
  'segments.openMembers': {
    kind: 'query',
    on: 'reader',
    request: RuleRequest,
    response: z.object({ listId: z.int(), total: z.int(), revision: z.string() }),
  },
  /** How many are in each saved segment on a day. */
  'segments.measure': {
    kind: 'query',
    on: 'reader',
    request: z.object({ asOf: CalendarDate }),
    response: z.object({ asOf: CalendarDate, revision: z.string(), segments: z.array(SegmentSize) }),
  },
  /** Saves a rule, or a list of customers that stays as it is, under a name that must be free: `name-taken`. */
  'segments.add': { kind: 'command', on: 'writer', request: SegmentDraft, response: Written },
  /** Saves another rule as the next version. */
  'segments.saveVersion': {
    kind: 'command',
    on: 'writer',
    request: z.object({ segmentId: SegmentId, rule: SegmentRuleTree }),
    response: Written,
  },
  'segments.rename': {
    kind: 'command',
    on: 'writer',
    request: SavedSegment.pick({ segmentId: true, name: true }),
    response: Written,
  },
  'segments.remove': {
    kind: 'command',
    on: 'writer',
    request: SavedSegment.pick({ segmentId: true }),
    response: Written,
  },
} as const satisfies Contract
