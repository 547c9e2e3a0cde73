import type { Act } from '#main/changes/change-log.service.ts'

/** Says of a change set what was done, by whom and when. */
export const factsOf = (kind: string, act: Act) => ({ kind, actor: act.actor, madeAt: act.now })
