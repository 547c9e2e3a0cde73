import { Input } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { ArchiveSettings } from '#shared/domain/settings.ts'

/** Settings that are typed. */
export type TextSetting = 'shopName' | 'individualPrefix' | 'companyPrefix'

type TextSettingInputProps = {
  readonly name: TextSetting
  readonly labelId: string
  readonly value: string
  readonly isReadOnly: boolean
  readonly onSave: (value: string) => void
}

/** A text that is checked and saved when it is left or Enter is pressed; Esc puts the saved one back. */
export function TextSettingInput({ name, labelId, value, isReadOnly, onSave }: TextSettingInputProps) {
  const { t } = useTranslation()
  const [text, setText] = useState(value)
  const [isWrong, setWrong] = useState(false)
  const isPrefix = name !== 'shopName'

  const save = () => {
    const parsed = ArchiveSettings.shape[name].safeParse(isPrefix ? text.trim().toUpperCase() : text)
    setWrong(!parsed.success)
    if (parsed.success && parsed.data !== value) onSave(parsed.data)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    if (event.key === 'Enter') save()
    if (event.key === 'Escape') {
      setText(value)
      setWrong(false)
    }
  }
  return (
    <>
      <Input
        className={isPrefix ? 'setting-prefix' : 'setting-text'}
        aria-labelledby={labelId}
        value={text}
        readOnly={isReadOnly}
        maxLength={isPrefix ? 3 : 100}
        status={isWrong ? 'error' : ''}
        aria-invalid={isWrong}
        onChange={event => setText(event.target.value)}
        onBlur={save}
        onKeyDown={onKeyDown}
      />
      {isWrong && (
        <div className="small seal" role="alert">
          {isPrefix ? t('settings.prefixHint') : t('field-issue.too-long')}
        </div>
      )}
    </>
  )
}
