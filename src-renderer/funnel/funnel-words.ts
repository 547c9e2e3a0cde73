import type { Translation } from '#renderer/i18n/use-translation.ts'
import type { FunnelCard, FunnelColumn, FunnelMove, FunnelStage, FunnelStep } from '#shared/domain/funnel.ts'

/** What is judged of a customer, as far as a move takes it along. */
export type Judged = Pick<
  FunnelStep,
  'stage' | 'intention' | 'intentionReason' | 'ability' | 'abilityReason' | 'demand' | 'demandNote'
>

/** Nothing judged yet. */
export const unjudged: Judged = {
  ...{ stage: 'analysis', intention: null, intentionReason: null, ability: null },
  ...{ abilityReason: null, demand: null, demandNote: null },
}

/** The stage and sub-type of a column. */
export function stageOfColumn(column: FunnelColumn): Pick<FunnelMove, 'stage'> & {
  readonly ability?: FunnelMove['ability']
} {
  switch (column) {
    case 'target-none':
      return { stage: 'target', ability: 'none' }
    case 'target-weak':
      return { stage: 'target', ability: 'weak' }
    case 'target-strong':
      return { stage: 'target', ability: 'strong' }
    default:
      return { stage: column }
  }
}

/** Stages in the order in which one goes through them. */
export const stagesInOrder: readonly FunnelStage[] = ['analysis', 'prospect', 'target', 'left']

/** The stage of the decision to buy, in words (K5). Empty: null where the card says nothing. */
export function decisionText(card: FunnelCard, { tCode }: Pick<Translation, 'tCode'>): string | null {
  if (!card.decisionStage) return null
  const { name, code } = card.decisionStage
  return name ?? tCode(`card-option.decision-stage.${code}`)
}
