import 'antd/dist/reset.css'
import 'antd/dist/antd.css'
import '#renderer/styles/base.css'
import '#renderer/styles/components.css'
import { App, ConfigProvider } from 'antd'
import { type ReactNode, useLayoutEffect, useState } from 'react'
import { antdTheme } from '#renderer/design/antd-theme.ts'
import { applyMode } from '#renderer/design/css-variables.ts'
import type { Mode } from '#renderer/design/tokens.ts'
import { antdLocale } from '#renderer/i18n/antd-locale.ts'
import { setLanguage } from '#renderer/i18n/set-language.ts'
import type { Language } from '#shared/i18n/language.ts'
import { ToastProvider } from './toast.tsx'

/** Language, theme, styles and toasts for all that stands inside; both can change while the program runs. */
export function HouseProvider(props: { language: Language; mode: Mode; children: ReactNode }) {
  const { language, mode, children } = props
  // antd draws its calendars with the language that dayjs has at that moment: so dayjs comes first, antd's locale second.
  const [locale, setLocale] = useState(language)
  useLayoutEffect(() => {
    setLanguage(language)
    setLocale(language)
  }, [language])
  useLayoutEffect(() => applyMode(mode), [mode])
  return (
    <ConfigProvider
      locale={antdLocale(locale)}
      theme={antdTheme(mode)}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <App component={false}>
        <ToastProvider>{children}</ToastProvider>
      </App>
    </ConfigProvider>
  )
}
