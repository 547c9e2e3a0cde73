import type { StageFlow } from '#shared/domain/funnel.ts'
import { type Stays, stageCode, stillThere } from './stage-stays.ts'

/** Counts of the stays in one stage; atStart + entered = onward + back + left + atEnd. */
export type FlowCounts = {
  atStart: number
  entered: number
  onward: number
  back: number
  left: number
  atEnd: number
  /** Stays during which the customer bought, within the period. */
  bought: number
}

/** Tells whether a customer bought between two days, both included. Units: day numbers. */
export type BoughtBetween = (customer: number, first: number, last: number) => boolean

/**
 * Counts what became of the stays in each of the three stages in the days after `from` up to `asOf`.
 *
 * Shape: a stay that began by `from` and lasted beyond it stood there at the start; one that began later entered. One that
 * began and ended on the same day entered and went on.
 * Units: day numbers; `from` -Infinity counts from the first move on.
 */
export function countStageFlows(
  stays: Stays,
  { from, asOf }: { readonly from: number; readonly asOf: number },
  hasBought: BoughtBetween,
): readonly FlowCounts[] {
  const flows = [stageCode.analysis, stageCode.prospect, stageCode.target].map(() => ({
    ...{ atStart: 0, entered: 0, onward: 0, back: 0, left: 0, atEnd: 0, bought: 0 },
  }))
  for (let stay = 0; stay < stays.stage.length; stay++) {
    const stage = stays.stage[stay] as number
    const flow = flows[stage]
    const [start, end] = [stays.startDay[stay] as number, stays.endDay[stay] as number]
    if (!flow || start > asOf || (start <= from && end <= from)) continue
    if (start <= from) flow.atStart++
    else flow.entered++
    const next = stays.next[stay] as number
    if (end === stillThere || end > asOf) flow.atEnd++
    else if (next === stageCode.left) flow.left++
    else if (next > stage) flow.onward++
    else flow.back++
    const customer = stays.customer[stay] as number
    if (hasBought(customer, Math.max(start, from + 1), Math.min(end, asOf))) flow.bought++
  }
  return flows
}

/** Makes rates of the counts: of all who stood or came there, how many went on; of the third stage, how many bought. Empty: null for nobody. */
export function shownFlows(flows: readonly FlowCounts[]): StageFlow[] {
  return (['analysis', 'prospect', 'target'] as const).map(stage => {
    const { bought, ...flow } = flows[stageCode[stage]] as FlowCounts
    const all = flow.atStart + flow.entered
    const share = (part: number) => (all === 0 ? null : part / all)
    const isLast = stage === 'target'
    return {
      ...{ stage, ...flow, rate: isLast ? null : share(flow.onward) },
      ...{ bought: isLast ? bought : null, boughtRate: isLast ? share(bought) : null },
    }
  })
}
