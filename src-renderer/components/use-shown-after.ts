import { useEffect, useState } from 'react'

/** True once `isWaiting` has lasted `delayMs`: nothing is drawn for what is there at once. */
export function useShownAfter(isWaiting: boolean, delayMs = 200): boolean {
  const [isShown, setShown] = useState(false)
  useEffect(() => {
    if (!isWaiting) return
    const timer = setTimeout(() => setShown(true), delayMs)
    return () => {
      clearTimeout(timer)
      setShown(false)
    }
  }, [isWaiting, delayMs])
  return isShown && isWaiting
}
