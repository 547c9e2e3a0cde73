import { Segmented } from 'antd'
import { useId } from 'react'
import { Panel } from '#renderer/components/panel.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { usePreferences } from '#renderer/ipc/use-preferences.ts'
import type { MessageKey } from '#shared/i18n/messages.zh-CN.ts'
import { SettingLine } from './setting-line.tsx'

const choices = {
  language: ['zh-CN', 'en'],
  theme: ['system', 'light', 'dark'],
  density: ['compact', 'roomy'],
} as const

/** Language, colours and row height of the window on this PC. What is chosen is seen at once. */
export function WindowPanel() {
  const { t } = useTranslation()
  return (
    <Panel title={t('settings.window')}>
      <Choice name="language" label="settings.language" />
      <Choice name="theme" label="settings.theme" />
      <Choice name="density" label="settings.density" />
    </Panel>
  )
}

function Choice({ name, label }: { name: keyof typeof choices; label: MessageKey }) {
  const { t, tCode } = useTranslation()
  const id = useId()
  const { preferences, save } = usePreferences()
  return (
    <SettingLine id={id} label={t(label as 'settings.theme')}>
      <Segmented
        aria-labelledby={id}
        options={choices[name].map(value => ({ value, label: tCode(`settings.${name}.${value}`) }))}
        value={preferences[name]}
        onChange={value => save({ [name]: value })}
      />
    </SettingLine>
  )
}
