import { z } from 'zod'
import { raiseRevision } from '#main/changes/revision.service.ts'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { getSetting, saveSetting } from '#main/settings/setting.service.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { RfmRuleSet } from '#shared/domain/rfm-analysis.ts'
import { SegmentRuleSet } from '#shared/domain/segment.ts'
import { classicEight, tenSegments } from './segmentation/segment-rules.ts'

const settingKey = 'rfm-rule-sets'

/** The built-in rule sets; both take their cut points from the customers of the day. */
export const builtInRuleSets: readonly RfmRuleSet[] = [
  { code: 'classic-eight', name: null, version: 1, cutPoints: null, ...copyOf(classicEight()) },
  { code: 'ten-segments', name: null, version: 1, cutPoints: null, ...copyOf(tenSegments) },
]

function copyOf(rules: SegmentRuleSet): Pick<RfmRuleSet, 'segments' | 'otherwise'> {
  return { segments: [...rules.segments], otherwise: rules.otherwise }
}

/** Lists the newest version of every rule set: the built-in ones, as saved where they were changed, then the operator's own. */
export function listRuleSets(db: ReadableDb): RfmRuleSet[] {
  const saved = listVersions(db)
  const newest = new Map(builtInRuleSets.map(ruleSet => [ruleSet.code, ruleSet]))
  for (const ruleSet of saved) newest.set(ruleSet.code, ruleSet)
  return [...newest.values()]
}

/** Finds the newest version of a rule set. Errors: rule-invalid for an unknown code. */
export function getRuleSet(db: ReadableDb, code: string): RfmRuleSet {
  const found = listRuleSets(db).find(ruleSet => ruleSet.code === code)
  if (!found) throw new AppError('rule-invalid')
  return found
}

/** Saves a rule set as a new version; earlier ones stay as they are. Errors: rule-invalid when its codes repeat. */
export function saveRuleSet(db: WritableDb, ruleSet: Omit<RfmRuleSet, 'version'>): RfmRuleSet {
  if (!SegmentRuleSet.safeParse(ruleSet).success) throw new AppError('rule-invalid')
  return db.transaction(() => {
    const known = [...builtInRuleSets, ...listVersions(db)].filter(one => one.code === ruleSet.code)
    const saved = { ...ruleSet, version: 1 + Math.max(0, ...known.map(one => one.version)) }
    saveSetting(db, settingKey, [...listVersions(db), saved])
    raiseRevision(db, 'rules')
    return saved
  })
}

function listVersions(db: ReadableDb): RfmRuleSet[] {
  return getSetting(db, settingKey, z.array(RfmRuleSet)) ?? []
}
