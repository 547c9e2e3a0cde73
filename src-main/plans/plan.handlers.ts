import type { Act } from '#main/changes/change-log.service.ts'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import { addPlan, listPlans, removePlan, savePlan } from './plan.service.ts'

/** Reads of the plans room. */
export const planQueries = (db: ReadableDb) =>
  ({ 'plans.list': () => ({ plans: listPlans(db) }) }) satisfies Partial<Handlers>

/** Writes of the plans room. `act` says who acts and when. */
export const planCommands = (db: WritableDb, act: () => Act) =>
  ({
    'plans.add': ({ plan }) => addPlan(db, plan, act()),
    'plans.save': ({ planId, plan }) => savePlan(db, planId, plan, act()),
    'plans.remove': ({ planId }) => removePlan(db, planId, act()),
  }) satisfies Partial<Handlers>
