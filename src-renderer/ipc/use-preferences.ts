import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { size } from '#renderer/design/tokens.ts'
import type { Preferences } from '#shared/domain/settings.ts'
import { call } from './client.ts'
import { useRequest } from './use-request.ts'

const firstPreferences: Preferences = {
  language: 'zh-CN',
  theme: 'system',
  density: 'compact',
  isNavigationFolded: false,
}

/** Language, theme, density, navigation: choices of this PC. A change is seen at once and saved behind it. */
export function usePreferences(): {
  readonly preferences: Preferences
  readonly save: (change: Partial<Preferences>) => void
} {
  const client = useQueryClient()
  const { data: preferences = firstPreferences } = useRequest('preferences.get', {})
  const save = useCallback(
    (change: Partial<Preferences>) => {
      const key = ['preferences.get', {}]
      const changed = { ...(client.getQueryData<Preferences>(key) ?? firstPreferences), ...change }
      client.setQueryData(key, changed)
      void call('preferences.save', changed).catch(() => client.invalidateQueries({ queryKey: key }))
    },
    [client],
  )
  return { preferences, save }
}

/** Height of a row of a list, as the density asks. Units: px. */
export function useRowPx(): number {
  return usePreferences().preferences.density === 'roomy' ? size.rowRoomy : size.row
}
