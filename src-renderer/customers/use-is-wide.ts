import { useSyncExternalStore } from 'react'

const wide = () => window.matchMedia('(min-width: 1800px)')

function subscribe(listener: () => void): () => void {
  const query = wide()
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

/** True where the window is wide enough for one column more. */
export function useIsWide(): boolean {
  return useSyncExternalStore(subscribe, () => wide().matches)
}
