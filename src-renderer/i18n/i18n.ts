import { createInstance, type i18n as I18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { languages } from '#shared/i18n/language.ts'
import { catalogues } from '#shared/i18n/translate.ts'

/** The one i18next of the window. Resources are bundled, so it is ready as soon as it is imported. */
export const i18n: I18n = createInstance()

i18n.use(initReactI18next).init({
  resources: Object.fromEntries(
    languages.map(language => [language, { translation: catalogues[language] }] as const),
  ),
  lng: languages[0],
  fallbackLng: languages[0],
  supportedLngs: languages,
  initAsync: false,
  // Keys are flat and hold dots; placeholders are {name} as in shared/i18n/translate.ts.
  keySeparator: false,
  nsSeparator: false,
  interpolation: { prefix: '{', suffix: '}', escapeValue: false },
  react: { useSuspense: false },
})
