import { InputNumber, Select } from 'antd'
import { useId } from 'react'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { fieldName } from '#renderer/components/field-words.ts'
import { Panel } from '#renderer/components/panel.tsx'
import { Skeleton } from '#renderer/components/skeleton.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { type CompletenessKey, CompletenessPart } from '#shared/domain/completeness.ts'
import { CardType } from '#shared/domain/customer.ts'
import type { ArchiveSettings, QualitySettings } from '#shared/domain/settings.ts'
import { SettingLine } from './setting-line.tsx'
import { useSaveSetting } from './use-save-setting.ts'

/** When a file counts as stale or incomplete, and which fields count for that on each card. */
export function QualityPanel() {
  const { t } = useTranslation()
  const { data: settings, error } = useRequest('settings.get', {})
  return (
    <Panel title={t('quality.title')}>
      {error && <ErrorNote error={error.data} />}
      {settings ? <QualityFields settings={settings} /> : !error && <Skeleton />}
    </Panel>
  )
}

function QualityFields({ settings }: { settings: ArchiveSettings }) {
  const words = useTranslation()
  const { t, tCode } = words
  const { isReadOnly } = useOpenArchive()
  const { data: fields } = useRequest('fields.list', {})
  const { error, save } = useSaveSetting(settings)
  const { quality } = settings
  const change = (part: Partial<QualitySettings>) => void save('quality', { ...quality, ...part })
  const ownFields = (fields?.groups ?? []).filter(group => group.isOn).flatMap(group => group.fields)
  const choices: readonly { value: CompletenessKey; label: string }[] = [
    ...CompletenessPart.options.map(part => ({ value: part, label: t(`quality.field.${part}`) })),
    ...ownFields.map(field => ({
      value: `field:${field.fieldId}` as CompletenessKey,
      label: fieldName(field, words),
    })),
  ]
  return (
    <>
      {error && <ErrorNote error={error.data} />}
      <NumberLine
        label={t('settings.staleDays')}
        hint={t('settings.staleDaysHint')}
        range={[30, 3650]}
        value={quality.staleDays}
        onSave={staleDays => change({ staleDays })}
      />
      <NumberLine
        label={t('settings.incompleteBelow')}
        hint={t('settings.incompleteBelowHint')}
        range={[1, 100]}
        value={quality.incompleteBelow}
        onSave={incompleteBelow => change({ incompleteBelow })}
      />
      {CardType.options.map(card => (
        <CountedFields
          key={card}
          label={t('settings.completeness', { card: tCode(`card-type.${card}`) })}
          value={quality.completeness[card]}
          choices={choices}
          isDisabled={isReadOnly}
          onChange={keys => change({ completeness: { ...quality.completeness, [card]: keys } })}
        />
      ))}
    </>
  )
}

type NumberLineProps = {
  readonly label: string
  readonly hint: string
  readonly range: readonly [number, number]
  readonly value: number
  readonly onSave: (value: number) => void
}

/** A number that is saved when it is left or Enter is pressed; one out of range becomes the nearest within. */
function NumberLine({ label, hint, range: [min, max], value, onSave }: NumberLineProps) {
  const id = useId()
  const { isReadOnly } = useOpenArchive()
  const saveTyped = (text: string) => {
    const typed = Math.round(Number(text.normalize('NFKC') || Number.NaN))
    if (Number.isNaN(typed)) return
    const next = Math.min(max, Math.max(min, typed))
    if (next !== value) onSave(next)
  }
  return (
    <SettingLine id={id} label={label} hint={hint}>
      <InputNumber
        key={value}
        aria-labelledby={id}
        className="num"
        defaultValue={value}
        min={min}
        max={max}
        precision={0}
        changeOnBlur
        controls={false}
        readOnly={isReadOnly}
        changeOnWheel={false}
        onBlur={event => saveTyped(event.target.value)}
        onPressEnter={event => saveTyped((event.target as HTMLInputElement).value)}
      />
    </SettingLine>
  )
}

type CountedFieldsProps = {
  readonly label: string
  readonly value: readonly CompletenessKey[]
  readonly choices: readonly { value: CompletenessKey; label: string }[]
  readonly isDisabled: boolean
  readonly onChange: (keys: CompletenessKey[]) => void
}

/** The fields that count for one card; one of them stays. */
function CountedFields({ label, value, choices, isDisabled, onChange }: CountedFieldsProps) {
  const id = useId()
  return (
    <SettingLine id={id} label={label}>
      <Select<CompletenessKey[]>
        mode="multiple"
        aria-labelledby={id}
        className="setting-fields"
        disabled={isDisabled}
        value={[...value]}
        options={[...choices]}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={keys => keys.length > 0 && onChange(keys)}
      />
    </SettingLine>
  )
}
