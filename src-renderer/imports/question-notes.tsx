import { Button, Select } from 'antd'
import type { ReactNode } from 'react'
import { Note } from '#renderer/components/note.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type {
  BalancePolicy,
  ImportPreview,
  ImportQuestion,
  MappedColumn,
} from '#shared/domain/import-batch.ts'
import type { ImportKind, ImportTarget } from '#shared/domain/import-field.ts'
import { columnLetters } from './cell-place.ts'
import { useFieldChoices } from './field-choices.ts'
import { platformName, shopName } from './names.ts'

export type Answers = {
  readonly onKind: (kind: ImportKind) => void
  readonly onShop: (platform: string, shop: string) => void
  readonly onConfirmShop: () => void
  readonly onField: (columnIndex: number, field: ImportTarget | null) => void
  readonly onSkipAll: (columns: readonly MappedColumn[]) => void
  readonly onBalance: (balance: BalancePolicy) => void
}

type QuestionProps = Answers & { readonly preview: ImportPreview }

const views: Readonly<Record<ImportQuestion, (props: QuestionProps) => ReactNode>> = {
  'choose-kind': KindQuestion,
  'choose-shop': ShopQuestion,
  'shop-differs': ShopDiffersQuestion,
  'map-required-field': RequiredFieldQuestion,
  'new-columns': NewColumnsQuestion,
  'balance-overlaps': BalanceQuestion,
}

/** What has to be answered before anything can be written: each question one note with its choices. */
export function QuestionNotes(props: QuestionProps) {
  return props.preview.questions.map(question => {
    const View = views[question]
    return <View key={question} {...props} />
  })
}

function Question({ text, children }: { text: string; children: ReactNode }) {
  return (
    <Note tone="warn">
      <div className="import-question">
        <span>{text}</span>
        {children}
      </div>
    </Note>
  )
}

function KindQuestion({ onKind }: QuestionProps) {
  const { t } = useTranslation()
  return (
    <Question text={t('imports.question.kind')}>
      <Button size="small" onClick={() => onKind('customers')}>
        {t('imports.question.kind.customers')}
      </Button>
      <Button size="small" onClick={() => onKind('orders')}>
        {t('imports.question.kind.orders')}
      </Button>
    </Question>
  )
}

/** At most three known shops as buttons; all of them, and new names, are in the form at the left. */
function ShopQuestion({ preview, onShop }: QuestionProps) {
  const words = useTranslation()
  const { t } = words
  const { platform, knownShops } = preview
  const possible = preview.recalled?.possibleShops ?? []
  const ofPlatform = knownShops.filter(known => known.platform === platform)
  const shops = (possible.length > 0 ? possible : ofPlatform).filter(({ shop }) => shop !== '').slice(0, 3)
  const isPlatformTold = new Set(shops.map(shop => shop.platform)).size > 1
  const key = possible.length > 0 ? 'imports.question.shop.alike' : 'imports.question.shop'
  return (
    <Question text={t(key)}>
      {shops.map(one => (
        <Button
          key={`${one.platform} ${one.shop}`}
          size="small"
          onClick={() => onShop(one.platform, one.shop)}
        >
          {isPlatformTold
            ? t('imports.history.sourceOf', { platform: platformName(words, one.platform), shop: one.shop })
            : one.shop}
        </Button>
      ))}
      <Button size="small" onClick={() => onShop(platform, '')}>
        {t('imports.question.shop.none')}
      </Button>
    </Question>
  )
}

function ShopDiffersQuestion({ preview, onShop, onConfirmShop }: QuestionProps) {
  const words = useTranslation()
  const { t } = words
  const shop = preview.shop ?? ''
  const others = preview.knownShops
    .filter(known => known.platform === preview.platform && known.shop !== shop)
    .slice(0, 3)
  return (
    <Question text={t('imports.question.shopDiffers', { shop: shopName(words, shop) })}>
      {others.map(other => (
        <Button key={other.shop} size="small" onClick={() => onShop(other.platform, other.shop)}>
          {t('imports.question.shopDiffers.other', { shop: shopName(words, other.shop) })}
        </Button>
      ))}
      <Button size="small" onClick={onConfirmShop}>
        {t('imports.question.shopDiffers.confirm', { shop: shopName(words, shop) })}
      </Button>
    </Question>
  )
}

function RequiredFieldQuestion({ preview, onField }: QuestionProps) {
  const { t } = useTranslation()
  const columns = preview.columns.map(({ columnIndex, header }) => {
    const letters = columnLetters(columnIndex)
    return { value: columnIndex, label: header === '' ? t('imports.columns.noHeader', { letters }) : header }
  })
  return (
    <Question text={t('imports.question.required')}>
      {preview.missingFields.map(field => (
        <span key={field} className="row">
          <b className="nowrap">{t(`import-field.${field}`)}</b>
          <Select
            size="small"
            className="import-pick-column"
            aria-label={t(`import-field.${field}`)}
            popupMatchSelectWidth={false}
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('imports.question.required.column')}
            options={columns}
            onChange={(columnIndex: number) => onField(columnIndex, field)}
          />
        </span>
      ))}
    </Question>
  )
}

/** Columns that the file did not have before: each gets a field or is left out, once and for all. */
function NewColumnsQuestion({ preview, onField, onSkipAll }: QuestionProps) {
  const { t } = useTranslation()
  const choices = useFieldChoices(preview.columns, preview.kind)
  const columns = preview.columns.filter(column => column.origin === 'new' && column.field === null)
  const named = columns.filter(column => column.header !== '')
  return (
    <Question text={t('imports.question.newColumns', { count: named.length })}>
      {named.map(({ columnIndex, header }) => (
        <span key={columnIndex} className="row">
          <b className="nowrap">{header}</b>
          <Select
            size="small"
            className="import-pick-column"
            aria-label={t('imports.columns.fieldFor', { header })}
            popupMatchSelectWidth={260}
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('imports.columns.choose')}
            options={choices as never}
            onChange={(value: ImportTarget | '') => onField(columnIndex, value === '' ? null : value)}
          />
        </span>
      ))}
      <Button size="small" onClick={() => onSkipAll(named)}>
        {t(named.length === 1 ? 'imports.columns.skip' : 'imports.columns.skipAll')}
      </Button>
    </Question>
  )
}

/** Sums and orders of the same days would count twice: orders can take the place of sums, sums never that of orders. */
function BalanceQuestion({ preview, onBalance }: QuestionProps) {
  const { t } = useTranslation()
  if (preview.kind === 'customers')
    return (
      <Question text={t('imports.question.balance.ofCustomers')}>
        <Button size="small" onClick={() => onBalance('skip')}>
          {t('imports.question.balance.keepOrders')}
        </Button>
      </Question>
    )
  return (
    <Question text={t('imports.question.balance')}>
      <Button size="small" onClick={() => onBalance('replace')}>
        {t('imports.question.balance.replace')}
      </Button>
      <Button size="small" onClick={() => onBalance('skip')}>
        {t('imports.question.balance.skip')}
      </Button>
    </Question>
  )
}
