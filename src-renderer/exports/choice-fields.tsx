import { Checkbox, Form, Segmented, Select } from 'antd'
import { LinkButton } from '#renderer/components/link-button.tsx'
import { useCardFields, useColumnName } from '#renderer/components/use-card-fields.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import {
  type ExportChoices,
  type ExportColumnName,
  type ExportSeparator,
  exportColumns,
} from '#shared/domain/export.ts'
import { ownColumn } from '#shared/domain/field.ts'

type ChoiceFieldsProps = {
  readonly choices: ExportChoices
  readonly isDisabled: boolean
  readonly onChange: (part: Partial<ExportChoices>) => void
}

const separatorNames = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const satisfies Record<
  ExportSeparator,
  string
>
const separators = Object.keys(separatorNames) as ExportSeparator[]

/** Table, purpose and kind of file, columns and masking of an export. */
export function ChoiceFields({ choices, isDisabled, onChange }: ChoiceFieldsProps) {
  const { t, tCode } = useTranslation()
  const { table, format, purpose } = choices
  const choice = <Value extends string>(value: Value) => ({ value, label: tCode(`exports.choice.${value}`) })
  return (
    <Form layout="vertical" disabled={isDisabled}>
      <Form.Item label={t('exports.what')}>
        <Segmented
          aria-label={t('exports.what')}
          value={table}
          options={[choice('customers'), choice('orders')]}
          onChange={value => onChange({ table: value })}
        />
      </Form.Item>
      <Form.Item label={t('exports.purpose')} extra={tCode(`exports.purpose.${purpose}`)}>
        <Segmented
          aria-label={t('exports.purpose')}
          value={purpose}
          options={[choice('record'), choice('contact')]}
          onChange={value => onChange({ purpose: value })}
        />
      </Form.Item>
      <Form.Item label={t('exports.format')}>
        <Segmented
          aria-label={t('exports.format')}
          value={format}
          options={[choice('xlsx'), choice('csv')]}
          onChange={value => onChange({ format: value })}
        />
      </Form.Item>
      {format === 'csv' && (
        <div className="row">
          <Form.Item label={t('exports.encoding')}>
            <Segmented
              aria-label={t('exports.encoding')}
              value={choices.encoding}
              options={[choice('utf-8'), choice('gb18030')]}
              onChange={value => onChange({ encoding: value })}
            />
          </Form.Item>
          <Form.Item label={t('exports.separator')}>
            <Segmented
              aria-label={t('exports.separator')}
              value={choices.separator}
              options={separators.map(value => ({
                value,
                label: t(`exports.separator.${separatorNames[value]}`),
              }))}
              onChange={value => onChange({ separator: value })}
            />
          </Form.Item>
        </div>
      )}
      <ColumnsField choices={choices} onChange={onChange} />
      <Form.Item>
        <Checkbox checked={choices.isMasked} onChange={event => onChange({ isMasked: event.target.checked })}>
          {t('exports.masked')}
        </Checkbox>
      </Form.Item>
    </Form>
  )
}

function ColumnsField({ choices, onChange }: Omit<ChoiceFieldsProps, 'isDisabled'>) {
  const { t } = useTranslation()
  const fields = useCardFields()
  const nameOf = useColumnName('export-column')
  const columnsKey = choices.table === 'customers' ? 'customerColumns' : 'orderColumns'
  const listed: readonly ExportColumnName[] = exportColumns[choices.table].map(({ name }) => name)
  const beyond = [...fields].flatMap(([, { field, group }]) => (group.isOn ? ownColumn(field.fieldId) : []))
  const names = choices.table === 'customers' ? [...listed, ...beyond] : listed
  const all = () => onChange({ [columnsKey]: names })
  const chosen = choices[columnsKey].filter(name => names.includes(name))
  return (
    <Form.Item
      label={t('exports.columns')}
      extra={
        <>
          {t('exports.columnsHint')} <LinkButton onClick={all}>{t('exports.allColumns')}</LinkButton>
        </>
      }
      {...(choices[columnsKey].length === 0 && {
        validateStatus: 'error' as const,
        help: t('exports.noColumn'),
      })}
    >
      <Select
        mode="multiple"
        value={chosen}
        options={names.map(name => ({ value: name, label: nameOf(name) }))}
        optionFilterProp="label"
        maxTagCount={8}
        aria-label={t('exports.columns')}
        onChange={value => onChange({ [columnsKey]: value })}
      />
    </Form.Item>
  )
}
