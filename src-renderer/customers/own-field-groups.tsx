import { Form } from 'antd'
import { FieldInput } from '#renderer/components/field-input.tsx'
import { fieldName, groupName } from '#renderer/components/field-words.ts'
import { FormField } from '#renderer/components/form-field.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { evidenceCodeOf, type FieldDefinition, type FieldGroup, fieldIssue } from '#shared/domain/field.ts'
import { type FieldValue, isEmptyValue } from '#shared/domain/field-value.ts'

/** The fields of some groups, each group under its heading. */
export function OwnFieldGroups({ groups }: { groups: readonly FieldGroup[] }) {
  const words = useTranslation()
  return (
    <>
      {groups.map(group => (
        <section key={group.groupId} className="own-field-group" aria-label={groupName(group, words)}>
          <h3 className="own-field-heading">
            {groupName(group, words)}
            {group.purpose && (
              <span className="small tertiary">
                {words.t('fields.group.purpose', { purpose: group.purpose })}
              </span>
            )}
          </h3>
          <div className="customer-form-fields">
            {group.fields.map(field => (
              <OwnField
                key={field.fieldId}
                field={field}
                judgement={group.fields.find(one => evidenceCodeOf(one.code) === (field.code ?? ''))}
              />
            ))}
          </div>
        </section>
      ))}
    </>
  )
}

type OwnFieldProps = {
  readonly field: FieldDefinition
  /** The field for which this one says what it rests on. */
  readonly judgement: FieldDefinition | undefined
}

function OwnField({ field, judgement }: OwnFieldProps) {
  const words = useTranslation()
  const form = Form.useFormInstance()
  const issueOf = (value: FieldValue | undefined) => {
    const judged = judgement && form.getFieldValue(['fields', String(judgement.fieldId)])
    const isMissing = isEmptyValue(value) && !isEmptyValue(judged ?? undefined)
    return isMissing ? 'evidence-missing' : fieldIssue(field, value)
  }
  return (
    <FormField
      name={['fields', String(field.fieldId)]}
      label={fieldName(field, words)}
      isRequired={field.isRequired}
      rule={{
        validator: async (_rule, value: FieldValue | undefined) => {
          const issue = issueOf(value ?? undefined)
          if (issue !== null) throw new Error(words.tCode(`field-issue.${issue}`))
        },
      }}
    >
      <FieldInput field={field} />
    </FormField>
  )
}
