import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { call, toAppError } from '#renderer/ipc/client.ts'
import type { AppError } from '#shared/contract/app-error.ts'
import { readPictureValue, toPictureValue } from '#shared/domain/attachment.ts'
import type { FieldValue } from '#shared/domain/field-value.ts'
import { ErrorNote } from './error-note.tsx'
import { PictureMark } from './stored-picture.tsx'

type PictureInputProps = {
  readonly id?: string
  readonly value?: FieldValue
  readonly onChange?: (value: FieldValue | undefined) => void
}

/** Chooses a picture; it is encrypted into the archive at once, and is the customer's when the form is saved. */
export function PictureInput({ id, value, onChange }: PictureInputProps) {
  const { t } = useTranslation()
  const [isStoring, setStoring] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const picture = readPictureValue(value)
  const chooseText = t(picture ? 'attachments.picture.replace' : 'attachments.picture.choose')
  const choose = async () => {
    setError(null)
    setStoring(true)
    try {
      const chosen = await call('attachments.choosePicture', {})
      if (chosen)
        onChange?.(toPictureValue(await call('attachments.storePicture', { fileToken: chosen.fileToken })))
    } catch (failure) {
      setError(toAppError(failure))
    }
    setStoring(false)
  }
  return (
    <div className="picture-input">
      {picture && <PictureMark picture={picture} isLarge />}
      <Button
        {...(id === undefined ? {} : { id })}
        size="small"
        aria-label={chooseText}
        loading={isStoring}
        onClick={() => void choose()}
      >
        {chooseText}
      </Button>
      {picture && (
        <Button
          size="small"
          aria-label={t('attachments.picture.clearOne', { name: picture.fileName })}
          onClick={() => onChange?.(undefined)}
        >
          {t('attachments.picture.clear')}
        </Button>
      )}
      {error && <ErrorNote error={error.data} />}
    </div>
  )
}
