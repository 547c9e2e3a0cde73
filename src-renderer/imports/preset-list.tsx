import { Button, Popconfirm } from 'antd'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { LinkButton } from '#renderer/components/link-button.tsx'
import { useToast } from '#renderer/components/toast.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useCommand } from '#renderer/ipc/use-command.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { ImportPreview } from '#shared/domain/import-batch.ts'
import type { ImportPreset, ImportPresetContent } from '#shared/domain/import-mapping.ts'
import { platformName, presetName } from './names.ts'
import { emptyPreset, presetOf } from './preset-content.ts'
import { RememberedList } from './remembered-list.tsx'

/** A preset that is being changed; code null makes a new one. */
export type EditedPreset = { readonly code: string | null; readonly content: ImportPresetContent }

type PresetListProps = {
  /** The file on the desk, whose columns can be made a preset; null without one. */
  readonly preview: ImportPreview | null
  readonly onEdit: (edited: EditedPreset) => void
  readonly onLook: (preset: ImportPreset) => void
}

/** All presets, the operator's own first, and what is remembered of earlier files. */
export function PresetList({ preview, onEdit, onLook }: PresetListProps) {
  const { t } = useTranslation()
  const { isReadOnly } = useOpenArchive()
  const presets = useRequest('imports.listPresets', {})
  const { save, add, error } = usePresetFiles()
  const own = (presets.data ?? []).filter(preset => !preset.isBuiltIn)
  const begun = preview ? presetOf(preview) : emptyPreset
  return (
    <div className="import-presets">
      {error && <ErrorNote error={error.data} />}
      <div className="row">
        {!isReadOnly && (
          <>
            <Button autoFocus onClick={() => onEdit({ code: null, content: begun })}>
              {t(preview ? 'imports.presets.fromFile' : 'imports.presets.new')}
            </Button>
            <Button onClick={() => void add()}>{t('imports.presets.import')}</Button>
          </>
        )}
        {own.length > 0 && (
          <Button onClick={() => void save(own.map(preset => preset.code))}>
            {t('imports.presets.exportAll')}
          </Button>
        )}
      </div>
      <ul aria-label={t('imports.presets.title')}>
        {(presets.data ?? []).map(preset => (
          <li key={preset.code} className="row">
            <PresetItem
              preset={preset}
              isReadOnly={isReadOnly}
              onEdit={onEdit}
              onLook={() => onLook(preset)}
              onExport={() => void save([preset.code])}
            />
          </li>
        ))}
      </ul>
      <RememberedList isReadOnly={isReadOnly} />
    </div>
  )
}

/** Handing presets on as a file, and taking in those of others; both say what came of it. */
function usePresetFiles() {
  const { t } = useTranslation()
  const toast = useToast()
  const exporting = useCommand('imports.exportPresets')
  const importing = useCommand('imports.importPresets')
  const save = async (codes: string[]) => {
    const saved = await exporting.run({ codes })
    if (saved) toast({ text: t('imports.presets.exported', { name: saved.fileName }) })
  }
  const add = async () => {
    const added = await importing.run({})
    if (!added) return
    const text =
      added.length === 0
        ? t('imports.presets.nothingAdded')
        : t('imports.presets.added', { count: added.length })
    toast({ text })
  }
  return { save, add, error: exporting.error ?? importing.error }
}

type PresetItemProps = {
  readonly preset: ImportPreset
  readonly isReadOnly: boolean
  readonly onEdit: (edited: EditedPreset) => void
  readonly onLook: () => void
  readonly onExport: () => void
}

function PresetItem({ preset, isReadOnly, onEdit, onLook, onExport }: PresetItemProps) {
  const words = useTranslation()
  const { t } = words
  const { code, isBuiltIn, ...content } = preset
  const name = presetName(words, preset)
  const copy = { ...content, name: t('imports.presets.copyName', { name }).slice(0, 60), recognise: [] }
  return (
    <>
      <span className="grow clip" title={name}>
        {name}
        <span className="small tertiary">
          {' '}
          {isBuiltIn ? t('imports.presets.builtIn') : platformName(words, preset.platform)}
        </span>
      </span>
      <LinkButton onClick={onLook}>{t('imports.presets.look')}</LinkButton>
      {!isReadOnly && !isBuiltIn && (
        <LinkButton onClick={() => onEdit({ code, content })}>{t('imports.presets.edit')}</LinkButton>
      )}
      {!isReadOnly && (
        <LinkButton onClick={() => onEdit({ code: null, content: copy })}>
          {t('imports.presets.copy')}
        </LinkButton>
      )}
      <LinkButton onClick={onExport}>{t('imports.presets.export')}</LinkButton>
      {!isReadOnly && !isBuiltIn && <DeletePreset code={code} name={name} />}
    </>
  )
}

function DeletePreset({ code, name }: { code: string; name: string }) {
  const { t } = useTranslation()
  const remove = useCommand('imports.deletePreset')
  return (
    <Popconfirm
      title={t('imports.presets.deleteAsk', { name })}
      okText={t('imports.presets.delete')}
      cancelText={t('common.cancel')}
      onConfirm={() => void remove.run({ code })}
    >
      <button type="button" className="link">
        {t('imports.presets.delete')}
      </button>
    </Popconfirm>
  )
}
