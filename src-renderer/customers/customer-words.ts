import type { Translation } from '#renderer/i18n/use-translation.ts'
import type { CustomerFile } from '#shared/domain/report.ts'
import { messagesZhCN } from '#shared/i18n/messages.zh-CN.ts'
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

const otherTexts = ['none', 'new']

/** The name of a platform: the catalogue's for one that the program knows, else as it was typed. */
function platformName(platform: string, { tCode }: Words): string {
  const key = `imports.platform.${platform}`
  return Object.hasOwn(messagesZhCN, key) && !otherTexts.includes(platform) ? tCode(key) : platform
}

/** Where something comes from: platform and shop, or that nobody said. */
export function sourceName({ platform, shop }: { platform: string; shop: string }, words: Words): string {
  const { t } = words
  return (
    [platform === '' ? '' : platformName(platform, words), shop].filter(part => part !== '').join(' / ') ||
    t('customers.place.unknown')
  )
}
