import { type CalendarDate, toDayNumber } from '#shared/domain/calendar-date.ts'
import { Ability, DemandSize, FunnelStage, Intention } from '#shared/domain/funnel.ts'
import type { StepRow } from './funnel-step.queries.ts'
import { type StepColumns, stageCode } from './stage-stays.ts'

/** The steps of all customers as columns: what the counts need. Grades are 1 + their place in the scale, 0 where none was given. */
export type FunnelColumns = StepColumns & {
  readonly stepId: Int32Array
  readonly intention: Uint8Array
  readonly ability: Uint8Array
  readonly demand: Uint8Array
  readonly isRefused: Uint8Array
}

/** Makes columns of rows, which come by customer, day and key. */
export function toFunnelColumns(rows: Iterable<StepRow>): FunnelColumns {
  const all = [...rows]
  const size = all.length
  const columns = {
    ...{ customer: new Int32Array(size), day: new Int32Array(size), stepId: new Int32Array(size) },
    ...{ stage: new Uint8Array(size), intention: new Uint8Array(size), ability: new Uint8Array(size) },
    ...{ demand: new Uint8Array(size), isRefused: new Uint8Array(size) },
  }
  const dayOf = new Map<CalendarDate, number>()
  for (const [at, row] of all.entries()) {
    const [customerId, movedOn, stage, intention, ability, demand, isRefused, stepId] = row
    const day = dayOf.get(movedOn) ?? toDayNumber(movedOn)
    dayOf.set(movedOn, day)
    columns.customer[at] = customerId
    columns.day[at] = day
    columns.stage[at] = stageCode[stage]
    columns.intention[at] = gradeCode(Intention.options, intention)
    columns.ability[at] = gradeCode(Ability.options, ability)
    columns.demand[at] = gradeCode(DemandSize.options, demand)
    columns.isRefused[at] = isRefused
    columns.stepId[at] = stepId
  }
  return columns
}

const gradeCode = <Grade extends string>(scale: readonly Grade[], grade: Grade | null) =>
  grade === null ? 0 : 1 + scale.indexOf(grade)

/** What a step says, read back from its columns. */
export function readStep(columns: FunnelColumns, step: number) {
  const grade = <Grade>(scale: readonly Grade[], column: Uint8Array) => scale[(column[step] ?? 0) - 1] ?? null
  return {
    stage: FunnelStage.options[columns.stage[step] ?? 0] as FunnelStage,
    intention: grade(Intention.options, columns.intention),
    ability: grade(Ability.options, columns.ability),
    demand: grade(DemandSize.options, columns.demand),
    isRefused: columns.isRefused[step] === 1,
  }
}
