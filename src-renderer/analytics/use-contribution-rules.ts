import { useRequest } from '#renderer/ipc/use-request.ts'
import type { ContributionRuleSet, GroupPolicy } from '#shared/domain/contribution-rule-set.ts'

const readyCode = 'as-printed'

/** The rules of the contribution score as they are now: the newest version of each set, and the one that is chosen. */
export type ContributionRulesNow = {
  readonly chosen: ContributionRuleSet
  readonly newest: readonly ContributionRuleSet[]
  readonly versions: readonly ContributionRuleSet[]
  readonly policies: readonly GroupPolicy[]
}

/** Asks for the rules; a set that is not there any more gives way to the printed reading. Empty: undefined until they are known. */
export function useContributionRules(code: string): ContributionRulesNow | undefined {
  const { data } = useRequest('analytics.getContributionSettings', {})
  if (!data) return undefined
  const { versions, policies } = data
  const newest = versions.filter((one, at) => versions.findIndex(other => other.code === one.code) === at)
  const chosen = newest.find(one => one.code === code) ?? newest.find(one => one.code === readyCode)
  return chosen && { chosen, newest, versions, policies }
}
