import { Button, Input } from 'antd'
import { useState } from 'react'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { AppError } from '#shared/contract/app-error.ts'
import type { DeskFile } from './desk-file.ts'
import { EncodingSelect } from './file-facts.tsx'
import { HeadingPicker } from './heading-picker.tsx'
import { importDesk } from './import-desk.ts'
import { separatorName, separators } from './names.ts'
import { PickOrName } from './pick-or-name.tsx'
import { chooseHeaderRow } from './plan-options.ts'

const textFile = /\.(?:csv|txt|tsv|tab|prn|dat)$/i

type FailedProps = { readonly file: DeskFile; readonly error: AppError; readonly onAgain: () => void }

/** A file that cannot be read or compared: what happened, what was kept, what to do. Other files go on. */
export function FailedView({ file, error, onAgain }: FailedProps) {
  const { t } = useTranslation()
  // Without headings a text may have been taken for one in another encoding, or cut at another sign.
  const isMisread = error.code === 'import-no-header' && textFile.test(file.name)
  return (
    <Panel title={file.name}>
      <div className="import-failed">
        <ErrorNote error={error.data} />
        <div className="row">
          {(error.code === 'encoding-unknown' || isMisread) && <EncodingChoice file={file} />}
          {isMisread && <SeparatorChoice file={file} />}
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

function SeparatorChoice({ file }: { file: DeskFile }) {
  const words = useTranslation()
  const { t } = words
  return (
    <PickOrName
      label={t('imports.change.separator')}
      placeholder={t('imports.change.separator')}
      value={file.readAs.separator}
      choices={separators.map(({ character }) => ({
        value: character,
        label: separatorName(words, character),
      }))}
      newLabel={character => t('imports.separator.own', { character })}
      maxLength={1}
      onPick={separator => importDesk.readAgain(file.fileId, { ...file.readAs, separator })}
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
