import type { SegmentColor } from '#renderer/design/tokens.ts'
import type {
  ContributionAnalysis,
  ContributionGroup,
  ContributionRules,
  MonthSpan,
} from '#shared/domain/contribution.ts'
import type { ContributionRuleSet, GroupPolicy } from '#shared/domain/contribution-rule-set.ts'
import { formatRate } from './score-words.ts'
import type { Translation } from './use-translation.ts'

/** The groups as they are drawn, those who contribute most first, with the segment colours that they borrow by meaning. */
export const groupColors = {
  'stable-top': 'valueHi',
  'growing-high': 'growHi',
  'stable-middle': 'valueLo',
  'lost-middle': 'holdHi',
  'lost-low': 'winLo',
  'seasonal-low': 'growLo',
  'back-low': 'holdLo',
  unassigned: 'none',
} as const satisfies Record<ContributionGroup, SegmentColor>

/** The groups with their sums in the order in which they are drawn; those of none of the seven last. */
export function drawnGroups({ groups }: ContributionAnalysis) {
  const order = Object.keys(groupColors)
  return groups.toSorted((a, b) => order.indexOf(a.group) - order.indexOf(b.group))
}

/** How many customers are in one of the seven groups, and how many in none. */
export function countGrouped({ groups, customerCount }: ContributionAnalysis) {
  const unassigned = groups.find(({ group }) => group === 'unassigned')?.customerCount ?? 0
  return { grouped: customerCount - unassigned, unassigned }
}

/** Who is in a group, in one sentence with the figures of the rules. */
export function whoWords({ tCode }: Translation, group: ContributionGroup, rules: ContributionRules): string {
  return tCode(`contribution.who.${group}`, {
    top: formatRate(rules.topShare),
    high: formatRate(rules.highShare),
    middle: formatRate(rules.middleShare),
    loss: formatRate(rules.lossShare),
    factor: String(rules.growthFactor),
    months: rules.comparedMonths,
    season: rules.seasonMonths,
    pause: rules.pauseMonths,
    recent: rules.recent.fromMonths,
  })
}

/** A set of rules by its name; the ready readings have theirs in the catalogue and no versions. */
export function ruleSetWords({ t, tCode }: Translation, ruleSet: Omit<ContributionRuleSet, 'rules'>): string {
  const { code, name, version } = ruleSet
  return name === null
    ? tCode(`contribution.reading.${code}`)
    : t('segments.ruleVersion', { name, version: String(version) })
}

/** What the source advises for a group. Empty: null where it says nothing. */
export function advisedPolicy({ t }: Translation, group: ContributionGroup): string | null {
  return group === 'stable-top' || group === 'growing-high' || group === 'lost-middle'
    ? t(`contribution.policy.${group}`)
    : null
}

/** What is to be done for a group: as the operator wrote it, as the source advises, or that it says nothing. */
export function policyWords(
  translation: Translation,
  group: ContributionGroup,
  policies: readonly GroupPolicy[],
): string | null {
  const { t } = translation
  const own = policies.find(one => one.group === group)?.text
  if (own) return t('contribution.policy', { text: own })
  if (group === 'unassigned') return null
  return t('contribution.policy', {
    text: advisedPolicy(translation, group) ?? t('contribution.policy.none'),
  })
}

/** The score with both its terms and their days. */
export function formulaWords(
  translation: Translation,
  { rules, recent, base }: ContributionAnalysis,
): string {
  return translation.t('contribution.formula', {
    recent: spanWords(translation, rules.recent, recent),
    factor: String(rules.recentFactor),
    base: spanWords(translation, rules.base, base),
  })
}

function spanWords({ t }: Translation, span: MonthSpan, days: ContributionAnalysis['recent']): string {
  const { fromMonths: from, toMonths: to } = span
  const dates = { first: days.firstOn, last: days.lastOn }
  return to === 0
    ? t('contribution.span.last', { months: from, ...dates })
    : t('contribution.span.past', { from, to, ...dates })
}

/** The head of the column of a term. */
export function termTitle({ t }: Translation, { fromMonths: from, toMonths: to }: MonthSpan): string {
  return to === 0
    ? t('contribution.member.last', { months: from })
    : t('contribution.member.past', { from, to })
}
