import type { Act } from '#main/changes/change-log.service.ts'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import { listTags } from './tag.queries.ts'
import { mergeTags, removeTags, saveTag } from './tag.service.ts'
import { listTagRules, setTagRule } from './tag-rule.service.ts'

/** Reads of the tags room. */
export const tagQueries = (db: ReadableDb) =>
  ({ 'tags.list': () => listTags(db), 'tags.listRules': () => listTagRules(db) }) satisfies Partial<Handlers>

/** Writes of the tags room. `act` says who acts and when. */
export const tagCommands = (db: WritableDb, act: () => Act) =>
  ({
    'tags.save': ({ tagId, draft }) => saveTag(db, tagId, draft, act()),
    'tags.merge': ({ intoId, tagIds }) => mergeTags(db, intoId, tagIds, act()),
    'tags.setRule': ({ tagId, rule }) => setTagRule(db, tagId, rule, act()),
    'tags.remove': ({ tagIds }) => removeTags(db, tagIds, act()),
  }) satisfies Partial<Handlers>
