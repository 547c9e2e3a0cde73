import { FolderOpenOutlined, HistoryOutlined, PlusOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { LinkButton } from '#renderer/components/link-button.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useCommand } from '#renderer/ipc/use-command.ts'
import { useMode } from '#renderer/ipc/use-mode.ts'
import { usePreferences } from '#renderer/ipc/use-preferences.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { RecentArchive } from '#shared/domain/archive.ts'
import { RecentArchives } from './recent-archives.tsx'

type StartAsideProps = {
  readonly archives: readonly RecentArchive[]
  readonly onNew: () => void
  readonly onRestore: () => void
}

/** Right of the start screen: the archives of last time, and the other ways in. */
export function StartAside({ archives, onNew, onRestore }: StartAsideProps) {
  const { t } = useTranslation()
  const open = useCommand('archives.chooseAndOpen')
  return (
    <aside className="start-aside">
      <h2 className="section-title">{t(archives.length > 0 ? 'start.continue' : 'start.firstRun')}</h2>
      {archives.length > 0 ? (
        <div className="recent-archives">
          <RecentArchives archives={archives} />
        </div>
      ) : (
        <ol className="first-steps">
          <li>{t('start.step1')}</li>
          <li>{t('start.step2')}</li>
          <li>{t('start.step3')}</li>
        </ol>
      )}
      <h2 className="section-title start-other">{t('start.otherWays')}</h2>
      {open.error && <ErrorNote error={open.error.data} />}
      <Way icon={<PlusOutlined />} title={t('start.new')} hint={t('start.newHint')} onClick={onNew} />
      <Way
        icon={<FolderOpenOutlined />}
        title={t('start.openElsewhere')}
        hint={t('start.openElsewhereHint')}
        onClick={() => void open.run({})}
      />
      <Way
        icon={<HistoryOutlined />}
        title={t('start.restore')}
        hint={t('start.restoreHint')}
        onClick={onRestore}
      />
      <span className="grow" />
      <StartFoot />
    </aside>
  )
}

type WayProps = {
  readonly icon: ReactNode
  readonly title: string
  readonly hint: string
  readonly onClick: () => void
}

function Way({ icon, title, hint, onClick }: WayProps) {
  return (
    <button type="button" className="start-way" onClick={onClick}>
      <span className="start-way-icon">{icon}</span>
      <span className="grow">
        <b>{title}</b>
        <span className="small tertiary">{hint}</span>
      </span>
    </button>
  )
}

function StartFoot() {
  const { t, language } = useTranslation()
  const { save } = usePreferences()
  const { data: facts } = useRequest('program.facts', {})
  const isDark = useMode() === 'dark'
  const other = language === 'zh-CN' ? 'en' : 'zh-CN'
  return (
    <div className="row small tertiary">
      <span className="grow">{facts && t('start.version', { version: facts.version })}</span>
      <LinkButton onClick={() => save({ language: other })}>{t(`settings.language.${other}`)}</LinkButton>
      <LinkButton onClick={() => save({ theme: isDark ? 'light' : 'dark' })}>
        {t(isDark ? 'start.light' : 'start.dark')}
      </LinkButton>
    </div>
  )
}
