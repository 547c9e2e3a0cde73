import { act, render, screen } from '@testing-library/react'
import dayjs from 'dayjs'
import { describe, expect, test } from 'vitest'
import { i18n } from '#renderer/i18n/i18n.ts'
import { setLanguage } from '#renderer/i18n/set-language.ts'
import { translateWithI18next } from '#renderer/i18n/translate-with-i18next.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { languages } from '#shared/i18n/language.ts'
import { catalogues, translateCode } from '#shared/i18n/translate.ts'

const namesIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(match => match[1] ?? '')
const valuesFor = (text: string, value: string | number) =>
  Object.fromEntries(namesIn(text).map(name => [name, value]))

describe.each(languages)('%s', language => {
  test.each([0, 1, 2, 3214, 'sample'])(
    'every text is the same in the window as in main, filled with %s',
    value => {
      setLanguage(language)
      for (const key of Object.keys(catalogues['zh-CN'])) {
        const values = valuesFor(catalogues['zh-CN'][key] ?? '', value)
        expect(translateWithI18next(i18n, key, values), key).toBe(translateCode(language, key, values))
      }
    },
  )

  test.each(['{count}', '$t(common.save)', '<b>', '{{x}}', '$&', '$1'])(
    'the value %s is shown as it is',
    value => {
      setLanguage(language)
      const values = { count: 1234, limit: value }
      const text = translateWithI18next(i18n, 'grid.copiedCapped', values)
      expect(text).toBe(translateCode(language, 'grid.copiedCapped', values))
      expect(text).toContain(value)
    },
  )
})

function Sample() {
  const { t, tCode, language } = useTranslation()
  return <p>{[language, t('common.rows', { count: 1 }), tCode('gender.female')].join(' / ')}</p>
}

test('switching the language changes texts, the page and the calendar while running', () => {
  render(<Sample />)
  screen.getByText('zh-CN / 1 行 / 女')
  act(() => setLanguage('en'))
  screen.getByText('en / 1 row / Female')
  expect(document.documentElement.lang).toBe('en')
  expect(dayjs('2026-11-21').format('MMM')).toBe('Nov')
  act(() => setLanguage('zh-CN'))
  expect(document.documentElement.lang).toBe('zh-CN')
  expect(dayjs('2026-11-21').format('MMM')).toBe('11月')
})
