import { DefinitionList } from '#renderer/components/definition-list.tsx'
import { fieldName, groupName } from '#renderer/components/field-words.ts'
import { Panel } from '#renderer/components/panel.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { CustomerFile } from '#shared/domain/report.ts'
import { fieldValueText } from './own-field-text.ts'

/** What the file says beyond the default card, one panel a group; groups without a value are left out. */
export function OwnFieldsPanel({ file }: { file: CustomerFile }) {
  const { currency } = useOpenArchive()
  const words = { ...useTranslation(), currency }
  const { data } = useRequest('fields.list', {})
  return (data?.groups ?? []).map(group => {
    const items = group.fields.flatMap(field => {
      const value = file.fields[field.fieldId]
      if (value === undefined) return []
      const text = fieldValueText(field, value, words)
      return [
        {
          key: String(field.fieldId),
          term: fieldName(field, words),
          value: <span className="selectable own-field-text">{text}</span>,
        },
      ]
    })
    if (items.length === 0) return null
    return (
      <Panel key={group.groupId} title={groupName(group, words)}>
        <DefinitionList items={items} />
      </Panel>
    )
  })
}
