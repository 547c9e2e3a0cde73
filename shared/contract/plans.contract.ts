import { z } from 'zod'
import { CollectionPlan, CollectionPlanDraft, CollectionPlanId } from '#shared/domain/collection-plan.ts'
import type { Contract } from './method.ts'

const Saved = z.object({ changeSetId: z.int().nullable() })

export const plansContract = {
  /** The plans of collecting information, the newest first. */
  'plans.list': {
    kind: 'query',
    on: 'main',
    request: z.object({}),
    response: z.object({ plans: z.array(CollectionPlan) }),
  },
  'plans.add': {
    kind: 'command',
    on: 'writer',
    request: z.object({ plan: CollectionPlanDraft }),
    response: z.object({ planId: CollectionPlanId, changeSetId: z.int() }),
  },
  'plans.save': {
    kind: 'command',
    on: 'writer',
    request: z.object({ planId: CollectionPlanId, plan: CollectionPlanDraft }),
    response: Saved,
  },
  /** Removes a plan; values that were collected under it no longer name one. */
  'plans.remove': {
    kind: 'command',
    on: 'writer',
    request: z.object({ planId: CollectionPlanId }),
    response: Saved,
  },
} as const satisfies Contract
