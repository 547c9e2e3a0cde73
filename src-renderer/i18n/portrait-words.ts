import type { CurrencyCode } from '#shared/domain/currency.ts'
import type { PortraitEvidence, PortraitSentence } from '#shared/domain/portrait.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'
import { formatInstant, formatMonth } from './format-date.ts'
import { formatMoney } from './format-money.ts'
import { formatRate, segmentName } from './score-words.ts'
import type { Translation } from './use-translation.ts'

/** A sentence of a portrait in the present language. */
export function portraitText(words: Translation, sentence: PortraitSentence, currency: CurrencyCode): string {
  const { values, field, code } = sentence
  const told = Object.entries(values).map(([key, value]) => [key, valueWord(words, key, value, currency)])
  return words.tCode(`portrait.sentence.${code}`, {
    ...Object.fromEntries(told),
    ...(field ? fieldWords(words, field) : {}),
    ...placeWords(words, values),
    ...(typeof values.segmentCode === 'string'
      ? {
          segmentName: segmentName(words, {
            code: values.segmentCode,
            name: String(values.segmentName ?? '') || null,
          }),
        }
      : {}),
    ...(typeof values.group === 'string'
      ? { groupName: words.tCode(`contribution.group.${values.group}`) }
      : {}),
  })
}

function valueWord(
  { tCode, language }: Translation,
  key: string,
  value: string | number,
  currency: CurrencyCode,
) {
  if (key === 'gender') return tCode(`gender.${value}`)
  if (typeof value === 'string') return value
  if (key.endsWith('Rate')) return formatRate(value)
  if (key.endsWith('Minor')) return formatMoney(value, currency, { hasSymbol: true })
  if (key === 'weekday') return weekdayName(value, language)
  if (key === 'month') return formatMonth(`2000-${String(value).padStart(2, '0')}`, language)
  // A score of 0 is none: the last purchase of an opening balance may have no day.
  if (['r', 'f', 'm'].includes(key)) return value === 0 ? '—' : String(value)
  if (key === 'lift') return formatNumber(value, 1)
  return Math.round(value)
}

/** The name of a day of the week, 1 for Monday. */
function weekdayName(weekday: number, language: string): string {
  // The first of January 2024 was a Monday.
  return new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2024, 0, weekday)),
  )
}

function fieldWords(
  { tCode, language }: Translation,
  { code, name, options, text }: NonNullable<PortraitSentence['field']>,
) {
  const chosen = options.map(option => option.name ?? tCode(`card-option.${code}.${option.code}`))
  return {
    field: name ?? tCode(`card-field.${code}`),
    text: text ?? chosen.join(language === 'zh-CN' ? '、' : ', '),
  }
}

function placeWords({ tCode }: Translation, { platform, shop }: PortraitSentence['values']) {
  if (platform === undefined || shop === undefined) return {}
  const key = `imports.platform.${platform}`
  const name = tCode(key)
  return { place: [name === key ? String(platform) : name, String(shop)].filter(Boolean).join(' / ') }
}

/** What a sentence rests on, in a few words: 9 笔，2026-01-15 至 2026-09-15. */
export function evidenceText(words: Translation, evidence: PortraitEvidence): string {
  const { t } = words
  if (evidence.kind === 'customers') return t('portrait.evidence.customers', { count: evidence.count })
  if (evidence.kind === 'typed') return typedText(words, evidence)
  const { kind, count } = evidence
  const days = { first: evidence.firstOn ?? '', last: evidence.lastOn ?? '' }
  if (kind === 'entries') return t('portrait.evidence.entries', { count, ...days })
  return count === 1
    ? t('portrait.evidence.order', { first: days.first })
    : t('portrait.evidence.orders', { count, ...days })
}

function typedText({ t }: Translation, evidence: Extract<PortraitEvidence, { kind: 'typed' }>): string {
  const { madeAt, actor, fileName, statedOn, verifier } = evidence
  const day = madeAt === null ? '' : formatInstant(madeAt).slice(0, 10)
  const who = actor === 'operator' || actor === null ? t('source.actor.operator') : actor
  const from =
    evidence.origin === 'unknown'
      ? t('portrait.evidence.unknown')
      : fileName === null
        ? t('portrait.evidence.edit', { day, actor: who })
        : t('portrait.evidence.import', { day, file: fileName })
  if (verifier === null && statedOn === null) return from
  const verified = t('portrait.evidence.verified', { name: verifier ?? '', day: statedOn ?? '' })
  return `${from} · ${verified.replaceAll(/\s+/g, ' ').trim()}`
}
