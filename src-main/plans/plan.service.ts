import { type Act, changeTogether } from '#main/changes/change-log.service.ts'
import { raiseRevision } from '#main/changes/revision.service.ts'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { AppError } from '#shared/contract/app-error.ts'
import type { CollectionPlan, CollectionPlanDraft } from '#shared/domain/collection-plan.ts'
import { toStoredText, toStoredTextOrNull } from '#shared/domain/text.ts'
import {
  clearPlanOfValues,
  countValuesOfPlans,
  deletePlan,
  findStoredPlan,
  insertPlan,
  listStoredPlans,
  listValuesOfPlan,
  type PlanColumns,
  updatePlan,
} from './plan.queries.ts'

/** Lists the plans of collecting information, the newest first, each with the number of values collected under it. */
export function listPlans(db: ReadableDb): CollectionPlan[] {
  const counts = countValuesOfPlans(db)
  return listStoredPlans(db).map(({ collection_plan_id: planId, ...columns }) => ({
    planId,
    plan: {
      goal: columns.goal,
      kinds: columns.kinds,
      scope: columns.scope,
      targetGroup: columns.target_group,
      methodOptionId: columns.method_option_id,
      people: columns.people,
      fromOn: columns.from_on,
      toOn: columns.to_on,
    },
    valueCount: counts.get(planId) ?? 0,
  }))
}

/** Tells whether there is a plan of that key. */
export function isPlan(db: ReadableDb, planId: number): boolean {
  return findStoredPlan(db, planId) !== undefined
}

/** Makes a plan. */
export function addPlan(db: WritableDb, plan: CollectionPlanDraft, act: Act) {
  let planId = 0
  const changeSetId = changeTogether(db, factsOf('plan-added', act), recorder => {
    planId = insertPlan(db, columnsOf(plan))
    recorder.inserted('collection_plan', planId)
  })
  return { planId, changeSetId: changeSetId ?? 0 }
}

/** Changes a plan. Errors: not-found. Empty: changeSetId null when nothing changed. */
export function savePlan(db: WritableDb, planId: number, plan: CollectionPlanDraft, act: Act) {
  const changeSetId = changeTogether(db, factsOf('plan-changed', act), recorder => {
    const stored = findStoredPlan(db, planId)
    if (!stored) throw new AppError('not-found')
    const columns = columnsOf(plan)
    for (const column of Object.keys(columns) as (keyof PlanColumns)[])
      recorder.updated('collection_plan', planId, column, stored[column], columns[column])
    updatePlan(db, planId, columns)
  })
  return { changeSetId }
}

/** Removes a plan; what was stated about values stays, without it. Errors: not-found. */
export function removePlan(db: WritableDb, planId: number, act: Act) {
  const changeSetId = changeTogether(db, factsOf('plan-removed', act), recorder => {
    if (!findStoredPlan(db, planId)) throw new AppError('not-found')
    for (const id of listValuesOfPlan(db, planId))
      recorder.updated('field_source', id, 'collection_plan_id', planId, null)
    clearPlanOfValues(db, planId)
    recorder.deleting('collection_plan', planId)
    deletePlan(db, planId)
    raiseRevision(db, 'customers')
  })
  return { changeSetId }
}

const factsOf = (kind: string, { actor, now }: Act) => ({ kind, actor, madeAt: now })

function columnsOf(plan: CollectionPlanDraft): PlanColumns {
  return {
    goal: toStoredText(plan.goal),
    kinds: toStoredTextOrNull(plan.kinds),
    scope: toStoredTextOrNull(plan.scope),
    target_group: toStoredTextOrNull(plan.targetGroup),
    method_option_id: plan.methodOptionId,
    people: toStoredTextOrNull(plan.people),
    from_on: plan.fromOn,
    to_on: plan.toOn,
  }
}
