import { Button, Modal, Popconfirm } from 'antd'
import { useState } from 'react'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { LinkButton } from '#renderer/components/link-button.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useCommand } from '#renderer/ipc/use-command.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { ImportPreview } from '#shared/domain/import-batch.ts'
import type { ImportPreset, ImportPresetContent } from '#shared/domain/import-mapping.ts'
import { platformName, presetName, shopName } from './names.ts'
import { PresetEditor } from './preset-editor.tsx'

type PresetsDialogProps = { readonly preview: ImportPreview; readonly onClose: () => void }

/** A preset that is being changed; code null makes a new one. */
type Edited = { readonly code: string | null; readonly content: ImportPresetContent }

/** Presets and remembered mappings: see, copy, change, hand on, take in, delete, forget. */
export function PresetsDialog({ preview, onClose }: PresetsDialogProps) {
  const { t } = useTranslation()
  const [edited, setEdited] = useState<Edited | null>(null)
  const save = useCommand('imports.savePreset')
  const onSave = async () => {
    if (edited && (await save.run(edited))) setEdited(null)
  }
  return (
    <Modal
      open
      width={760}
      title={t('imports.presets.title')}
      onCancel={onClose}
      footer={
        edited ? (
          <>
            <Button onClick={() => setEdited(null)}>{t('common.cancel')}</Button>
            <Button
              type="primary"
              disabled={edited.content.name.trim() === '' || edited.content.columns.length === 0}
              loading={save.isRunning}
              onClick={() => void onSave()}
            >
              {t('common.save')}
            </Button>
          </>
        ) : (
          <Button onClick={onClose}>{t('common.close')}</Button>
        )
      }
    >
      {save.error && <ErrorNote error={save.error.data} />}
      {edited ? (
        <PresetEditor content={edited.content} onChange={content => setEdited({ ...edited, content })} />
      ) : (
        <PresetLists preview={preview} onEdit={setEdited} />
      )}
    </Modal>
  )
}

function PresetLists({ preview, onEdit }: { preview: ImportPreview; onEdit: (edited: Edited) => void }) {
  const { t } = useTranslation()
  const presets = useRequest('imports.listPresets', {})
  const exporting = useCommand('imports.exportPresets')
  const importing = useCommand('imports.importPresets')
  const own = (presets.data ?? []).filter(preset => !preset.isBuiltIn)
  const error = exporting.error ?? importing.error
  return (
    <div className="import-presets">
      {error && <ErrorNote error={error.data} />}
      <div className="row">
        <Button onClick={() => onEdit({ code: null, content: contentOf(preview) })}>
          {t('imports.presets.fromFile')}
        </Button>
        <Button onClick={() => void importing.run({})}>{t('imports.presets.import')}</Button>
        <Button
          disabled={own.length === 0}
          onClick={() => void exporting.run({ codes: own.map(preset => preset.code) })}
        >
          {t('imports.presets.exportAll')}
        </Button>
      </div>
      <ul aria-label={t('imports.presets.title')}>
        {(presets.data ?? []).map(preset => (
          <li key={preset.code} className="row">
            <PresetItem
              preset={preset}
              onEdit={onEdit}
              onExport={() => void exporting.run({ codes: [preset.code] })}
            />
          </li>
        ))}
      </ul>
      <RememberedList />
    </div>
  )
}

type PresetItemProps = {
  readonly preset: ImportPreset
  readonly onEdit: (edited: Edited) => void
  readonly onExport: () => void
}

function PresetItem({ preset, onEdit, onExport }: PresetItemProps) {
  const words = useTranslation()
  const { t } = words
  const remove = useCommand('imports.deletePreset')
  const { code, isBuiltIn, ...content } = preset
  const name = presetName(words, preset)
  return (
    <>
      <span className="grow clip" title={name}>
        {name}
        <span className="small tertiary">
          {' '}
          {isBuiltIn ? t('imports.presets.builtIn') : platformName(words, preset.platform)}
        </span>
      </span>
      {!isBuiltIn && (
        <LinkButton onClick={() => onEdit({ code, content })}>{t('imports.presets.edit')}</LinkButton>
      )}
      <LinkButton
        onClick={() =>
          onEdit({
            code: null,
            content: { ...content, name: t('imports.presets.copyName', { name }), recognise: [] },
          })
        }
      >
        {t('imports.presets.copy')}
      </LinkButton>
      <LinkButton onClick={onExport}>{t('imports.presets.export')}</LinkButton>
      {!isBuiltIn && (
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
      )}
    </>
  )
}

/** What is remembered of earlier files, each with the way to forget it. */
function RememberedList() {
  const words = useTranslation()
  const { t } = words
  const profiles = useRequest('imports.listProfiles', {})
  const forget = useCommand('imports.forgetProfile')
  const list = profiles.data ?? []
  return (
    <>
      <h3>{t('imports.remembered.title')}</h3>
      {list.length === 0 && <div className="secondary">{t('imports.remembered.none')}</div>}
      <ul aria-label={t('imports.remembered.title')}>
        {list.map(({ importProfileId, kind, platform, shop, columns }) => (
          <li key={importProfileId} className="row">
            <span className="grow clip" title={columns.map(column => column.header).join(' ')}>
              {t('imports.history.sourceOf', {
                platform: platformName(words, platform),
                shop: shopName(words, shop),
              })}
              <span className="small tertiary">
                {' '}
                {t(`import-kind.${kind}`)} {t('imports.remembered.columns', { count: columns.length })}
              </span>
            </span>
            <LinkButton onClick={() => void forget.run({ importProfileId })}>
              {t('imports.mapping.forget')}
            </LinkButton>
          </li>
        ))}
      </ul>
    </>
  )
}

/** The mapping that is on the screen as a preset: known by the headings that lead somewhere. */
function contentOf({ fileName, platform, kind, columns }: ImportPreview): ImportPresetContent {
  const named = columns.filter(column => column.header.trim() !== '')
  const mapped = named.filter(column => column.field !== null).map(column => column.header)
  return {
    name: fileName.replace(/\.[^.]*$/, '').slice(0, 60),
    platform,
    kind,
    recognise: mapped.slice(0, 20),
    columns: named.map(({ header, field }) => ({ heading: header.slice(0, 100), field })),
  }
}
