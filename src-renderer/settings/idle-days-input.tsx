import './settings.css'
import { Input } from 'antd'
import { type KeyboardEvent, useId, useState } from 'react'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { ArchiveSettings } from '#shared/domain/settings.ts'
import { useSaveSetting } from './use-save-setting.ts'

/** After how many days without an order a customer counts as long absent, with its name before it. */
export function IdleDaysField() {
  const { t } = useTranslation()
  const id = useId()
  const { data: settings } = useRequest('settings.get', {})
  if (!settings) return null
  return (
    <span className="row">
      <span id={id} className="secondary nowrap">
        {t('settings.idleDays')}
      </span>
      <IdleDaysInput key={settings.idleDays} settings={settings} labelId={id} />
    </span>
  )
}

/** A number of days that is checked and saved when it is left or Enter is pressed; Esc puts the saved one back. */
export function IdleDaysInput({ settings, labelId }: { settings: ArchiveSettings; labelId: string }) {
  const { t } = useTranslation()
  const { isReadOnly } = useOpenArchive()
  const { error, save } = useSaveSetting(settings)
  const [text, setText] = useState(String(settings.idleDays))
  const [isWrong, setWrong] = useState(false)
  const check = () => {
    const parsed = ArchiveSettings.shape.idleDays.safeParse(
      Number(text.trim().normalize('NFKC') || Number.NaN),
    )
    setWrong(!parsed.success)
    if (parsed.success && parsed.data !== settings.idleDays) void save('idleDays', parsed.data)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    if (event.key === 'Enter') check()
    if (event.key === 'Escape') {
      event.stopPropagation()
      setText(String(settings.idleDays))
      setWrong(false)
    }
  }
  return (
    <>
      <Input
        className="setting-prefix num"
        inputMode="numeric"
        aria-labelledby={labelId}
        value={text}
        readOnly={isReadOnly}
        maxLength={4}
        status={isWrong ? 'error' : ''}
        aria-invalid={isWrong}
        onChange={event => setText(event.target.value)}
        onBlur={check}
        onKeyDown={onKeyDown}
      />
      {isWrong && (
        <span className="small seal" role="alert">
          {t('settings.idleDaysWrong')}
        </span>
      )}
      {error && <ErrorNote error={error.data} />}
    </>
  )
}
