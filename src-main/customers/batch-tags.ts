import type { Act } from '#main/changes/change-log.service.ts'
import type { WritableDb } from '#main/database/db.ts'
import { type Tick, untold } from '#main/threads/tick.ts'
import type { BatchResult } from '#shared/domain/batch-edit.ts'
import { mostTags } from '#shared/domain/customer.ts'
import { toStoredText } from '#shared/domain/text.ts'
import { listTagsOfMany } from './batch.queries.ts'
import { changeMany } from './batch.ts'
import { deleteCustomerTag, insertCustomerTag } from './customer.queries.ts'
import { getTagId } from './save-card.ts'

type Write = Parameters<typeof changeMany>[3]['write']

/**
 * Puts tags on many customers; one act, taken back as one. Tags that do not exist are made.
 *
 * Shape: a customer who would have more than fifty gets none of them.
 * Cost: one read for each thousand, a write and a line of the change log for each tag that is put on.
 */
export function addTagsToMany(
  db: WritableDb,
  customerIds: readonly number[],
  names: readonly string[],
  act: Act,
  tick: Tick = untold,
): BatchResult {
  const wanted = [...new Set(names.map(toStoredText).filter(name => name !== ''))]
  const known = new Map<string, number>()
  const write: Write = (recorder, customers, refuse) => {
    const tagIdOf = (name: string) => {
      const tagId = known.get(name) ?? getTagId(db, recorder, name)
      known.set(name, tagId)
      return tagId
    }
    const ids = customers.map(({ customer_id }) => customer_id)
    const tagsOf = tagIdsOf(db, ids)
    return ids.filter(customerId => {
      const own = tagsOf.get(customerId) ?? new Set()
      const missing = wanted.map(tagIdOf).filter(tagId => !own.has(tagId))
      if (own.size + missing.length > mostTags && missing.length > 0) {
        refuse('too-many-tags')
        return false
      }
      for (const tagId of missing) recorder.inserted('customer_tag', insertCustomerTag(db, customerId, tagId))
      return missing.length > 0
    })
  }
  return changeMany(db, customerIds, act, { kind: 'customers-tagged', factsOn: null, write }, tick)
}

/** Takes tags off many customers; one act, taken back as one. The tags themselves stay. */
export function removeTagsFromMany(
  db: WritableDb,
  customerIds: readonly number[],
  tagIds: readonly number[],
  act: Act,
  tick: Tick = untold,
): BatchResult {
  const unwanted = new Set(tagIds)
  const write: Write = (recorder, customers) => {
    const ids = customers.map(({ customer_id }) => customer_id)
    const links = listTagsOfMany(db, ids).filter(({ tag_id }) => unwanted.has(tag_id))
    for (const { customer_tag_id } of links) {
      recorder.deleting('customer_tag', customer_tag_id)
      deleteCustomerTag(db, customer_tag_id)
    }
    return links.map(({ customer_id }) => customer_id)
  }
  return changeMany(db, customerIds, act, { kind: 'customers-untagged', factsOn: null, write }, tick)
}

function tagIdsOf(db: WritableDb, customerIds: readonly number[]): ReadonlyMap<number, Set<number>> {
  const tagIds = new Map(customerIds.map(customerId => [customerId, new Set<number>()]))
  for (const { customer_id, tag_id } of listTagsOfMany(db, customerIds)) tagIds.get(customer_id)?.add(tag_id)
  return tagIds
}
