import { type ReactNode, useLayoutEffect } from 'react'
import { HouseProvider } from '#renderer/components/house-provider.tsx'
import { useMode } from '#renderer/ipc/use-mode.ts'
import { usePreferences } from '#renderer/ipc/use-preferences.ts'

/** Language, theme and density of this PC for all that stands inside; all three can change while the program runs. */
export function Providers({ children }: { children: ReactNode }) {
  const { preferences } = usePreferences()
  const mode = useMode()
  useLayoutEffect(() => {
    document.documentElement.classList.toggle('roomy', preferences.density === 'roomy')
  }, [preferences.density])
  return (
    <HouseProvider language={preferences.language} mode={mode}>
      {children}
    </HouseProvider>
  )
}
