import { listRuleSets } from '#main/analytics/rule-set.service.ts'
import { type Act, type ChangeRecorder, changeCustomers } from '#main/changes/change-log.service.ts'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { fieldsOfForm } from '#main/fields/field-value.service.ts'
import { AppError } from '#shared/contract/app-error.ts'
import {
  CustomerFilter,
  type FilterCondition,
  filterKindOf,
  followTags,
  ownFieldId,
  tagsAskedFor,
  testsOfKind,
} from '#shared/domain/customer-filter.ts'
import { noPurchaseSegment } from '#shared/domain/segment.ts'
import type { TagRule, TagRuleProblem } from '#shared/domain/tag.ts'
import { findTag } from './tag.queries.ts'
import {
  listLinksByRule,
  listStoredRules,
  listTagKeys,
  prepareRuleWrites,
  updateRule,
} from './tag-rule.queries.ts'

/** Lists the rules of tags, each with the reason why it is not followed. One that is no longer understood is left out. */
export function listTagRules(db: ReadableDb): TagRule[] {
  const rules = listStoredRules(db).flatMap(({ tag_id: tagId, rule }) => {
    const read = CustomerFilter.safeParse(JSON.parse(rule))
    return read.success ? [{ tagId, rule: read.data }] : []
  })
  const asked = new Map(rules.map(({ tagId, rule }) => [tagId, tagsAskedFor(rule)]))
  const problemOfCondition = rules.length > 0 ? makeConditionCheck(db) : () => null
  const problemOf = (rule: CustomerFilter) => {
    for (const condition of rule.groups.flat()) {
      const problem = problemOfCondition(condition)
      if (problem) return problem
    }
    return null
  }
  return rules.map(({ tagId, rule }) => ({
    tagId,
    rule,
    problem: problemOf(rule) ?? (isAskedInCircle(tagId, asked) ? 'circle' : null),
  }))
}

function makeConditionCheck(db: ReadableDb): (condition: FilterCondition) => TagRuleProblem | null {
  const tags = new Set(listTagKeys(db))
  const kinds = new Map(fieldsOfForm(db).map(({ field }) => [field.fieldId, field.valueKind]))
  const segments = new Set(
    listRuleSets(db).flatMap(({ code, segments: all, otherwise }) =>
      [...all, otherwise, noPurchaseSegment].map(segment => `${code}/${segment.code}`),
    ),
  )
  return condition => {
    const { field } = condition
    const fieldId = ownFieldId(field)
    if (fieldId !== null) {
      const kind = kinds.get(fieldId)
      const tests: readonly string[] = kind ? testsOfKind[filterKindOf[kind]] : []
      return tests.includes(condition.test) ? null : 'field-gone'
    }
    if (!('values' in condition)) return null
    if (field === 'tag' && !condition.values.every(value => tags.has(Number(value)))) return 'tag-gone'
    if (field === 'segment' && !condition.values.every(value => segments.has(String(value))))
      return 'segment-gone'
    return null
  }
}

/** Tells whether a rule asks, by itself or through the rules of the tags it asks for, for its own tag. */
function isAskedInCircle(tagId: number, asked: ReadonlyMap<number, ReadonlySet<number>>): boolean {
  const seen = new Set<number>()
  const open = [...(asked.get(tagId) ?? [])]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === tagId) return true
    if (seen.has(next)) continue
    seen.add(next)
    open.push(...(asked.get(next) ?? []))
  }
  return false
}

/**
 * Gives a tag a rule, or with null takes it away: whoever has the tag keeps it then. The rule is followed afterwards.
 *
 * Errors: not-found; tag-rule-circle when the rule leads back to its own tag. Empty: changeSetId null when nothing changed.
 */
export function setTagRule(
  db: WritableDb,
  tagId: number,
  rule: CustomerFilter | null,
  act: Act,
): { readonly changeSetId: number | null } {
  const changeSetId = changeCustomers(db, 'tag-rule-set', act, recorder => {
    const stored = findTag(db, tagId)
    if (!stored) throw new AppError('not-found')
    writeRule(db, recorder, stored, rule)
    if (rule === null) keepByHand(db, recorder, tagId)
    if (listTagRules(db).some(one => one.tagId === tagId && one.problem === 'circle'))
      throw new AppError('tag-rule-circle')
  })
  return { changeSetId }
}

function writeRule(
  db: WritableDb,
  recorder: ChangeRecorder,
  { tag_id: tagId, rule: before }: { readonly tag_id: number; readonly rule: string | null },
  rule: CustomerFilter | null,
): void {
  const after = rule && JSON.stringify(rule)
  recorder.updated('tag', tagId, 'rule', before, after)
  if (before !== after) updateRule(db, tagId, after)
}

function keepByHand(db: WritableDb, recorder: ChangeRecorder, tagId: number): void {
  const writes = prepareRuleWrites(db)
  for (const customerTagId of listLinksByRule(db, tagId)) {
    recorder.updated('customer_tag', customerTagId, 'by_rule', 1, 0)
    writes.keep(customerTagId)
  }
}

/**
 * Lets rules ask for the tag that is put in the place of others, as a part of that act, and gives it a rule of these where it
 * has none; a rule that would ask for its own tag then goes. Shape: the tag whose rule it is now.
 */
export function followMergedRules(
  db: WritableDb,
  recorder: ChangeRecorder,
  intoId: number,
  gone: readonly number[],
): number {
  const followed = listTagRules(db).map(({ tagId, rule }) => ({
    tagId,
    rule: followTags(rule, intoId, new Set(gone)),
  }))
  const ruleOf = (tagId: number) => followed.find(one => one.tagId === tagId)
  const heir = [intoId, ...gone].map(ruleOf).find(one => one && !tagsAskedFor(one.rule).has(intoId))
  for (const { tagId, rule } of followed) {
    const stored = tagId === intoId || gone.includes(tagId) ? undefined : findTag(db, tagId)
    if (stored) writeRule(db, recorder, stored, rule)
  }
  const into = findTag(db, intoId)
  if (into) writeRule(db, recorder, into, heir?.rule ?? null)
  if (heir?.tagId !== intoId) keepByHand(db, recorder, intoId)
  return heir?.tagId ?? intoId
}
