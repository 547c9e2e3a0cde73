import { Button, Select } from 'antd'
import { useId } from 'react'
import { DefinitionList } from '#renderer/components/definition-list.tsx'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { Skeleton } from '#renderer/components/skeleton.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { Trade } from '#shared/domain/line-details.ts'
import type { ArchiveSettings } from '#shared/domain/settings.ts'
import { IdleDaysInput } from './idle-days-input.tsx'
import { SettingLine } from './setting-line.tsx'
import { type TextSetting, TextSettingInput } from './text-setting-input.tsx'
import { useSaveSetting } from './use-save-setting.ts'

/** Shop name, number prefixes and days of absence of the archive; its currency and zone, which stay. */
export function ArchivePanel({ onFields }: { onFields: () => void }) {
  const { t } = useTranslation()
  const { data: settings, error } = useRequest('settings.get', {})
  return (
    <Panel title={t('settings.archive')}>
      {error && <ErrorNote error={error.data} />}
      {settings ? <ArchiveFields settings={settings} /> : !error && <Skeleton />}
      <div className="setting-foot">
        <Button onClick={onFields}>{t('fields.open')}</Button>
        <p className="small tertiary">{t('fields.open.hint')}</p>
      </div>
    </Panel>
  )
}

function ArchiveFields({ settings }: { settings: ArchiveSettings }) {
  const { t, tCode } = useTranslation()
  const { isReadOnly } = useOpenArchive()
  const tradeId = useId()
  const idleDaysId = useId()
  const { error, save } = useSaveSetting(settings)
  return (
    <>
      {error && <ErrorNote error={error.data} />}
      <TextLine name="shopName" hint={t('settings.shopNameHint')} settings={settings} onSave={save} />
      <TextLine name="individualPrefix" settings={settings} onSave={save} />
      <TextLine name="companyPrefix" hint={t('settings.prefixHint')} settings={settings} onSave={save} />
      <SettingLine id={tradeId} label={t('settings.trade')} hint={t('settings.tradeHint')}>
        <Select<Trade>
          aria-labelledby={tradeId}
          className="setting-text"
          allowClear
          disabled={isReadOnly}
          placeholder={t('settings.trade.none')}
          {...(settings.trade === undefined ? {} : { value: settings.trade })}
          options={Trade.options.map(code => ({ value: code, label: tCode(`trade.${code}`) }))}
          onChange={(trade: Trade | undefined) => void save('trade', trade)}
        />
      </SettingLine>
      <SettingLine id={idleDaysId} label={t('settings.idleDays')} hint={t('settings.idleDaysHint')}>
        <IdleDaysInput key={settings.idleDays} settings={settings} labelId={idleDaysId} />
      </SettingLine>
      <DefinitionList
        items={[
          {
            key: 'currency',
            term: t('settings.currency'),
            value: (
              <>
                {settings.currency} <span className="small tertiary">{t('settings.currencyHint')}</span>
              </>
            ),
          },
          {
            key: 'timeZone',
            term: t('settings.timeZone'),
            value: (
              <>
                {settings.timeZone} <span className="small tertiary">{t('settings.timeZoneHint')}</span>
              </>
            ),
          },
        ]}
      />
    </>
  )
}

type TextLineProps = {
  readonly name: TextSetting
  readonly hint?: string
  readonly settings: ArchiveSettings
  readonly onSave: (name: TextSetting, value: string) => Promise<void>
}

function TextLine({ name, hint, settings, onSave }: TextLineProps) {
  const { t } = useTranslation()
  const id = useId()
  const { isReadOnly } = useOpenArchive()
  return (
    <SettingLine id={id} label={t(`settings.${name}`)} hint={hint}>
      <TextSettingInput
        key={settings[name]}
        name={name}
        labelId={id}
        value={settings[name]}
        isReadOnly={isReadOnly}
        onSave={value => void onSave(name, value)}
      />
    </SettingLine>
  )
}
