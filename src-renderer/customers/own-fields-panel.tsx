import { DefinitionList } from '#renderer/components/definition-list.tsx'
import { fieldValueText } from '#renderer/components/field-value-text.ts'
import { fieldName, groupName } from '#renderer/components/field-words.ts'
import { Panel } from '#renderer/components/panel.tsx'
import { PictureMark } from '#renderer/components/stored-picture.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { readPictureValue } from '#shared/domain/attachment.ts'
import type { FieldGroup } from '#shared/domain/field.ts'
import type { FieldValues } from '#shared/domain/field-value.ts'
import type { CustomerFile } from '#shared/domain/report.ts'
import { WithSource } from './value-source.tsx'

/** What the file says beyond the default card, group by group. Empty: nothing. */
export function OwnFieldsPanel({ file }: { file: CustomerFile }) {
  const { t } = useTranslation()
  const { data } = useRequest('fields.list', {})
  const filled = (data?.groups ?? []).filter(group =>
    group.fields.some(field => file.fields[field.fieldId] !== undefined),
  )
  if (filled.length === 0) return null
  return (
    <Panel title={t('customers.details.more')}>
      {filled.map(group => (
        <GroupValues key={group.groupId} group={group} values={file.fields} customerId={file.customerId} />
      ))}
    </Panel>
  )
}

function GroupValues(props: { group: FieldGroup; values: FieldValues; customerId: number }) {
  const { group, values, customerId } = props
  const { currency } = useOpenArchive()
  const words = { ...useTranslation(), currency }
  return (
    <>
      <h3 className="own-field-heading">{groupName(group, words)}</h3>
      <DefinitionList
        items={group.fields.flatMap(field => {
          const value = values[field.fieldId]
          if (value === undefined) return []
          const text = fieldValueText(field, value, words)
          const picture = field.valueKind === 'image' && readPictureValue(value)
          return [
            {
              key: String(field.fieldId),
              term: fieldName(field, words),
              value: (
                <WithSource
                  customerId={customerId}
                  subject={{ of: 'own', fieldId: field.fieldId }}
                  name={fieldName(field, words)}
                >
                  <span className="selectable own-field-text">
                    {picture ? <PictureMark picture={picture} isLarge /> : text}
                  </span>
                </WithSource>
              ),
            },
          ]
        })}
      />
    </>
  )
}
