import { FileOutlined } from '@ant-design/icons'
import { Button, Form, Input, type InputRef, Select } from 'antd'
import { useEffect, useMemo, useRef } from 'react'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { FormField } from '#renderer/components/form-field.tsx'
import { zodRule } from '#renderer/components/zod-rule.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useCommand } from '#renderer/ipc/use-command.ts'
import { archivesContract } from '#shared/contract/archives.contract.ts'
import type { CurrencyCode } from '#shared/domain/currency.ts'
import { currencyOptions } from './currency-options.ts'

const newArchive = archivesContract['archives.create'].request
const maxNameLength = 60

type Fields = { readonly name: string; readonly currency: CurrencyCode }

type NewArchiveFormProps = {
  /** Names of files that will be looked at as soon as there is an archive. */
  readonly fileNames: readonly string[]
  readonly onClose: () => void
}

/** The name of an archive as its only file suggests it. */
export function suggestName(fileNames: readonly string[], otherwise: string): string {
  const [only = '', ...others] = fileNames
  if (others.length > 0) return otherwise
  const name = only.replace(/\.[^.]*$/, '').trim()
  return name === '' ? otherwise : name.slice(0, maxNameLength)
}

/** Makes a new archive: a name and a currency, in place. */
export function NewArchiveForm({ fileNames, onClose }: NewArchiveFormProps) {
  const { t, tCode, language } = useTranslation()
  const [form] = Form.useForm<Fields>()
  const create = useCommand('archives.create')
  const nameInput = useRef<InputRef>(null)
  useEffect(() => nameInput.current?.focus({ cursor: 'all' }), [])
  const currencies = useMemo(() => currencyOptions(language), [language])
  const hasFiles = fileNames.length > 0

  const make = async (isPlaceAsked: boolean) => {
    const fields = await form.validateFields().catch(() => undefined)
    if (fields) await create.run({ ...fields, isPlaceAsked })
  }
  return (
    <div className="start-panel">
      <h2 className="section-title">
        {hasFiles ? t('start.nameArchiveForFiles', { count: fileNames.length }) : t('start.nameArchive')}
      </h2>
      {hasFiles && <FileNames names={fileNames} />}
      {create.error && <ErrorNote error={create.error.data} />}
      <Form
        form={form}
        layout="vertical"
        className="new-archive"
        initialValues={{ name: suggestName(fileNames, t('start.defaultName')), currency: 'CNY' }}
        onFinish={() => void make(false)}
      >
        <FormField
          name="name"
          label={t('start.shopName')}
          rule={zodRule(newArchive, 'name', tCode)}
          extra={t('start.shopNameHint')}
        >
          <Input ref={nameInput} maxLength={maxNameLength} />
        </FormField>
        <FormField name="currency" label={t('start.currency')} extra={t('start.currencyHint')}>
          <Select showSearch={{ optionFilterProp: 'label' }} options={currencies} />
        </FormField>
        <p className="small tertiary">{t('start.place', { folder: t('desktop.archivesFolder') })}</p>
        <div className="row">
          <Button type="primary" htmlType="submit" loading={create.isRunning}>
            {hasFiles ? t('start.createAndSee') : t('start.create')}
          </Button>
          <Button disabled={create.isRunning} onClick={() => void make(true)}>
            {t('start.createElsewhere')}
          </Button>
          <Button disabled={create.isRunning} onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </div>
      </Form>
    </div>
  )
}

const shownNames = 6

function FileNames({ names }: { names: readonly string[] }) {
  return (
    <ul className="file-names">
      {names.slice(0, shownNames).map((name, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two files of different folders can have one name
        <li key={index} className="clip">
          <FileOutlined className="tertiary" /> {name}
        </li>
      ))}
      {names.length > shownNames && <li className="tertiary">+{names.length - shownNames}</li>}
    </ul>
  )
}
