import { useCallback, useState } from 'react'
import type { FieldSource } from '#shared/domain/field-source.ts'

/** What was done about a finding in this sitting. `at`: when, as the window's clock says. */
export type Settled = {
  readonly findingId: number
  readonly changeSetId: number
  readonly text: string
  /** What was stated of the new value. */
  readonly source: Partial<FieldSource> | null
  /** Where it stands in the list. */
  readonly place: number
  readonly at: number
}

/** What was settled in this sitting, the newest last. */
export function useSettled() {
  const [settled, setSettled] = useState<readonly Settled[]>([])
  const add = useCallback(
    (one: Omit<Settled, 'at'>) => setSettled(before => [...before, { ...one, at: Date.now() }]),
    [],
  )
  const remove = useCallback(
    (changeSetId: number) => setSettled(before => before.filter(one => one.changeSetId !== changeSetId)),
    [],
  )
  return { settled, add, remove }
}
