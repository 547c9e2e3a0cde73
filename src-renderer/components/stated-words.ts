import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { FieldSource } from '#shared/domain/field-source.ts'
import { optionName } from './field-words.ts'

/** Gives the function that says in a line how a value became known: from where, by which method, under which plan, who verified it, when. */
export function useStatedWords(): (source: Partial<FieldSource>) => string {
  const words = useTranslation()
  const { data } = useRequest('fields.list', {})
  const { data: known } = useRequest('plans.list', {})
  const fields = data?.groups.flatMap(group => group.fields) ?? []
  const nameOf = (code: string, optionId: number | null | undefined) => {
    const field = fields.find(one => one.code === code)
    const option = field?.options.find(one => one.optionId === optionId)
    return field && option ? optionName(field, option, words) : null
  }
  const planOf = (planId: number | null | undefined) => {
    const goal = known?.plans.find(one => one.planId === planId)?.plan.goal
    return goal === undefined ? null : words.t('plans.under', { goal })
  }
  return source =>
    [
      nameOf('collection-source', source.sourceOptionId),
      nameOf('collection-method', source.methodOptionId),
      planOf(source.planId),
      source.verifier,
      source.statedOn,
      ...(source.secondOn || source.secondVerifier || source.secondMethodOptionId
        ? [
            words.t('source.second'),
            nameOf('collection-method', source.secondMethodOptionId),
            source.secondVerifier,
            source.secondOn,
          ]
        : []),
    ]
      .filter(part => part !== null && part !== undefined && part !== '')
      .join(' · ')
}
