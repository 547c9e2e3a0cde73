import { fieldName } from '#renderer/components/field-words.ts'
import { LinkButton } from '#renderer/components/link-button.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { useFieldCommand } from './use-field-command.ts'

/** Fields that were taken off the file, each with the way back. Empty: nothing. */
export function HiddenFields({ isReadOnly }: { isReadOnly: boolean }) {
  const words = useTranslation()
  const { t } = words
  const { data } = useRequest('fields.listHidden', {})
  const restore = useFieldCommand('fields.setHidden')
  if (!data || data.fields.length === 0) return null
  return (
    <Panel title={t('fields.hidden.title')}>
      <ul className="field-list">
        {data.fields.map(field => {
          const name = fieldName(field, words)
          return (
            <li key={field.fieldId} className="field-line">
              <span>{name}</span>
              <span className="small secondary field-line-kind">
                {t('fields.hidden.values', { count: field.valueCount })}
              </span>
              <LinkButton
                isDisabled={isReadOnly || restore.isRunning}
                onClick={() =>
                  void restore.run(
                    { fieldId: field.fieldId, isHidden: false },
                    t('fields.restored', { name }),
                  )
                }
              >
                {t('fields.hidden.restore')}
              </LinkButton>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
