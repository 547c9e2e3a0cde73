import type { Translation } from '#renderer/i18n/use-translation.ts'
import type { CustomerFile } from '#shared/domain/report.ts'
import { ageOn } from './age.ts'

type Words = Pick<Translation, 't' | 'tCode'>

/** Gender and age in words: 女，38 岁; a company is called one. Empty when nothing is known. */
export function genderAndAge(
  { kind, gender, birthOn }: Pick<CustomerFile, 'kind' | 'gender' | 'birthOn'>,
  today: string | undefined,
  { t, tCode }: Words,
): string {
  if (kind === 'company') return t('customer-kind.company')
  const age = today === undefined ? null : ageOn(birthOn, today)
  const genderText = gender && tCode(`gender.${gender}`)
  const ageText = age && t(age.isExact ? 'customers.age' : 'customers.ageAbout', { count: age.years })
  if (genderText && ageText) return t('customers.genderAndAge', { gender: genderText, age: ageText })
  return genderText || ageText || ''
}

/** Where something comes from: platform and shop, or that nobody said. */
export function sourceName({ platform, shop }: { platform: string; shop: string }, { t }: Words): string {
  return [platform, shop].filter(part => part !== '').join(' / ') || t('customers.place.unknown')
}
