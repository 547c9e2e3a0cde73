import { getRevision } from '#main/changes/revision.service.ts'
import type { ReadableDb } from '#main/database/db.ts'
import { fieldsOfForm } from '#main/fields/field-value.service.ts'
import { getArchiveSettings } from '#main/settings/setting.service.ts'
import { AppError } from '#shared/contract/app-error.ts'
import {
  type FilterCondition,
  type FilterCount,
  type FilterRequest,
  filterKindOf,
  testsOfKind,
} from '#shared/domain/customer-filter.ts'
import { asksForSaved } from '#shared/domain/segment-rule.ts'
import { listFoundIds, liveIdsSql } from './filter.queries.ts'
import { type FilterFacts, statementOf } from './filter-statement.ts'

/** Lists the customers of some segments of a rule set on a day, over all time. */
export type SegmentMembers = (request: {
  readonly ruleSetCode: string
  readonly segmentCodes: readonly string[]
  readonly asOf: FilterRequest['asOf']
}) => Iterable<number>

/** 1 at the keys of customers who belong. */
type Marks = Uint8Array

const keptConditions = 40

/**
 * Tells whom a filter finds. Each condition is one read of all customers; what it found stays until something is written, so that
 * a filter that grows by a condition costs that condition.
 *
 * Cost: a byte per customer and condition, at most forty conditions.
 */
export class CustomerFilters {
  private readonly db: ReadableDb
  private readonly segmentMembers: SegmentMembers
  private readonly found = new Map<string, Marks>()
  private revision = ''
  private live: Marks = new Uint8Array(0)

  constructor(db: ReadableDb, segmentMembers: SegmentMembers) {
    this.db = db
    this.segmentMembers = segmentMembers
  }

  /** Marks the customers outside the bin whom a filter finds. Errors: filter-invalid. */
  find(request: FilterRequest): Marks {
    const groups = this.groupsOf(request)
    return this.combine(groups, request.filter.match === 'all')
  }

  /** Marks the customers outside the bin for whom a single condition holds. Errors: filter-invalid. */
  findOne(condition: FilterCondition, asOf: FilterRequest['asOf']): Marks {
    this.refresh()
    return this.marksOf(condition, this.factsOf(asOf))
  }

  /** Counts whom a filter finds, and whom without each of its groups. Errors: filter-invalid. */
  count(request: FilterRequest): FilterCount {
    const groups = this.groupsOf(request)
    const isAll = request.filter.match === 'all'
    const countOf = (some: readonly Marks[]) =>
      countMarks(some.length === 0 ? this.live : this.combine(some, isAll))
    return { count: countOf(groups), withoutGroup: groups.map((_, at) => countOf(groups.toSpliced(at, 1))) }
  }

  private groupsOf({ filter, asOf }: FilterRequest): Marks[] {
    this.refresh()
    const facts = this.factsOf(asOf)
    const isAll = filter.match === 'all'
    return filter.groups.map(group =>
      this.combine(
        group.map(condition => this.marksOf(condition, facts)),
        !isAll,
      ),
    )
  }

  private factsOf(asOf: FilterFacts['asOf']): FilterFacts {
    const kinds = new Map(fieldsOfForm(this.db).map(({ field }) => [field.fieldId, field.valueKind]))
    const kindOfOwn = (fieldId: number) => {
      const kind = kinds.get(fieldId)
      return kind && filterKindOf[kind]
    }
    return { asOf, timeZone: getArchiveSettings(this.db).timeZone, kindOfOwn }
  }

  private refresh(): void {
    const revision = getRevision(this.db)
    if (revision === this.revision) return
    this.revision = revision
    this.found.clear()
    const ids = listFoundIds(this.db, liveIdsSql)
    this.live = new Uint8Array(ids.reduce((largest, id) => Math.max(largest, id), 0) + 1)
    for (const id of ids) this.live[id] = 1
  }

  private marksOf(condition: FilterCondition, facts: FilterFacts): Marks {
    const isSegment = condition.field === 'segment'
    const statement = isSegment ? null : statementOf(condition, facts)
    const key = JSON.stringify(statement ?? [condition, facts.asOf])
    // Whose rule was saved anew leaves no trace in the revision of the data.
    const known = isSegment && asksForSaved(condition) ? undefined : this.found.get(key)
    if (known) return known
    const marks = statement
      ? this.mark(listFoundIds(this.db, statement), statement.isNot)
      : this.mark(this.membersOf(condition, facts), condition.test === 'none-of')
    this.found.set(key, marks)
    for (const oldest of this.found.keys()) if (this.found.size > keptConditions) this.found.delete(oldest)
    return marks
  }

  private *membersOf(condition: FilterCondition, { asOf }: FilterFacts): Iterable<number> {
    if (!('values' in condition) || !(testsOfKind.segment as readonly string[]).includes(condition.test))
      throw new AppError('filter-invalid', { field: condition.field })
    const segments = condition.values.map(value => String(value).split('/'))
    for (const ruleSetCode of new Set(segments.map(([code = '']) => code))) {
      const segmentCodes = segments.filter(([code]) => code === ruleSetCode).map(([, code = '']) => code)
      yield* this.segmentMembers({ ruleSetCode, segmentCodes, asOf })
    }
  }

  private mark(ids: Iterable<number>, isNot: boolean): Marks {
    const marks = new Uint8Array(this.live.length)
    for (const id of ids) marks[id] = 1
    for (let id = 0; id < marks.length; id++)
      marks[id] = this.live[id] === 1 && (marks[id] === 1) !== isNot ? 1 : 0
    return marks
  }

  private combine(some: readonly Marks[], isAll: boolean): Marks {
    const marks = new Uint8Array(this.live.length).fill(isAll ? 1 : 0)
    for (const one of some)
      for (let id = 0; id < marks.length; id++)
        marks[id] = isAll ? (marks[id] ?? 0) & (one[id] ?? 0) : (marks[id] ?? 0) | (one[id] ?? 0)
    return marks
  }
}

function countMarks(marks: Marks): number {
  let count = 0
  for (const mark of marks) count += mark
  return count
}
