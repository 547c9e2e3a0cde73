import type { ContributionAnalyst } from '#main/analytics/contribution.service.ts'
import { getGroupMembers, listGroupIndexes } from '#main/analytics/contribution-members.service.ts'
import { getContributionSettings } from '#main/analytics/contribution-settings.service.ts'
import type { ReadableDb } from '#main/database/db.ts'
import { getArchiveSettings } from '#main/settings/setting.service.ts'
import { contributionGroups } from '#shared/domain/contribution.ts'
import { maskPhone } from '#shared/domain/masking.ts'
import type { ReportData, ReportRequest } from '#shared/domain/report.ts'
import { mostMembers } from './report.service.ts'

/**
 * Gathers the sheet of the seven groups, or the list of one of them for phoning.
 *
 * Shape: members by group in the order of the rules and within it by score; those who refused contact are left out and counted. Of all
 * groups those of none of the seven are not listed.
 */
export function getContributionReport(
  db: ReadableDb,
  request: Extract<ReportRequest, { kind: 'contribution' }>,
  analyst: ContributionAnalyst,
): ReportData {
  const { asOf, ruleSet, group, sections, isMasked, hasHoleMargin } = request
  const { shopName, currency } = getArchiveSettings(db)
  const result = analyst.analyse({ asOf, rules: ruleSet.rules })
  const groups = group ? [group] : contributionGroups.filter(one => one !== 'unassigned')
  const sort = { column: 'scoreMinor' as const, isDescending: true }
  const indexes = groups.flatMap(one => listGroupIndexes(db, result, one, sort))
  const reachable = indexes.filter(index => result.columns.isContactRefused[index] !== 1)
  const members = getGroupMembers(db, result, reachable.slice(0, mostMembers))
  return {
    ...{ kind: 'contribution', shopName, currency, ruleSet, group, sections, isMasked, hasHoleMargin },
    analysis: result.summary,
    policies: getContributionSettings(db).policies,
    members: isMasked
      ? members.map(member => ({ ...member, phone: member.phone === null ? null : maskPhone(member.phone) }))
      : members,
    memberCount: reachable.length,
    refusedCount: indexes.length - reachable.length,
  }
}
