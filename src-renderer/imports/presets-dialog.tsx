import { Button, Modal } from 'antd'
import { useState } from 'react'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useCommand } from '#renderer/ipc/use-command.ts'
import type { ImportPreview } from '#shared/domain/import-batch.ts'
import type { ImportPreset } from '#shared/domain/import-mapping.ts'
import { presetName } from './names.ts'
import { savablePreset } from './preset-content.ts'
import { PresetEditor } from './preset-editor.tsx'
import { type EditedPreset, PresetList } from './preset-list.tsx'
import { PresetView } from './preset-view.tsx'

type PresetsDialogProps = {
  /** The file on the desk; null without one. */
  readonly preview: ImportPreview | null
  readonly onClose: () => void
}

/** Presets and remembered mappings: see, make, copy, change, hand on, take in, delete, forget. */
export function PresetsDialog({ preview, onClose }: PresetsDialogProps) {
  const words = useTranslation()
  const { t } = words
  const [edited, setEdited] = useState<EditedPreset | null>(null)
  const [looked, setLooked] = useState<ImportPreset | null>(null)
  const save = useCommand('imports.savePreset')
  const content = edited && savablePreset(edited.content)
  const onSave = async () => {
    if (edited && content && (await save.run({ code: edited.code, content }))) setEdited(null)
  }
  const toList = () => {
    setEdited(null)
    setLooked(null)
  }
  return (
    <Modal
      open
      width={760}
      title={looked ? presetName(words, looked) : t('imports.presets.title')}
      // Escape leaves what is open in the dialog before the dialog.
      onCancel={edited || looked ? toList : onClose}
      footer={
        edited ? (
          <>
            <Button onClick={toList}>{t('common.cancel')}</Button>
            <Button
              type="primary"
              disabled={content === null}
              loading={save.isRunning}
              onClick={() => void onSave()}
            >
              {t('common.save')}
            </Button>
          </>
        ) : looked ? (
          <Button autoFocus onClick={toList}>
            {t('imports.presets.back')}
          </Button>
        ) : (
          <Button onClick={onClose}>{t('common.close')}</Button>
        )
      }
    >
      {save.error && <ErrorNote error={save.error.data} />}
      {edited ? (
        <PresetEditor
          content={edited.content}
          onChange={changed => setEdited({ ...edited, content: changed })}
        />
      ) : looked ? (
        <PresetView content={looked} />
      ) : (
        <PresetList preview={preview} onEdit={setEdited} onLook={setLooked} />
      )}
    </Modal>
  )
}
