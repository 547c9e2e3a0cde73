import { z } from 'zod'
import { CustomerFilter } from '#shared/domain/customer-filter.ts'
import { Tag, TagDraft, TagId, TagRule } from '#shared/domain/tag.ts'
import type { Contract } from './method.ts'

export const tagsContract = {
  /** All tags by name. How many customers have each: `customers.countTags`. */
  'tags.list': { kind: 'query', on: 'main', request: z.object({}), response: z.array(Tag) },
  /** Makes a tag (`tagId` null) or changes one. A name that another tag has answers `tag-exists` with its `tagId`. */
  'tags.save': {
    kind: 'command',
    on: 'writer',
    request: z.object({ tagId: TagId.nullable(), draft: TagDraft }),
    response: z.object({ tagId: TagId, changeSetId: z.int().nullable() }),
  },
  /** The rules of tags, and why one is not followed. */
  'tags.listRules': { kind: 'query', on: 'main', request: z.object({}), response: z.array(TagRule) },
  /**
   * Gives a tag a rule, or with null takes it away: who has the tag keeps it then. The rule is followed in the background.
   * One that asks for the tag itself answers `tag-rule-circle`.
   */
  'tags.setRule': {
    kind: 'command',
    on: 'writer',
    request: z.object({ tagId: TagId, rule: CustomerFilter.nullable() }),
    response: z.object({ changeSetId: z.int().nullable() }),
  },
  /** Puts one tag in the place of others, which go. */
  'tags.merge': {
    kind: 'command',
    on: 'writer',
    request: z.object({ intoId: TagId, tagIds: z.array(TagId).min(1).max(200) }),
    response: z.object({ changeSetId: z.int(), customers: z.int().nonnegative() }),
  },
  /** Removes tags, also from the customers who have them. */
  'tags.remove': {
    kind: 'command',
    on: 'writer',
    request: z.object({ tagIds: z.array(TagId).min(1).max(200) }),
    response: z.object({ changeSetId: z.int(), customers: z.int().nonnegative() }),
  },
} as const satisfies Contract
