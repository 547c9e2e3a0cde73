import { CloseOutlined } from '@ant-design/icons'
import { type RefSelectProps, Select } from 'antd'
import type { Ref } from 'react'
import { groupName } from '#renderer/components/field-words.ts'
import { type Translation, useTranslation } from '#renderer/i18n/use-translation.ts'
import {
  type FilterField,
  type FilterKind,
  filterFields,
  testsOfKind,
} from '#shared/domain/customer-filter.ts'
import { type ConditionDraft, kindOfField, newDraft } from './filter-draft.ts'
import { FilterValueInput } from './filter-value-input.tsx'
import type { FilterWords } from './use-filter-words.ts'

type ConditionLineProps = {
  readonly draft: ConditionDraft | null
  readonly words: FilterWords
  readonly onChange: (draft: ConditionDraft) => void
  readonly onRemove?: (() => void) | undefined
  readonly fieldRef?: Ref<RefSelectProps>
  /** The keyboard begins in it: it was just added. */
  readonly isNew?: boolean
}

const figures: readonly string[] = ['segment', 'lastOn', 'firstOn', 'orderCount', 'spendMinor', 'returnCount']
const ofFile: readonly string[] = [
  'archiveNumber',
  'legacyNumber',
  'createdOn',
  'updatedOn',
  'source',
  'contactRefusedOn',
]

function fieldChoices({ groups, nameOf }: FilterWords, words: Translation) {
  const all = Object.keys(filterFields) as FilterField[]
  const partOf = (label: string, isIn: (field: string) => boolean) => ({
    label,
    options: all.filter(isIn).map(field => ({ value: field as string, label: nameOf(field) })),
  })
  const own = groups
    .filter(group => group.isOn && group.fields.length > 0)
    .map(group => ({
      label: groupName(group, words),
      options: group.fields.map(({ fieldId }) => {
        const field: FilterField = `field:${fieldId}`
        return { value: field as string, label: nameOf(field) }
      }),
    }))
  return [
    partOf(words.t('filter-group.card'), field => !figures.includes(field) && !ofFile.includes(field)),
    partOf(words.t('filter-group.figures'), field => figures.includes(field)),
    partOf(words.t('filter-group.file'), field => ofFile.includes(field)),
    ...own,
  ]
}

function testLabel(kind: FilterKind, test: string, { tCode }: Translation): string {
  if (kind === 'picture') return tCode(`filter-test.picture.${test}`)
  const isOwn = (kind === 'many' && test.endsWith('-of')) || (kind === 'birthday' && test === 'any-of')
  return tCode(isOwn ? `filter-test.${kind}.${test}` : `filter-test.${test}`)
}

/** One condition being entered: the field, how it is tested, with what. */
export function ConditionLine({ draft, words, onChange, onRemove, fieldRef, isNew }: ConditionLineProps) {
  const texts = useTranslation()
  const { t } = texts
  const kind = draft ? kindOfField(words.groups, draft.field) : undefined
  const choose = (field: FilterField) => {
    const chosen = kindOfField(words.groups, field)
    if (chosen) onChange(newDraft(field, chosen))
  }
  return (
    <div className="filter-line">
      <Select
        {...(fieldRef ? { ref: fieldRef } : {})}
        className="filter-line-field"
        autoFocus={isNew === true}
        aria-label={t('filter.field')}
        placeholder={t('filter.field')}
        showSearch
        optionFilterProp="label"
        value={draft ? (kind ? draft.field : t('filter.goneField')) : null}
        options={fieldChoices(words, texts)}
        onChange={choose as (field: string) => void}
      />
      {draft && kind && (
        <>
          <Select
            className="filter-line-test"
            aria-label={t('filter.test')}
            value={draft.test}
            options={testsOfKind[kind].map(test => ({ value: test, label: testLabel(kind, test, texts) }))}
            onChange={test => onChange({ ...draft, test })}
          />
          <FilterValueInput key={draft.field} kind={kind} draft={draft} words={words} onChange={onChange} />
        </>
      )}
      {onRemove && (
        <button
          type="button"
          className="icon-button"
          aria-label={t('filter.removeLine')}
          title={t('filter.removeLine')}
          onClick={onRemove}
        >
          <CloseOutlined />
        </button>
      )}
    </div>
  )
}
