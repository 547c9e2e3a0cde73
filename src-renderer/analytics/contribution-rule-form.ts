import { ContributionRules } from '#shared/domain/contribution.ts'

/** The figures as they stand in the form: shares in percent; null while a field is empty. */
export type RuleFigures = Readonly<Record<RuleFigure, number | null>>

/** The figures of the form in their order, in groups. */
export const figureGroups = {
  score: ['recentFrom', 'recentTo', 'recentFactor', 'baseFrom', 'baseTo'],
  levels: ['topShare', 'highShare', 'middleShare'],
  groups: ['comparedMonths', 'lossShare', 'growthFactor', 'pauseMonths', 'seasonMonths'],
} as const

/** A figure of the form. */
export type RuleFigure = (typeof figureGroups)[keyof typeof figureGroups][number]

/** Gives the rules as figures of the form. */
export function toFigures(rules: ContributionRules): RuleFigures {
  const percent = (share: number) => Math.round(1000 * share) / 10
  return {
    ...{ recentFrom: rules.recent.fromMonths, recentTo: rules.recent.toMonths },
    ...{ baseFrom: rules.base.fromMonths, baseTo: rules.base.toMonths, recentFactor: rules.recentFactor },
    ...{ topShare: percent(rules.topShare), highShare: percent(rules.highShare) },
    ...{ middleShare: percent(rules.middleShare), lossShare: percent(rules.lossShare) },
    ...{ comparedMonths: rules.comparedMonths, growthFactor: rules.growthFactor },
    ...{ pauseMonths: rules.pauseMonths, seasonMonths: rules.seasonMonths },
  }
}

/** Gives the figures as rules. Empty: null where they are no rules. */
export function toRules(figures: RuleFigures): ContributionRules | null {
  const share = (percent: number | null) => (percent === null ? null : percent / 100)
  const rules = ContributionRules.safeParse({
    recent: { fromMonths: figures.recentFrom, toMonths: figures.recentTo },
    base: { fromMonths: figures.baseFrom, toMonths: figures.baseTo },
    ...{ recentFactor: figures.recentFactor, comparedMonths: figures.comparedMonths },
    ...{ topShare: share(figures.topShare), highShare: share(figures.highShare) },
    ...{ middleShare: share(figures.middleShare), lossShare: share(figures.lossShare) },
    ...{ growthFactor: figures.growthFactor, pauseMonths: figures.pauseMonths },
    seasonMonths: figures.seasonMonths,
  })
  return rules.success ? rules.data : null
}
