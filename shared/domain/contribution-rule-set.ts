import { z } from 'zod'
import {
  ContributionGroup,
  ContributionPreset,
  ContributionRules,
  contributionPresets,
} from './contribution.ts'

const Code = z.string().min(1).max(50)

/**
 * Rules of the contribution score under a name. A version is never changed: what differs is another version.
 *
 * Shape: the two ready readings have no name of their own and stay as they are.
 */
export const ContributionRuleSet = z.object({
  code: Code,
  name: z.string().trim().min(1).max(50).nullable(),
  version: z.int().positive(),
  rules: ContributionRules,
})
export type ContributionRuleSet = z.infer<typeof ContributionRuleSet>

/** The two ready readings as rule sets. */
export const readyRuleSets: readonly ContributionRuleSet[] = ContributionPreset.options.map(code => ({
  ...{ code, name: null, version: 1, rules: contributionPresets[code] },
}))

/** Rules to be saved: a new version of a set of the operator's own, or under null a new set. */
export const ContributionRulesDraft = z.object({
  code: Code.nullable(),
  name: z.string().trim().min(1).max(50),
  rules: ContributionRules,
})
export type ContributionRulesDraft = z.infer<typeof ContributionRulesDraft>

/** What the operator wrote for a group; null where the advice of the source stands. */
export const GroupPolicy = z.object({
  group: ContributionGroup,
  text: z.string().trim().min(1).max(500).nullable(),
})
export type GroupPolicy = z.infer<typeof GroupPolicy>

/** Every version of every rule set, the ready ones first, a set's newest version first; and the policies that were written. */
export const ContributionSettings = z.object({
  versions: z.array(ContributionRuleSet),
  policies: z.array(GroupPolicy),
})
export type ContributionSettings = z.infer<typeof ContributionSettings>
