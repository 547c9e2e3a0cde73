import { Checkbox, Segmented } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { ImportPreview } from '#shared/domain/import-batch.ts'
import { ImportKind, type ImportTarget } from '#shared/domain/import-field.ts'
import { knownPlatforms, platformName, shopName } from './names.ts'
import { PickOrName } from './pick-or-name.tsx'

type SourceFormProps = {
  readonly preview: ImportPreview
  readonly isKindChosen: boolean
  readonly onKind: (kind: ImportKind) => void
  readonly onPlatform: (platform: string) => void
  readonly onShop: (platform: string, shop: string) => void
  readonly isMatchingNames: boolean
  readonly onMatchNames: (isMatching: boolean) => void
}

/** What a row of the sheet is, and whose: customers or orders, platform and shop. */
export function SourceForm(props: SourceFormProps) {
  const { t } = useTranslation()
  const { preview } = props
  return (
    <section className="panel import-source">
      <Line label={t('imports.source.kind')}>
        <Segmented
          size="small"
          block
          aria-label={t('imports.source.kind')}
          value={preview.questions.includes('choose-kind') && !props.isKindChosen ? '' : preview.kind}
          options={ImportKind.options.map(value => ({ value, label: t(`import-kind.${value}`) }))}
          onChange={kind =>
            ImportKind.options.includes(kind as ImportKind) && props.onKind(kind as ImportKind)
          }
        />
      </Line>
      <Line label={t('imports.source.platform')}>
        <PlatformPick preview={preview} onPlatform={props.onPlatform} />
      </Line>
      <Line label={t('imports.source.shop')}>
        <ShopPick preview={preview} onShop={props.onShop} />
      </Line>
      {hasOnlyNames(preview) && (
        <Checkbox
          className="import-match-names"
          checked={props.isMatchingNames}
          onChange={event => props.onMatchNames(event.target.checked)}
        >
          {t('imports.source.matchNames')}
        </Checkbox>
      )}
    </section>
  )
}

const identifying: readonly (ImportTarget | null)[] = [
  'phone',
  'secondPhone',
  'buyerId',
  'legacyNumber',
  'email',
  'wechat',
]

/** Nothing but a name says whose row it is. */
function hasOnlyNames({ columns }: ImportPreview): boolean {
  const fields = columns.map(({ field }) => field)
  return fields.includes('name') && !fields.some(field => identifying.includes(field))
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="import-source-line">
      <span className="tertiary">{label}</span>
      {children}
    </div>
  )
}

function PlatformPick({ preview, onPlatform }: Pick<SourceFormProps, 'preview' | 'onPlatform'>) {
  const words = useTranslation()
  const { t } = words
  const used = preview.knownShops.map(({ platform }) => platform)
  const platforms = [...new Set(['', ...knownPlatforms, ...used])]
  return (
    <PickOrName
      label={t('imports.source.platform')}
      value={preview.platform}
      choices={platforms.map(value => ({ value, label: platformName(words, value) }))}
      newLabel={name => t('imports.platform.new', { name })}
      maxLength={50}
      onPick={onPlatform}
    />
  )
}

/** The shops of the platform, a new one, or none on purpose. */
export function ShopPick({ preview, onShop }: Pick<SourceFormProps, 'preview' | 'onShop'>) {
  const words = useTranslation()
  const { t } = words
  const { platform, shop, knownShops } = preview
  const ofPlatform = knownShops.filter(known => known.platform === platform).map(known => known.shop)
  const shops = [...new Set([...ofPlatform.filter(name => name !== ''), ''])]
  return (
    <PickOrName
      label={t('imports.source.shop')}
      value={shop ?? undefined}
      choices={shops.map(value => ({ value, label: shopName(words, value) }))}
      newLabel={name => t('imports.shop.new', { name })}
      placeholder={t('imports.source.shopHint')}
      maxLength={100}
      isAsked={preview.questions.includes('choose-shop')}
      onPick={picked => onShop(platform, picked)}
    />
  )
}
