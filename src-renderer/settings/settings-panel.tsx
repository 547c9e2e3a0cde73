import type { ReactNode } from 'react'
import { PageHead } from '#renderer/components/page-head.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { AboutPanel } from './about-panel.tsx'
import { ArchivePanel } from './archive-panel.tsx'
import { CallWordsPanel } from './call-words-panel.tsx'
import { KeysPanel } from './keys-panel.tsx'
import { QualityPanel } from './quality-panel.tsx'
import { WindowPanel } from './window-panel.tsx'
import './settings.css'

/** Choices of this PC and of this archive; each is saved at once. */
export function SettingsPanel({ onFields, plans }: { onFields: () => void; plans?: ReactNode }) {
  const { t } = useTranslation()
  return (
    <>
      <PageHead title={t('settings.title')} note={t('settings.note')} />
      <div className="settings">
        <WindowPanel />
        <KeysPanel />
        <ArchivePanel onFields={onFields} />
        <QualityPanel />
        <CallWordsPanel />
        {plans}
        <AboutPanel />
      </div>
    </>
  )
}
