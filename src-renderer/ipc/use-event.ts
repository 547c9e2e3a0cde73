import { useEffect, useRef } from 'react'
import type { EventData, EventName } from '#shared/contract/events.contract.ts'
import { getBridge } from './bridge.ts'

/** Listens to an event while the component is there. The listener may be another one at each drawing. */
export function useEvent<E extends EventName>(name: E, listener: (data: EventData<E>) => void): void {
  const newest = useRef(listener)
  useEffect(() => {
    newest.current = listener
  })
  useEffect(() => getBridge().onEvent(name, data => newest.current(data)), [name])
}
