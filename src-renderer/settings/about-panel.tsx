import { DefinitionList } from '#renderer/components/definition-list.tsx'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'

/** Which program this is, for a question over the phone. */
export function AboutPanel() {
  const { t } = useTranslation()
  const { data: facts, error } = useRequest('program.facts', {})
  return (
    <Panel title={t('settings.about')}>
      {error && <ErrorNote error={error.data} />}
      {facts && (
        <DefinitionList
          items={[
            { key: 'version', term: t('settings.version'), value: `${t('common.appName')} ${facts.version}` },
            { key: 'runtime', term: t('settings.runtime'), value: facts.runtime },
            { key: 'sqlite', term: t('settings.sqlite'), value: `SQLite ${facts.sqlite}` },
          ]}
        />
      )}
      <p className="small tertiary setting-foot">{t('settings.license')}</p>
    </Panel>
  )
}
