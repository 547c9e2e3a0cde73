import { type Act, changeTogether } from '#main/changes/change-log.service.ts'
import { raiseRevision } from '#main/changes/revision.service.ts'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { queueForIndexing } from '#main/search/search-queue.service.ts'
import { todayOf } from '#main/settings/setting.service.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { type FilterRequest, tagsAskedFor } from '#shared/domain/customer-filter.ts'
import type { TagRule } from '#shared/domain/tag.ts'
import { prepareLinkWrites } from './tag.queries.ts'
import { factsOf } from './tag-facts.ts'
import {
  listLinksByRule,
  listLiveLinks,
  listStoredRules,
  listTagsLeftOver,
  prepareRuleWrites,
} from './tag-rule.queries.ts'
import { listTagRules } from './tag-rule.service.ts'

export { hasRules } from './tag-rule.queries.ts'

/** Whom a rule puts its tag on, and which links it takes off again. `rule` as it was stored when that was found. */
export type RuleChange = {
  readonly tagId: number
  readonly rule: string | null
  readonly customerIds: readonly number[]
  readonly customerTagIds: readonly number[]
}

/** Marks with 1 the customers whom a filter finds. */
export type FindMarks = (request: FilterRequest) => Uint8Array

/** One run holds up other writes for less than half a second; the next one takes the rest. */
const mostAtOnce = 10_000

/**
 * Lists what the rules of tags change now. A rule that asks for a tag that changes waits for the next run.
 *
 * Empty: no rule changes anything; one that is not followed, and one of a tag whose last day is past, never does.
 * Cost: one read of all customers per condition; links that are there stay untouched.
 */
export function listRuleChanges(db: ReadableDb, find: FindMarks, now: string): RuleChange[] {
  const asOf = todayOf(db, now)
  const changes: RuleChange[] = listTagsLeftOver(db).map(tagId => ({
    ...{ tagId, rule: null, customerIds: [] },
    customerTagIds: listLinksByRule(db, tagId).slice(0, mostAtOnce),
  }))
  const unsettled = new Set(changes.map(({ tagId }) => tagId))
  const stored = new Map(listStoredRules(db).map(one => [one.tag_id, one]))
  const isOver = (expiresOn: CalendarDate | null | undefined) => Boolean(expiresOn && expiresOn < asOf)
  for (const { tagId, rule } of inOrder(listTagRules(db).filter(one => one.problem === null))) {
    const own = stored.get(tagId)
    if (!own || isOver(own.expires_on)) continue
    const isWaiting = [...tagsAskedFor(rule)].some(asked => unsettled.has(asked))
    const change = isWaiting ? null : changeOf(db, { tagId, rule: own.rule }, find({ filter: rule, asOf }))
    if (isWaiting || change) unsettled.add(tagId)
    if (change) changes.push(change)
  }
  return changes
}

function changeOf(
  db: ReadableDb,
  tag: Pick<RuleChange, 'tagId' | 'rule'>,
  marks: Uint8Array,
): RuleChange | null {
  const links = listLiveLinks(db, tag.tagId)
  const owners = new Set(links.map(link => link.customer_id))
  const customerTagIds = links
    .filter(link => link.by_rule === 1 && marks[link.customer_id] !== 1)
    .map(link => link.customer_tag_id)
  const customerIds: number[] = []
  for (let id = 0; id < marks.length; id++) if (marks[id] === 1 && !owners.has(id)) customerIds.push(id)
  if (customerIds.length + customerTagIds.length === 0) return null
  const [put, take] = [customerIds, customerTagIds].map(ids => ids.slice(0, mostAtOnce / 2))
  return { ...tag, customerIds: put ?? [], customerTagIds: take ?? [] }
}

/** Rules that ask for tags come after the rules of these. Rules that ask in a circle are not among them. */
function inOrder(rules: readonly TagRule[]): TagRule[] {
  const byTag = new Map(rules.map(rule => [rule.tagId, rule]))
  const ordered = new Set<TagRule>()
  const add = (rule: TagRule): void => {
    for (const asked of tagsAskedFor(rule.rule)) {
      const before = byTag.get(asked)
      if (before && !ordered.has(before)) add(before)
    }
    ordered.add(rule)
  }
  for (const rule of rules) add(rule)
  return [...ordered]
}

/**
 * Puts tags on and takes them off as their rules say, as one change set. It is no step of the operator: Ctrl+Z passes it over.
 *
 * Empty: null when there was nothing to change any more, and no change set; a rule that was changed meanwhile is left out.
 */
export function followTagRules(db: WritableDb, changes: readonly RuleChange[], act: Act): number | null {
  return changeTogether(db, factsOf('tags-by-rule', act), recorder => {
    const rules = new Map(listStoredRules(db).map(one => [one.tag_id, one.rule]))
    const writes = { ...prepareLinkWrites(db), ...prepareRuleWrites(db) }
    const changed = new Set<number>()
    for (const { tagId, rule, customerIds, customerTagIds } of changes) {
      if ((rules.get(tagId) ?? null) !== rule) continue
      for (const customerTagId of customerTagIds) {
        const customerId = writes.findByRule(customerTagId, tagId)
        if (customerId === undefined) continue
        recorder.deleting('customer_tag', customerTagId)
        writes.remove(customerTagId)
        changed.add(customerId)
      }
      for (const customerId of customerIds) {
        const customerTagId = writes.put(customerId, tagId)
        if (customerTagId === null) continue
        recorder.inserted('customer_tag', customerTagId)
        changed.add(customerId)
      }
    }
    if (changed.size === 0) return
    queueForIndexing(db, [...changed])
    raiseRevision(db, 'customers')
  })
}
