import { Button, Input, Segmented, Select } from 'antd'
import { LinkButton } from '#renderer/components/link-button.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { type ImportFieldName, ImportKind, importFields } from '#shared/domain/import-field.ts'
import type { ImportPresetContent } from '#shared/domain/import-mapping.ts'
import { useListedChoices } from './field-choices.ts'
import { knownPlatforms, platformName } from './names.ts'
import { PickOrName } from './pick-or-name.tsx'

type PresetEditorProps = {
  readonly content: ImportPresetContent
  readonly onChange: (content: ImportPresetContent) => void
}

const noColumns: readonly never[] = []

/** Name, platform and headings of a preset; which headings tell a file that it is of this kind. */
export function PresetEditor({ content, onChange }: PresetEditorProps) {
  const words = useTranslation()
  const { t } = words
  const choices = useListedChoices(noColumns, content.kind)
  const setColumn = (at: number, changed: Partial<ImportPresetContent['columns'][number]>) =>
    onChange({
      ...content,
      columns: content.columns.map((column, index) => (index === at ? { ...column, ...changed } : column)),
    })
  const headings = content.columns.map(column => ({ value: column.heading, label: column.heading }))
  return (
    <div className="import-preset-editor">
      <div className="import-source-line">
        <span className="tertiary">{t('imports.presets.name')}</span>
        <Input
          size="small"
          aria-label={t('imports.presets.name')}
          autoFocus
          maxLength={60}
          value={content.name}
          onChange={event => onChange({ ...content, name: event.target.value })}
        />
      </div>
      <div className="import-source-line">
        <span className="tertiary">{t('imports.source.kind')}</span>
        <Segmented
          size="small"
          aria-label={t('imports.source.kind')}
          value={content.kind}
          options={ImportKind.options.map(value => ({ value, label: t(`import-kind.${value}`) }))}
          onChange={kind => onChange(withKind(content, kind))}
        />
      </div>
      <div className="import-source-line">
        <span className="tertiary">{t('imports.source.platform')}</span>
        <PickOrName
          label={t('imports.source.platform')}
          value={content.platform}
          choices={['', ...knownPlatforms].map(value => ({ value, label: platformName(words, value) }))}
          newLabel={name => t('imports.platform.new', { name })}
          maxLength={50}
          onPick={platform => onChange({ ...content, platform })}
        />
      </div>
      <div className="import-source-line">
        <span className="tertiary">{t('imports.presets.recognise')}</span>
        <Select
          size="small"
          mode="multiple"
          aria-label={t('imports.presets.recognise')}
          placeholder={t('imports.presets.recogniseNone')}
          maxCount={20}
          value={content.recognise}
          options={headings}
          onChange={(recognise: string[]) => onChange({ ...content, recognise })}
        />
      </div>
      <ul className="import-preset-columns">
        {content.columns.map(({ heading, field }, at) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: the heading itself is edited
            key={at}
            className="row"
          >
            <Input
              size="small"
              aria-label={t('imports.presets.heading')}
              maxLength={100}
              value={heading}
              onChange={event => setColumn(at, { heading: event.target.value })}
            />
            <Select
              size="small"
              className="import-pick"
              aria-label={t('imports.columns.fieldFor', { header: heading })}
              showSearch={{ optionFilterProp: 'label' }}
              value={field ?? ''}
              options={choices as never}
              onChange={(value: ImportFieldName | '') =>
                setColumn(at, { field: value === '' ? null : value })
              }
            />
            <LinkButton
              onClick={() =>
                onChange({ ...content, columns: content.columns.filter((_, index) => index !== at) })
              }
            >
              {t('imports.presets.removeHeading')}
            </LinkButton>
          </li>
        ))}
      </ul>
      <Button
        size="small"
        onClick={() => onChange({ ...content, columns: [...content.columns, { heading: '', field: null }] })}
      >
        {t('imports.presets.addHeading')}
      </Button>
    </div>
  )
}

/** Another kind of file: fields that it does not have are left out. */
function withKind(content: ImportPresetContent, kind: ImportKind): ImportPresetContent {
  const has = (name: ImportFieldName | null) =>
    importFields.some(field => field.name === name && (field.kinds as readonly string[]).includes(kind))
  return {
    ...content,
    kind,
    columns: content.columns.map(({ heading, field }) => ({ heading, field: has(field) ? field : null })),
  }
}
