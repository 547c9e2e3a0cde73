import type { ContributionGroup } from '#shared/domain/contribution.ts'
import { type ContributionRuleSet, readyRuleSets } from '#shared/domain/contribution-rule-set.ts'
import type { CustomerId } from '#shared/domain/customer.ts'
import type { CustomerFilter, FilterRequest } from '#shared/domain/customer-filter.ts'
import type { ReportRequest } from '#shared/domain/report.ts'
import type { MemberSelector, RfmRequest } from '#shared/domain/rfm-analysis.ts'

/** What the operator chose at the left of the page. */
export type ReportChoice = {
  readonly kind: ReportRequest['kind']
  readonly customerId: CustomerId | null
  readonly selector: MemberSelector
  /** Whether a portrait is of the chosen customer or of the chosen segment. */
  readonly portraitOf: 'customer' | 'members'
  /** Whose media are counted; null for all customers. */
  readonly where: FilterRequest | null
  /** Rules and group of the contribution sheet; null for those of all seven groups by the printed reading. */
  readonly contribution: ContributionChoice | null
  readonly fileSections: readonly FileSection[]
  readonly segmentSections: readonly SegmentSection[]
  readonly contributionSections: readonly ContributionSection[]
  readonly isMasked: boolean
  readonly hasHoleMargin: boolean
}

export const fileSections = ['card', 'fields', 'figures', 'credit', 'orders', 'signature'] as const
export type FileSection = (typeof fileSections)[number]
export const segmentSections = ['chart', 'rule', 'members'] as const
export type SegmentSection = (typeof segmentSections)[number]

export const contributionSections = ['chart', 'rule', 'policy', 'members'] as const
export type ContributionSection = (typeof contributionSections)[number]

/** Which rules the sheet of the seven groups goes by, and whose customers it lists. */
export type ContributionChoice = {
  readonly ruleSet: ContributionRuleSet
  readonly group: ContributionGroup | null
}

/** What is printed unless it is changed: everything, in full, with room for the holes of a binder. */
export const firstChoice: ReportChoice = {
  kind: 'customer-file',
  customerId: null,
  selector: { kind: 'all' },
  portraitOf: 'customer',
  where: null,
  contribution: null,
  fileSections,
  segmentSections,
  contributionSections,
  isMasked: false,
  hasHoleMargin: true,
}

/**
 * The request for a choice; `textOf` puts a filter into words. Empty: null while no customer is chosen for a customer's file.
 */
export function toReportRequest(
  choice: ReportChoice,
  analysis: RfmRequest,
  textOf: (filter: CustomerFilter) => string,
): ReportRequest | null {
  const { isMasked, hasHoleMargin, where } = choice
  if (choice.kind === 'media')
    return { kind: 'media', where, whereText: where && textOf(where.filter), hasHoleMargin }
  if (choice.kind === 'segment')
    return {
      kind: 'segment',
      analysis,
      selector: choice.selector,
      sections: [...choice.segmentSections],
      isMasked,
      hasHoleMargin,
    }
  if (choice.kind === 'portrait' && choice.portraitOf === 'members')
    return { kind: 'portrait', of: { kind: 'members', selector: choice.selector }, analysis, hasHoleMargin }
  if (choice.kind === 'contribution') {
    const [printed] = readyRuleSets
    const { ruleSet, group } = choice.contribution ?? { ruleSet: printed, group: null }
    const sections = [...choice.contributionSections]
    return ruleSet
      ? { kind: 'contribution', asOf: analysis.asOf, ruleSet, group, sections, isMasked, hasHoleMargin }
      : null
  }
  if (choice.customerId === null) return null
  if (choice.kind === 'portrait')
    return {
      kind: 'portrait',
      of: { kind: 'customer', customerId: choice.customerId },
      analysis,
      hasHoleMargin,
    }
  return {
    kind: 'customer-file',
    customerId: choice.customerId,
    analysis,
    sections: [...choice.fileSections],
    isMasked,
    hasHoleMargin,
  }
}
