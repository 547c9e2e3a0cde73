import { Button, Input } from 'antd'
import { useId } from 'react'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { Skeleton } from '#renderer/components/skeleton.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { type CallStep, callSteps } from '#shared/domain/call-script.ts'
import type { ArchiveSettings } from '#shared/domain/settings.ts'
import { SettingLine } from './setting-line.tsx'
import { useSaveSetting } from './use-save-setting.ts'

/** What is said at each step of a call, in the language of the window; one click brings the standard words back. */
export function CallWordsPanel() {
  const { t } = useTranslation()
  const { data: settings, error } = useRequest('settings.get', {})
  return (
    <Panel title={t('settings.callWords')}>
      {error && <ErrorNote error={error.data} />}
      {settings ? <CallWordsFields settings={settings} /> : !error && <Skeleton />}
    </Panel>
  )
}

function CallWordsFields({ settings }: { settings: ArchiveSettings }) {
  const { t, tCode, language } = useTranslation()
  const { isReadOnly } = useOpenArchive()
  const { error, save } = useSaveSetting(settings)
  const all = settings.callWords ?? {}
  const own = all[language] ?? {}
  const standardOf = (step: CallStep) => tCode(`calls.words.${step}`, { name: '{name}', shop: '{shop}' })
  const saveStep = (step: CallStep, text: string) => {
    const { [step]: before, ...others } = own
    const typed = text.trim()
    const isStandard = typed === '' || typed === standardOf(step)
    if (isStandard ? before === undefined : typed === before) return
    void save('callWords', { ...all, [language]: isStandard ? others : { ...others, [step]: typed } })
  }
  return (
    <>
      {error && <ErrorNote error={error.data} />}
      <p className="small tertiary">{t('settings.callWords.hint', { name: '{name}', shop: '{shop}' })}</p>
      {callSteps.map(({ step }) => (
        <WordsOfStep
          key={`${language} ${step} ${own[step] ?? ''}`}
          label={t(`calls.step.${step}`)}
          words={own[step] ?? standardOf(step)}
          isReadOnly={isReadOnly}
          onSave={text => saveStep(step, text)}
        />
      ))}
      {!isReadOnly && (
        <Button
          disabled={Object.keys(own).length === 0}
          onClick={() => void save('callWords', { ...all, [language]: {} })}
        >
          {t('settings.callWords.standard')}
        </Button>
      )}
    </>
  )
}

type WordsOfStepProps = {
  readonly label: string
  readonly words: string
  readonly isReadOnly: boolean
  readonly onSave: (text: string) => void
}

/** The words of one step, saved when they are left. */
function WordsOfStep({ label, words, isReadOnly, onSave }: WordsOfStepProps) {
  const id = useId()
  return (
    <SettingLine id={id} label={label}>
      <Input.TextArea
        aria-labelledby={id}
        defaultValue={words}
        readOnly={isReadOnly}
        maxLength={2000}
        autoSize={{ minRows: 2, maxRows: 8 }}
        onBlur={event => onSave(event.target.value)}
      />
    </SettingLine>
  )
}
