import { FieldInput } from '#renderer/components/field-input.tsx'
import { fieldName, groupName } from '#renderer/components/field-words.ts'
import { FormField } from '#renderer/components/form-field.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { type FieldDefinition, type FieldGroup, fieldIssue } from '#shared/domain/field.ts'
import type { FieldValue } from '#shared/domain/field-value.ts'

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
              <OwnField key={field.fieldId} field={field} />
            ))}
          </div>
        </section>
      ))}
    </>
  )
}

function OwnField({ field }: { field: FieldDefinition }) {
  const words = useTranslation()
  return (
    <FormField
      name={['fields', String(field.fieldId)]}
      label={fieldName(field, words)}
      isRequired={field.isRequired}
      rule={{
        validator: async (_rule, value: FieldValue | undefined) => {
          const issue = fieldIssue(field, value ?? undefined)
          if (issue !== null) throw new Error(words.tCode(`field-issue.${issue}`))
        },
      }}
    >
      <FieldInput field={field} />
    </FormField>
  )
}
