import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import type { Language } from '#shared/i18n/language.ts'
import { i18n } from './i18n.ts'

/** Switches all texts, the calendar of date pickers, and the page's language, which decides the shapes of Chinese characters. */
export function setLanguage(language: Language): void {
  dayjs.locale(language === 'zh-CN' ? 'zh-cn' : 'en')
  document.documentElement.lang = language
  if (i18n.language !== language) void i18n.changeLanguage(language)
}
