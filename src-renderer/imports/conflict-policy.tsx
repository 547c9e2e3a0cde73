import { Select } from 'antd'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import {
  type ConflictPolicies,
  ConflictPolicy,
  policiesFor,
  policyField,
  policyOf,
} from '#shared/domain/conflict-policy.ts'
import type { MappedColumn } from '#shared/domain/import-batch.ts'
import type { ImportTarget } from '#shared/domain/import-field.ts'

type PolicyChoiceProps = {
  readonly field: ImportTarget
  readonly header: string
  readonly policies: ConflictPolicies
  readonly onPolicies: (policies: ConflictPolicies) => void
}

/** What becomes of values that the archive has, for one column. Empty: nothing for a key, which has no choice. */
export function PolicyChoice({ field, header, policies, onPolicies }: PolicyChoiceProps) {
  const { t } = useTranslation()
  const choices = policiesFor(field)
  if (choices.length === 0) return null
  const value = policyOf(policies, field)
  return (
    <Select
      size="small"
      variant="borderless"
      className={value === 'newer-wins' ? 'import-policy' : 'import-policy is-chosen'}
      aria-label={t('imports.policy.for', { header })}
      popupMatchSelectWidth={false}
      value={value}
      options={choices.map(choice => ({ value: choice, label: t(`imports.policy.${choice}`) }))}
      onChange={choice => onPolicies({ ...policies, [policyField(field)]: choice })}
    />
  )
}

type MasterPolicyProps = {
  readonly columns: readonly MappedColumn[]
  readonly policies: ConflictPolicies
  readonly onPolicies: (policies: ConflictPolicies) => void
}

/** One choice for all columns that have it; the others keep theirs. */
export function MasterPolicy({ columns, policies, onPolicies }: MasterPolicyProps) {
  const { t } = useTranslation()
  const fields = columns.flatMap(({ field }) =>
    field !== null && policiesFor(field).length > 0 ? [field] : [],
  )
  if (fields.length === 0) return null
  const [first] = fields
  const common = first && policyOf(policies, first)
  const isCommon = fields.every(
    field => policyOf(policies, field) === common || !policiesFor(field).includes(common ?? 'skip'),
  )
  const chooseAll = (choice: ConflictPolicy) => {
    const chosen: ConflictPolicies = { ...policies }
    for (const field of fields) if (policiesFor(field).includes(choice)) chosen[policyField(field)] = choice
    onPolicies(chosen)
  }
  return (
    <div className="row small import-policy-all">
      <span className="secondary grow">{t('imports.policy.all')}</span>
      <Select
        size="small"
        aria-label={t('imports.policy.all')}
        popupMatchSelectWidth={false}
        placeholder={t('imports.policy.mixed')}
        value={isCommon ? (common ?? null) : null}
        options={ConflictPolicy.options.map(value => ({ value, label: t(`imports.policy.${value}`) }))}
        onChange={choice => choice && chooseAll(choice)}
      />
    </div>
  )
}
