import { z } from 'zod'
import { raiseRevision } from '#main/changes/revision.service.ts'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { getSetting, saveSetting } from '#main/settings/setting.service.ts'
import { AppError } from '#shared/contract/app-error.ts'
import {
  ContributionRuleSet,
  type ContributionRulesDraft,
  type ContributionSettings,
  GroupPolicy,
  readyRuleSets,
} from '#shared/domain/contribution-rule-set.ts'

const rulesKey = 'contribution-rule-sets'
const policiesKey = 'contribution-policies'

/** Reads all versions of the rules and the policies that the operator wrote. */
export function getContributionSettings(db: ReadableDb): ContributionSettings {
  const own = listOwn(db)
  const codes = [...new Set(own.map(({ code }) => code))]
  return {
    versions: [...readyRuleSets, ...codes.flatMap(code => own.filter(one => one.code === code).toReversed())],
    policies: listPolicies(db),
  }
}

/**
 * Saves rules as a new version of a set, or as a new set; what was saved earlier stays as it is.
 *
 * Errors: rule-invalid for a set that does not exist, and for a ready one.
 */
export function saveContributionRules(db: WritableDb, draft: ContributionRulesDraft): ContributionRuleSet {
  return db.transaction(() => {
    const own = listOwn(db)
    const known = own.filter(({ code }) => code === draft.code)
    if (draft.code !== null && known.length === 0) throw new AppError('rule-invalid')
    const setCount = new Set(own.map(({ code }) => code)).size
    const saved: ContributionRuleSet = {
      code: draft.code ?? `own-${setCount + 1}`,
      name: draft.name,
      version: known.length + 1,
      rules: draft.rules,
    }
    saveSetting(db, rulesKey, [...own, saved])
    raiseRevision(db, 'rules')
    return saved
  })
}

/** Writes what is to be done for a group; null brings the advice of the source back. */
export function saveGroupPolicy(db: WritableDb, policy: GroupPolicy): null {
  return db.transaction(() => {
    const others = listPolicies(db).filter(({ group }) => group !== policy.group)
    saveSetting(db, policiesKey, policy.text === null ? others : [...others, policy])
    raiseRevision(db, 'rules')
    return null
  })
}

function listOwn(db: ReadableDb): ContributionRuleSet[] {
  return getSetting(db, rulesKey, z.array(ContributionRuleSet)) ?? []
}

function listPolicies(db: ReadableDb): GroupPolicy[] {
  return getSetting(db, policiesKey, z.array(GroupPolicy)) ?? []
}
