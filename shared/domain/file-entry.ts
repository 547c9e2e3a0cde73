import { z } from 'zod'
import { CalendarDate } from './calendar-date.ts'
import { BirthDate } from './customer.ts'

/** What a file has any number of, line by line. */
export const FileEntryKind = z.enum(['service', 'correspondence', 'person', 'competitor', 'incentive'])
export type FileEntryKind = z.infer<typeof FileEntryKind>

/** Kinds of business letters, in the order in which a deal goes through them. */
export const CorrespondenceType = z.enum([
  'inquiry',
  'offer',
  'counter-offer',
  'acceptance',
  'performance',
  'dispute',
  'negotiation',
])
export type CorrespondenceType = z.infer<typeof CorrespondenceType>

const word = z.string().trim().min(1, { error: 'required' }).max(100, { error: 'too-long' })
const line = z.string().trim().max(200, { error: 'too-long' }).nullable()
const story = z.string().trim().min(1, { error: 'required' }).max(10_000, { error: 'too-long' })
const remark = z.string().trim().max(10_000, { error: 'too-long' }).nullable()

/**
 * What is typed for one line of a file. `happenedOn` is the day it is about; a person has none.
 *
 * Errors: issues are codes of the catalogue (`field-issue.<code>`).
 */
export const FileEntryDraft = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('service'), happenedOn: CalendarDate, note: story }),
  z.object({
    kind: z.literal('correspondence'),
    happenedOn: CalendarDate,
    type: CorrespondenceType,
    direction: z.enum(['in', 'out']),
    summary: story,
  }),
  z.object({
    kind: z.literal('person'),
    name: word,
    jobTitle: line,
    phone: line,
    birthOn: BirthDate.nullable(),
    education: line,
    interests: line,
    character: line,
  }),
  z.object({
    kind: z.literal('competitor'),
    happenedOn: CalendarDate,
    name: word,
    relation: line,
    note: remark,
  }),
  z.object({
    kind: z.literal('incentive'),
    happenedOn: CalendarDate,
    incentive: z.enum(['coupon', 'gift', 'draw', 'other']),
    value: line,
    note: remark,
  }),
])
export type FileEntryDraft = z.infer<typeof FileEntryDraft>

/** A line of a file. */
export const FileEntry = z.object({ entryId: z.int().positive(), entry: FileEntryDraft })
export type FileEntry = z.infer<typeof FileEntry>

/** Parts of a line that hold a choice or a day and not words. */
const codedParts: ReadonlySet<string> = new Set([
  'kind',
  'happenedOn',
  'type',
  'direction',
  'incentive',
  'birthOn',
])

/**
 * Lists the words of a line: what its file is found by.
 *
 * Example: entryWords({ type: 'offer', summary: '报价 3 元' }) -> ['报价 3 元']
 */
export function entryWords(parts: Readonly<Record<string, string | null>>): string[] {
  return Object.entries(parts).flatMap(([part, text]) =>
    text === null || codedParts.has(part) ? [] : [text],
  )
}
