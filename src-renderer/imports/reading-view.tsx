import { Button, Input } from 'antd'
import { useState } from 'react'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { Skeleton } from '#renderer/components/skeleton.tsx'
import { formatBytes } from '#renderer/i18n/format-bytes.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { AppError } from '#shared/contract/app-error.ts'
import type { ImportPreview } from '#shared/domain/import-batch.ts'
import type { DeskFile, FileStage } from './desk-file.ts'
import { EncodingSelect } from './file-facts.tsx'
import { HeadView } from './head-view.tsx'
import { HeadingPicker } from './heading-picker.tsx'
import { importDesk } from './import-desk.ts'
import { JobProgress } from './job-progress.tsx'
import { chooseHeaderRow } from './plan-options.ts'

type ReadingProps = { readonly file: DeskFile; readonly stage: Extract<FileStage, { kind: 'reading' }> }

/** A file that is being read into the waiting room. */
export function ReadingView({ file, stage }: ReadingProps) {
  const { t } = useTranslation()
  const { fileId, name, sizeBytes } = file
  const done =
    sizeBytes === undefined
      ? {}
      : {
          done: (progress: number) =>
            t('imports.reading.bytes', {
              done: formatBytes(progress * sizeBytes),
              total: formatBytes(sizeBytes),
            }),
        }
  return (
    <>
      <Panel title={t('imports.reading.title', { name })}>
        <JobProgress jobId={stage.jobId} isCancelling={stage.isCancelling} {...done}>
          <Button disabled={stage.isCancelling} onClick={() => importDesk.cancel(fileId)}>
            {t('imports.reading.cancel')}
          </Button>
        </JobProgress>
        {stage.head ? null : <div className="secondary">{t('imports.reading.hint')}</div>}
      </Panel>
      {stage.head && <HeadView file={file} head={stage.head} />}
    </>
  )
}

/** A file whose turn has not come. */
export function WaitingView({ file }: { file: DeskFile }) {
  const { t } = useTranslation()
  return (
    <Panel title={file.name}>
      <div className="row">
        <span className="secondary grow">{t('imports.waiting')}</span>
        <Button onClick={() => importDesk.remove(file.fileId)}>{t('imports.leave')}</Button>
      </div>
    </Panel>
  )
}

/** A file that was read and is compared with the archive for the first time. */
export function CheckingView({ file, head }: { file: DeskFile; head: ImportPreview | null }) {
  const { t } = useTranslation()
  return (
    <>
      <Panel title={file.name}>
        <div className="secondary" role="status">
          {t('imports.checkingRows')}
        </div>
        {head ? null : <Skeleton lines={8} />}
      </Panel>
      {head && <HeadView file={file} head={head} />}
    </>
  )
}

type FailedProps = { readonly file: DeskFile; readonly error: AppError; readonly onAgain: () => void }

/** A file that cannot be read or compared: what happened, what was kept, what to do. Other files go on. */
export function FailedView({ file, error, onAgain }: FailedProps) {
  const { t } = useTranslation()
  return (
    <Panel title={file.name}>
      <div className="import-failed">
        <ErrorNote error={error.data} />
        <div className="row">
          {error.code === 'encoding-unknown' && <EncodingChoice file={file} />}
          {asksForPassword(error) && <PasswordBox file={file} />}
          <Button onClick={onAgain}>{t('imports.unreadable.again')}</Button>
          <Button onClick={() => importDesk.remove(file.fileId)}>{t('imports.unreadable.remove')}</Button>
        </div>
        {error.code === 'import-no-header' && <HeaderRowChoice file={file} />}
      </div>
    </Panel>
  )
}

/** A file whose kind of encryption can be opened, or whose password was not right. */
function asksForPassword({ code, data }: AppError): boolean {
  return code === 'password-wrong' || (code === 'file-encrypted' && data.details?.opens === 1)
}

/** Enter reads the file with what was typed; after a wrong one the box is there again, empty. */
function PasswordBox({ file }: { file: DeskFile }) {
  const { t } = useTranslation()
  const [password, setPassword] = useState('')
  const open = () => {
    if (password !== '') importDesk.readAgain(file.fileId, { ...file.readAs, password })
  }
  return (
    <>
      <Input.Password
        autoFocus
        autoComplete="off"
        className="import-password"
        aria-label={t('imports.password.label')}
        placeholder={t('imports.password.label')}
        maxLength={255}
        value={password}
        onChange={event => setPassword(event.target.value)}
        onPressEnter={open}
      />
      <Button type="primary" disabled={password === ''} onClick={open}>
        {t('imports.password.open')}
      </Button>
    </>
  )
}

function HeaderRowChoice({ file }: { file: DeskFile }) {
  const { fileId, options, stage } = file
  if (stage.kind !== 'staged') return null
  return (
    <HeadingPicker
      stagingId={stage.stagingId}
      sheetName={options.sheetName ?? null}
      headerRow={options.headerRow ?? null}
      headerRowCount={options.headerRowCount ?? 1}
      onHeaderRow={(headerRow, count) =>
        importDesk.setOptions(fileId, chooseHeaderRow(options, headerRow, count))
      }
    />
  )
}

function EncodingChoice({ file }: { file: DeskFile }) {
  const { t } = useTranslation()
  const [encoding, setEncoding] = useState<string | null>(null)
  return (
    <>
      <EncodingSelect encoding={encoding} onEncoding={setEncoding} />
      <Button
        disabled={encoding === null}
        onClick={() => encoding !== null && importDesk.readAgain(file.fileId, { ...file.readAs, encoding })}
      >
        {t('imports.unreadable.encoding')}
      </Button>
    </>
  )
}
