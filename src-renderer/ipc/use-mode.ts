import { useSyncExternalStore } from 'react'
import type { Mode } from '#renderer/design/tokens.ts'
import type { Preferences } from '#shared/domain/settings.ts'
import { usePreferences } from './use-preferences.ts'

const systemIsDark = () => window.matchMedia('(prefers-color-scheme: dark)')

function subscribe(listener: () => void): () => void {
  const query = systemIsDark()
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

/** Light or dark at this moment, as the preference and, if it says so, the computer want it. */
export function modeOf(theme: Preferences['theme']): Mode {
  if (theme !== 'system') return theme
  return systemIsDark().matches ? 'dark' : 'light'
}

/** The mode of the window; follows the preferences, and the computer, while it runs. */
export function useMode(): Mode {
  const { theme } = usePreferences().preferences
  return useSyncExternalStore(subscribe, () => modeOf(theme))
}
