import type { ConfigProviderProps } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import type { Language } from '#shared/i18n/language.ts'

/** antd's own texts (date pickers, empty tables, file lists) in a language. */
export function antdLocale(language: Language): NonNullable<ConfigProviderProps['locale']> {
  return language === 'zh-CN' ? zhCN : enUS
}
