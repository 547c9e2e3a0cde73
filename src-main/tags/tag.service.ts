import {
  type Act,
  type ChangeRecorder,
  changeCustomers,
  changeTogether,
} from '#main/changes/change-log.service.ts'
import { raiseRevision } from '#main/changes/revision.service.ts'
import type { WritableDb } from '#main/database/db.ts'
import { queueForIndexing } from '#main/search/search-queue.service.ts'
import { followTagsInSegments } from '#main/segments/saved-segment.service.ts'
import { todayOf } from '#main/settings/setting.service.ts'
import { followMergedTags } from '#main/views/view.service.ts'
import { AppError } from '#shared/contract/app-error.ts'
import type { TagDraft } from '#shared/domain/tag.ts'
import { toStoredText } from '#shared/domain/text.ts'
import {
  deleteTag,
  findTag,
  findTagByName,
  insertTagOf,
  listExpiredTags,
  listLinks,
  prepareLinkWrites,
  updateTag,
} from './tag.queries.ts'
import { factsOf } from './tag-facts.ts'
import { followMergedRules } from './tag-rule.service.ts'

/**
 * Makes a tag, or changes the name, the colour and the last day of one; whoever has it keeps it under the new name.
 *
 * Errors: not-found; tag-exists (with `tagId`) when another tag has the name.
 * Empty: changeSetId null when nothing changed. Cost: a new name is looked up again for everyone who has the tag.
 */
export function saveTag(db: WritableDb, tagId: number | null, typed: TagDraft, act: Act) {
  const draft = { ...typed, name: toStoredText(typed.name) }
  let savedId = tagId ?? 0
  const changeSetId = changeCustomers(db, tagId === null ? 'tag-added' : 'tag-changed', act, recorder => {
    const namesake = findTagByName(db, draft.name)
    if (namesake && namesake.tag_id !== tagId) throw new AppError('tag-exists', { tagId: namesake.tag_id })
    if (tagId === null) {
      savedId = insertTagOf(db, draft)
      recorder.inserted('tag', savedId)
    } else changeTag(db, recorder, tagId, draft)
  })
  return { tagId: savedId, changeSetId }
}

function changeTag(db: WritableDb, recorder: ChangeRecorder, tagId: number, draft: TagDraft): void {
  const stored = findTag(db, tagId)
  if (!stored) throw new AppError('not-found')
  recorder.updated('tag', tagId, 'name', stored.name, draft.name)
  recorder.updated('tag', tagId, 'color', stored.color, draft.color)
  recorder.updated('tag', tagId, 'expires_on', stored.expires_on, draft.expiresOn)
  updateTag(db, tagId, draft)
  if (stored.name !== draft.name) queueForIndexing(db, customersOf(db, tagId))
}

/**
 * Puts one tag in the place of others: whoever has one of them has that one, once, saved views and rules ask for it, and the
 * others go. It keeps its rule; without one it takes that of the first other that has one.
 *
 * Shape: `customers` counts those whose tags changed. Errors: not-found.
 */
export function mergeTags(db: WritableDb, intoId: number, tagIds: readonly number[], act: Act) {
  const gone = [...new Set(tagIds)].filter(tagId => tagId !== intoId)
  return changeLinks(db, 'tags-merged', act, recorder => {
    if (!findTag(db, intoId)) throw new AppError('not-found')
    const writes = prepareLinkWrites(db)
    // Whose rule is not the one that stays: what it put on is kept as if by hand.
    const ruleOf = followMergedRules(db, recorder, intoId, gone)
    const owners = new Map(listLinks(db, intoId).map(link => [link.customer_id, link.by_rule]))
    const changed = new Set<number>()
    for (const tagId of gone) {
      for (const { customer_tag_id, customer_id, by_rule } of listLinks(db, tagId)) {
        changed.add(customer_id)
        const kept = tagId === ruleOf ? by_rule : 0
        if ((owners.get(customer_id) ?? 2) <= kept) {
          recorder.deleting('customer_tag', customer_tag_id)
          writes.remove(customer_tag_id)
          continue
        }
        owners.set(customer_id, kept)
        recorder.updated('customer_tag', customer_tag_id, 'by_rule', by_rule, kept)
        recorder.updated('customer_tag', customer_tag_id, 'tag_id', tagId, intoId)
        writes.move(customer_tag_id, intoId, kept)
      }
      removeTag(db, recorder, tagId)
    }
    followMergedTags(db, recorder, intoId, new Set(gone))
    followTagsInSegments(db, recorder, { intoId, gone: new Set(gone) }, act)
    return changed
  })
}

/** Removes tags, also from the customers who have them. Shape: `customers` counts these. Errors: not-found. */
export function removeTags(db: WritableDb, tagIds: readonly number[], act: Act) {
  return changeLinks(db, 'tags-removed', act, recorder => {
    const changed = new Set<number>()
    for (const tagId of new Set(tagIds)) {
      takeOff(db, recorder, tagId, changed)
      removeTag(db, recorder, tagId)
    }
    return changed
  })
}

/**
 * Takes the tags whose last day is past off the customers who have them; the tags themselves stay, to be used again.
 *
 * Empty: null when there was none, and no change set. It is no step of the operator: Ctrl+Z passes it over.
 */
export function expireTags(db: WritableDb, act: Act): number | null {
  const expired = listExpiredTags(db, todayOf(db, act.now))
  if (expired.length === 0) return null
  return changeLinks(db, 'tags-expired', act, recorder => {
    const changed = new Set<number>()
    for (const tagId of expired) takeOff(db, recorder, tagId, changed)
    return changed
  }).changeSetId
}

type LinkKind = 'tags-merged' | 'tags-removed' | 'tags-expired'

function changeLinks(
  db: WritableDb,
  kind: LinkKind,
  act: Act,
  write: (recorder: ChangeRecorder) => ReadonlySet<number>,
): { readonly changeSetId: number; readonly customers: number } {
  let customers = 0
  const changeSetId = changeTogether(db, factsOf(kind, act), recorder => {
    const changed = write(recorder)
    customers = changed.size
    queueForIndexing(db, [...changed])
    raiseRevision(db, 'customers')
  })
  if (changeSetId === null) throw new AppError('not-found')
  return { changeSetId, customers }
}

function takeOff(db: WritableDb, recorder: ChangeRecorder, tagId: number, changed: Set<number>): void {
  const writes = prepareLinkWrites(db)
  for (const { customer_tag_id, customer_id } of listLinks(db, tagId)) {
    changed.add(customer_id)
    recorder.deleting('customer_tag', customer_tag_id)
    writes.remove(customer_tag_id)
  }
}

function removeTag(db: WritableDb, recorder: ChangeRecorder, tagId: number): void {
  if (!findTag(db, tagId)) throw new AppError('not-found')
  recorder.deleting('tag', tagId)
  deleteTag(db, tagId)
}

function customersOf(db: WritableDb, tagId: number): number[] {
  return listLinks(db, tagId).map(link => link.customer_id)
}
