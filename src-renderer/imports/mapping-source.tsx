import { Select } from 'antd'
import { useState } from 'react'
import { LinkButton } from '#renderer/components/link-button.tsx'
import { useToast } from '#renderer/components/toast.tsx'
import { formatWhen } from '#renderer/i18n/format-date.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useCommand } from '#renderer/ipc/use-command.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { ImportPlanOptions, ImportPreview } from '#shared/domain/import-batch.ts'
import { presetName, shopName } from './names.ts'
import { chooseMemory, choosePreset } from './plan-options.ts'
import { PresetsDialog } from './presets-dialog.tsx'

type MappingSourceProps = {
  readonly preview: ImportPreview
  readonly options: ImportPlanOptions
  readonly onOptions: (options: ImportPlanOptions) => void
}

/** Presets beside what is remembered, in one list of choices: codes never contain a space. */
const fromMemory = ' memory'

/** Where the fields of the columns come from: memory, a preset or the words of the headings; and what became of memory. */
export function MappingSource({ preview, options, onOptions }: MappingSourceProps) {
  const words = useTranslation()
  const { t } = words
  const presets = useRequest('imports.listPresets', {})
  const [isOpen, setOpen] = useState(false)
  const { recalled, presetCode } = preview
  const isMemoryKnown = recalled !== null || options.isUnremembered === true || options.preset !== undefined
  const choices = [
    ...(isMemoryKnown ? [{ value: fromMemory, label: t('imports.mapping.memory') }] : []),
    { value: '', label: t('imports.mapping.words') },
    ...(presets.data ?? []).map(preset => ({ value: preset.code, label: presetName(words, preset) })),
  ]
  const choose = (value: string) =>
    onOptions(value === fromMemory ? chooseMemory(options, true) : choosePreset(options, value))
  return (
    <section className="panel import-mapping-source">
      <div className="import-source-line">
        <span className="tertiary">{t('imports.mapping.source')}</span>
        <Select
          size="small"
          className="import-pick"
          aria-label={t('imports.mapping.source')}
          popupMatchSelectWidth={false}
          showSearch={{ optionFilterProp: 'label' }}
          value={recalled ? fromMemory : (presetCode ?? '')}
          options={choices}
          onChange={choose}
        />
      </div>
      <RecallNote preview={preview} onForgotten={() => onOptions({ ...options })} />
      <div className="small">
        <LinkButton onClick={() => setOpen(true)}>{t('imports.presets.open')}</LinkButton>
      </div>
      {isOpen && <PresetsDialog preview={preview} onClose={() => setOpen(false)} />}
    </section>
  )
}

function RecallNote({ preview, onForgotten }: { preview: ImportPreview; onForgotten: () => void }) {
  const words = useTranslation()
  const { t, language } = words
  const forget = useCommand('imports.forgetProfile')
  const toast = useToast()
  const { recalled } = preview
  if (!recalled) return null
  const when = formatWhen(recalled.savedAt, new Date(), language)
  const removed = recalled.removedHeaders.join(t('imports.listSeparator'))
  const onForget = async () => {
    const done = await forget.run({ importProfileId: recalled.importProfileId })
    if (done === undefined) return
    toast({ text: t('imports.mapping.forgotten') })
    onForgotten()
  }
  return (
    <div className="small secondary">
      {recalled.shop === ''
        ? t('imports.mapping.recalledUnnamed', { when })
        : t('imports.mapping.recalled', { shop: shopName(words, recalled.shop), when })}{' '}
      <LinkButton onClick={() => void onForget()}>{t('imports.mapping.forget')}</LinkButton>
      {removed !== '' && <div className="warn">{t('imports.mapping.removed', { headers: removed })}</div>}
    </div>
  )
}
