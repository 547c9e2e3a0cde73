import { type Act, changeCustomers } from '#main/changes/change-log.service.ts'
import { getCustomerRows } from '#main/customers/customer.service.ts'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { todayOf } from '#main/settings/setting.service.ts'
import { inSteps, type Tick, untold } from '#main/threads/tick.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { FunnelMove, type FunnelStep } from '#shared/domain/funnel.ts'
import { toStoredTextOrNull } from '#shared/domain/text.ts'
import {
  deleteStep,
  findStep,
  insertStep,
  listOutside,
  listSteps,
  type StoredStep,
} from './funnel-step.queries.ts'

/** Reads how a customer went through the funnel, the newest step first. */
export function getFunnelSteps(db: ReadableDb, customerId: number): FunnelStep[] {
  return listSteps(db, customerId).map(step => ({
    ...{ funnelStepId: step.funnel_step_id, stage: step.stage, movedOn: step.moved_on, note: step.note },
    ...{ intention: step.intention, intentionReason: step.intention_reason },
    ...{ ability: step.ability, abilityReason: step.ability_reason },
    ...{ demand: step.demand, demandNote: step.demand_note },
  }))
}

/**
 * Moves a customer into a stage, or notes a new judgement within it. A move of an earlier day than the newest takes its
 * place among the others.
 *
 * Errors: invalid-request for a move with gaps or of a day to come; not-found for a customer who does not exist or is in the bin.
 * Empty: changeSetId null when the customer stands there already and is judged so.
 */
export function moveCustomer(db: WritableDb, customerId: number, move: FunnelMove, act: Act) {
  const asked = FunnelMove.safeParse(move)
  if (!asked.success || move.movedOn > todayOf(db, act.now)) throw new AppError('invalid-request')
  const changeSetId = changeCustomers(db, 'funnel-moved', act, recorder => {
    if (getCustomerRows(db, [customerId]).length === 0) throw new AppError('not-found')
    const step = columnsOf(asked.data)
    const newest = listSteps(db, customerId)[0]
    if (newest && newest.moved_on <= step.moved_on && saysTheSame(newest, step)) return
    recorder.inserted('funnel_step', insertStep(db, { ...step, customer_id: customerId }))
  })
  return { changeSetId }
}

/**
 * Puts customers into the first stage, today; those who stand in a stage already stay where they are.
 *
 * Shape: `entered` counts those who were put in. Empty: changeSetId null when all stood somewhere.
 */
export function enterFunnel(db: WritableDb, customerIds: readonly number[], act: Act, tick: Tick = untold) {
  let entered = 0
  const first: FunnelMove = {
    ...{ stage: 'analysis', movedOn: todayOf(db, act.now), note: null },
    ...{ intention: null, intentionReason: null, ability: null, abilityReason: null },
    ...{ demand: null, demandNote: null },
  }
  const step = columnsOf(first)
  const changeSetId = changeCustomers(db, 'funnel-moved', act, recorder => {
    for (const ids of inSteps([...new Set(customerIds)], tick))
      for (const customer_id of listOutside(db, ids)) {
        recorder.inserted('funnel_step', insertStep(db, { ...step, customer_id }))
        entered++
      }
  })
  return { changeSetId, entered }
}

/** Removes a step that was noted by mistake. Errors: not-found. */
export function removeStep(db: WritableDb, funnelStepId: number, act: Act) {
  const changeSetId = changeCustomers(db, 'funnel-step-removed', act, recorder => {
    if (!findStep(db, funnelStepId)) throw new AppError('not-found')
    recorder.deleting('funnel_step', funnelStepId)
    deleteStep(db, funnelStepId)
  })
  return { changeSetId }
}

type StepColumns = Omit<StoredStep, 'funnel_step_id' | 'customer_id'>

function columnsOf(move: FunnelMove): StepColumns {
  return {
    ...{ moved_on: move.movedOn, stage: move.stage, note: toStoredTextOrNull(move.note) },
    ...{ intention: move.intention, intention_reason: toStoredTextOrNull(move.intentionReason) },
    ...{ ability: move.ability, ability_reason: toStoredTextOrNull(move.abilityReason) },
    ...{ demand: move.demand, demand_note: toStoredTextOrNull(move.demandNote) },
  }
}

function saysTheSame(stored: StoredStep, step: StepColumns): boolean {
  const { moved_on: _, ...said } = step
  return (Object.keys(said) as (keyof typeof said)[]).every(column => stored[column] === said[column])
}
