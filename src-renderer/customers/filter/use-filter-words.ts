import { useMemo } from 'react'
import { fieldName, optionName } from '#renderer/components/field-words.ts'
import { formatMoney } from '#renderer/i18n/format-money.ts'
import { segmentName } from '#renderer/i18n/score-words.ts'
import { type Translation, useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { CurrencyCode } from '#shared/domain/currency.ts'
import { CardType, CustomerKind, Gender } from '#shared/domain/customer.ts'
import {
  type CustomerFilter,
  type FilterCondition,
  type FilterField,
  ownFieldId,
} from '#shared/domain/customer-filter.ts'
import type { FieldGroup } from '#shared/domain/field.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'
import { findOwnField, kindOfField } from './filter-draft.ts'

/** A value that can be chosen, as a filter holds it and as it is called. */
export type Choice = { readonly value: string | number; readonly label: string }

export type FilterWords = {
  readonly groups: readonly FieldGroup[]
  readonly nameOf: (field: FilterField) => string
  /** What can be chosen for a field; empty for regions, of which there are thousands. */
  readonly choicesOf: (field: FilterField) => readonly Choice[]
  readonly conditionText: (condition: FilterCondition) => string
  /** The conditions of a group in one sentence. */
  readonly groupText: (group: CustomerFilter['groups'][number], match: CustomerFilter['match']) => string
  /** Whether a group asks for a field that is no longer on the form. */
  readonly isGone: (group: CustomerFilter['groups'][number]) => boolean
}

/** The words of filters: names of fields and values, and conditions as sentences. Values are not asked for while no filter is seen. `asOf`: the day of what is counted, where it is a certain one. */
export function useFilterWords(isEnabled: boolean, asOf?: CalendarDate): FilterWords {
  const words = useTranslation()
  const { currency } = useOpenArchive()
  const { data: fields } = useRequest('fields.list', {})
  const { data: tags } = useRequest('customers.countTags', { customerIds: null }, { isEnabled })
  const { data: ruleSets } = useRequest('analytics.listRuleSets', {}, { isEnabled })
  return useMemo(() => {
    const groups = fields?.groups ?? []
    const nameOf = (field: FilterField) => {
      if (ownFieldId(field) === null) return words.tCode(`filter-field.${field}`)
      const own = findOwnField(groups, field)
      return own ? fieldName(own, words) : words.t('filter.goneField')
    }
    const segments = (ruleSets ?? []).flatMap(({ code: ruleSet, segments: all, otherwise }) => {
      const noPurchase = { code: 'no-purchase', name: null }
      return [...all, otherwise, noPurchase].map(one => ({
        value: `${ruleSet}/${one.code}`,
        label: segmentName(words, one),
      }))
    })
    const tagChoices = (tags ?? []).map(({ tagId, name }) => ({ value: tagId, label: name }))
    const choicesOf = (field: FilterField): readonly Choice[] =>
      field === 'segment' ? segments : field === 'tag' ? tagChoices : fixedChoices(field, groups, words)
    const conditionText = (condition: FilterCondition) =>
      sentenceOf(condition, { words, currency, groups, asOf, nameOf, choicesOf })
    const groupText: FilterWords['groupText'] = (group, match) =>
      group
        .map(conditionText)
        .reduce((one, other) => words.t(match === 'all' ? 'filter.or' : 'filter.and', { one, other }))
    const isGone: FilterWords['isGone'] = group =>
      fields !== undefined && group.some(({ field }) => kindOfField(groups, field) === undefined)
    return { groups, nameOf, choicesOf, conditionText, groupText, isGone }
  }, [words, currency, asOf, fields, tags, ruleSets])
}

function fixedChoices(
  field: FilterField,
  groups: readonly FieldGroup[],
  words: Translation,
): readonly Choice[] {
  const { t, tCode } = words
  const coded = (codes: readonly string[], prefix: string) =>
    codes.map(code => ({ value: code, label: tCode(`${prefix}.${code}`) }))
  switch (field) {
    case 'cardType':
      return coded(CardType.options, 'card-type')
    case 'kind':
      return coded(CustomerKind.options, 'customer-kind')
    case 'gender':
      return coded(Gender.options, 'gender')
    case 'birthday':
      return Array.from({ length: 12 }, (_, at) => ({
        value: at + 1,
        label: t('filter.month', { month: String(at + 1) }),
      }))
  }
  const own = findOwnField(groups, field)
  if (own?.valueKind === 'yes-no')
    return [
      { value: 1, label: t('field-value.yes') },
      { value: 0, label: t('field-value.no') },
    ]
  return (own?.options ?? []).map(option => ({
    value: option.optionId,
    label: optionName(own ?? { code: null }, option, words),
  }))
}

type SentenceTools = Pick<FilterWords, 'groups' | 'nameOf' | 'choicesOf'> & {
  readonly words: Translation
  readonly currency: CurrencyCode
  readonly asOf: CalendarDate | undefined
}

function sentenceOf(condition: FilterCondition, tools: SentenceTools): string {
  const { words, groups, currency } = tools
  const { t, tCode } = words
  const field = tools.nameOf(condition.field)
  const kind = kindOfField(groups, condition.field)
  if ('text' in condition) return tCode(`filter-says.${condition.test}`, { field, value: condition.text })
  if ('values' in condition) return valuesSentence(condition, field, tools)
  if ('days' in condition) {
    const days = formatNumber(condition.days)
    if (condition.field === 'lastOn' && condition.test === 'last-days')
      return t('filter-says.bought', { days })
    if (condition.field === 'lastOn' && condition.test === 'not-last-days')
      return t('filter-says.notBought', { days })
    return tCode(`filter-says.${condition.test}`, { field, days })
  }
  if (!('from' in condition)) return tCode(`filter-says.${condition.test}`, { field })
  const write = (value: string | number | null) =>
    typeof value !== 'number'
      ? (value ?? '')
      : kind === 'money'
        ? formatMoney(value, currency, { hasSymbol: true })
        : formatNumber(value)
  const { from, to } = condition
  const ends = from === to ? 'same' : from === null ? 'to' : to === null ? 'from' : 'both'
  const key = `filter-says.${condition.test === 'day-between' ? 'day' : 'number'}.${ends}`
  return tCode(key, { field, from: write(from), to: write(to) })
}

function valuesSentence(
  { field, test, values }: Extract<FilterCondition, { values: unknown }>,
  name: string,
  { words, groups, asOf, choicesOf }: SentenceTools,
): string {
  const { t, tCode } = words
  const labels = new Map(choicesOf(field).map(({ value, label }) => [value, label]))
  const label = (value: string | number) =>
    field === 'region' ? regionLabel(String(value)) : (labels.get(value) ?? t('filter.goneValue'))
  const kind = kindOfField(groups, field)
  if (kind === 'birthday')
    return tCode(`filter-says.birthday.${test}`, {
      field: name,
      value: values.map(label).join(t('filter.separator')),
    })
  const value = values.map(one => t('filter.quoted', { value: label(one) })).join(t('filter.separator'))
  if (kind === 'segment' && asOf)
    return tCode(`filter-says.segment.${test}`, { field: name, value, day: asOf })
  const isSeveral = values.length > 1 && test === 'any-of'
  if (kind === 'many')
    return tCode(`filter-says.many.${isSeveral ? 'anyOfSeveral' : test}`, { field: name, value })
  return tCode(`filter-says.${test}`, { field: name, value })
}

/** A region by the smallest part that is named. */
export function regionLabel(path: string): string {
  return path.split('/').filter(Boolean).at(-1) ?? path
}
