import { useCallback, useSyncExternalStore } from 'react'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { isCalendarDate } from '#shared/domain/calendar-date.ts'
import type { RfmRequest } from '#shared/domain/rfm-analysis.ts'

type Choice = { readonly archiveToken: string; readonly analysis: RfmRequest }

let chosen: Choice | null = null
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/**
 * The day from which "97 days ago" is counted: today, or in the sample shop the day of its last order, so that its customers do not
 * age while it lies unopened. Undefined until it is known.
 */
export function useReferenceDay(): RfmRequest['asOf'] | undefined {
  const { isSample } = useOpenArchive()
  const { data: facts } = useRequest('program.facts', {})
  const { data: stats, error } = useRequest('archives.stats', {}, { isEnabled: isSample })
  if (isSample && !stats && !error) return undefined
  const day = (isSample && stats?.lastOrderOn) || facts?.today
  return day !== undefined && isCalendarDate(day) ? day : undefined
}

/**
 * Reference date, period and rules of the analyses, the same on every page until the archive is closed. `analysis` is undefined
 * until the reference day is known.
 */
export function useAnalysisChoice(): {
  readonly analysis: RfmRequest | undefined
  readonly setAnalysis: (analysis: RfmRequest) => void
} {
  const { archiveToken } = useOpenArchive()
  const asOf = useReferenceDay()
  const analysis = useSyncExternalStore(subscribe, () =>
    chosen?.archiveToken === archiveToken ? chosen.analysis : undefined,
  )
  const setAnalysis = useCallback(
    (next: RfmRequest) => {
      chosen = { archiveToken, analysis: next }
      for (const listener of listeners) listener()
    },
    [archiveToken],
  )
  return { analysis: analysis ?? (asOf && firstChoice(asOf)), setAnalysis }
}

const firstChoices = new Map<RfmRequest['asOf'], RfmRequest>()

/** The same object for the same day, so that what depends on it is not computed again at each drawing. */
function firstChoice(asOf: RfmRequest['asOf']): RfmRequest {
  const known = firstChoices.get(asOf)
  if (known) return known
  const made: RfmRequest = { asOf, period: { kind: 'all' }, ruleSetCode: 'classic-eight' }
  firstChoices.set(asOf, made)
  return made
}
