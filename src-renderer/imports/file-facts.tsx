import { FileExcelOutlined, FileTextOutlined, HistoryOutlined } from '@ant-design/icons'
import { InputNumber, Select } from 'antd'
import { useState } from 'react'
import { formatWhen } from '#renderer/i18n/format-date.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { ImportPreview, ReadingOrigin } from '#shared/domain/import-batch.ts'
import type { ReadAs } from './desk-file.ts'
import { HeadingPicker } from './heading-picker.tsx'
import { encodingName, encodings, separatorName, separators } from './names.ts'
import { PickOrName } from './pick-or-name.tsx'

type FileFactsProps = {
  readonly preview: ImportPreview
  readonly readAs: ReadAs
  readonly onSheet: (sheetName: string) => void
  readonly onHeaderRow: (headerRow: number, headerRowCount?: number) => void
  readonly onReadAs: (readAs: ReadAs) => void
}

/** What the program takes the file for, in one line, with the way to change it. */
export function FileFacts(props: FileFactsProps) {
  const { t } = useTranslation()
  const { preview } = props
  const [isOpen, setOpen] = useState(false)
  const facts = useFacts(preview)
  const Icon = preview.format === 'text' ? FileTextOutlined : FileExcelOutlined
  return (
    <div className="import-facts">
      <div className="row">
        <Icon className="brand" />
        <b className="clip import-file-name" title={preview.fileName}>
          {preview.fileName}
        </b>
        <span className="tertiary clip" title={facts}>
          {facts}
        </span>
        <button type="button" className="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? t('imports.change.fold') : t('common.change')}
        </button>
        <SameFile importedAt={preview.sameFileImportedAt} />
      </div>
      {isOpen && <ReadingForm {...props} />}
    </div>
  )
}

/** Said at the right when the very same file was imported before. */
function SameFile({ importedAt }: { importedAt: string | null }) {
  const { t, language } = useTranslation()
  if (importedAt === null) return null
  const when = formatWhen(importedAt, new Date(), language)
  return (
    <span className="small secondary nowrap import-same-file" title={t('imports.sameFileHint')}>
      <HistoryOutlined /> {t('imports.sameFile', { when })}
    </span>
  )
}

function useFacts(preview: ImportPreview): string {
  const words = useTranslation()
  const { t } = words
  const { format, sheetName, headerRow, titleRows, encoding, separator } = preview
  const asBefore = (fact: string, origin: ReadingOrigin) =>
    origin === 'remembered' ? t('imports.facts.asBefore', { fact }) : fact
  const last = headerRow + preview.headerRowCount - 1
  const row = last > headerRow ? `${headerRow}–${last}` : String(headerRow)
  const facts = [
    t(`imports.facts.${format}`),
    sheetName === '' ? '' : t('imports.facts.sheet', { sheet: sheetName }),
    headerRow === 0
      ? t('imports.facts.noHeader')
      : titleRows.length > 0
        ? t('imports.facts.headerBelowTitles', { row, count: titleRows.length })
        : t('imports.facts.header', { row }),
    encoding === null
      ? ''
      : asBefore(
          t('imports.facts.encoding', { encoding: encodingName(words, encoding) }),
          preview.encodingOrigin,
        ),
    separator === null
      ? ''
      : asBefore(
          t('imports.facts.separator', { separator: separatorName(words, separator) }),
          preview.separatorOrigin,
        ),
  ]
  return facts.filter(fact => fact !== '').join('　')
}

function ReadingForm({ preview, readAs, onSheet, onHeaderRow, onReadAs }: FileFactsProps) {
  const { t } = useTranslation()
  return (
    <fieldset className="import-reading-form" aria-label={t('imports.change.label')}>
      {preview.sheets.length > 1 && (
        <Field label={t('imports.change.sheet')}>
          <SheetSelect preview={preview} onSheet={onSheet} />
        </Field>
      )}
      <Field label={t('imports.change.headerRow')}>
        <HeaderRowInput key={preview.headerRow} headerRow={preview.headerRow} onHeaderRow={onHeaderRow} />
      </Field>
      {preview.encoding !== null && <TextFileFields preview={preview} readAs={readAs} onReadAs={onReadAs} />}
      <HeadingPicker
        stagingId={preview.stagingId}
        sheetName={preview.sheetName}
        headerRow={preview.headerRow}
        headerRowCount={preview.headerRowCount}
        onHeaderRow={onHeaderRow}
      />
    </fieldset>
  )
}

function Field({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className="row">
      <span className="secondary nowrap">{label}</span>
      {children}
    </label>
  )
}

function SheetSelect({ preview, onSheet }: Pick<FileFactsProps, 'preview' | 'onSheet'>) {
  const { t } = useTranslation()
  const options = preview.sheets.map(({ name, isHidden, rowCount }) => ({
    value: name,
    label: t(isHidden ? 'imports.change.hiddenSheet' : 'imports.change.sheetRows', {
      sheet: name,
      count: rowCount,
    }),
  }))
  return (
    <Select
      size="small"
      aria-label={t('imports.change.sheet')}
      className="import-sheet-select"
      popupMatchSelectWidth={false}
      value={preview.sheetName}
      options={options}
      onChange={onSheet}
    />
  )
}

/** Takes the number when the field is left or Enter is pressed, not at each digit. */
function HeaderRowInput({
  headerRow,
  onHeaderRow,
}: { headerRow: number | null } & Pick<FileFactsProps, 'onHeaderRow'>) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<number | null>(headerRow)
  const take = () => {
    if (typed !== null && typed !== headerRow) onHeaderRow(typed)
  }
  return (
    <InputNumber
      size="small"
      aria-label={t('imports.change.headerRow')}
      className="import-header-row"
      min={1}
      max={1_048_576}
      precision={0}
      value={typed}
      onChange={setTyped}
      onStep={value => onHeaderRow(Number(value))}
      onBlur={take}
      onPressEnter={take}
    />
  )
}

function TextFileFields({
  preview,
  readAs,
  onReadAs,
}: Pick<FileFactsProps, 'preview' | 'readAs' | 'onReadAs'>) {
  const words = useTranslation()
  const { t } = words
  return (
    <>
      <Field label={t('imports.change.encoding')}>
        <EncodingSelect
          encoding={preview.encoding}
          onEncoding={encoding => onReadAs({ ...readAs, encoding })}
        />
      </Field>
      {preview.separator !== null && (
        <Field label={t('imports.change.separator')}>
          <PickOrName
            label={t('imports.change.separator')}
            value={preview.separator ?? undefined}
            choices={separators.map(({ character }) => ({
              value: character,
              label: separatorName(words, character),
            }))}
            newLabel={character => t('imports.separator.own', { character })}
            maxLength={1}
            onPick={separator => onReadAs({ ...readAs, separator })}
          />
        </Field>
      )}
    </>
  )
}

/** The usual encodings of text files. */
export function EncodingSelect(props: { encoding: string | null; onEncoding: (encoding: string) => void }) {
  const words = useTranslation()
  return (
    <Select
      size="small"
      aria-label={words.t('imports.change.encoding')}
      className="import-encoding-select"
      value={props.encoding}
      placeholder={words.t('imports.change.encoding')}
      options={encodings.map(value => ({ value, label: encodingName(words, value) }))}
      onChange={encoding => encoding && props.onEncoding(encoding)}
    />
  )
}
