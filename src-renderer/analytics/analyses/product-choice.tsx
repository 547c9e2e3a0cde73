import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { OpenedMark } from './analysis-acts.ts'

type ProductChoiceProps = {
  readonly fromOn: CalendarDate | null
  readonly asOf: CalendarDate
  readonly onOpen: (opened: OpenedMark) => void
}

type Chosen = { readonly value: number; readonly label: string }

/** Lists who bought some products and none of others, chosen by name. */
export function ProductChoice({ fromOn, asOf, onOpen }: ProductChoiceProps) {
  const { t } = useTranslation()
  const [bought, setBought] = useState<readonly Chosen[]>([])
  const [notBought, setNotBought] = useState<readonly Chosen[]>([])
  const names = (chosen: readonly Chosen[]) => chosen.map(({ label }) => label).join(' + ')
  const ids = (chosen: readonly Chosen[]) => chosen.map(({ value }) => value)
  const open = () => {
    const words = { left: names(bought), right: names(notBought) }
    onOpen({
      mark: {
        ...{ kind: 'bought', fromOn, asOf, isInOneOrder: false },
        ...{ products: ids(bought), notProducts: ids(notBought) },
      },
      title:
        notBought.length > 0
          ? t('analyses.baskets.members.left-only', words)
          : t('analyses.products.buyers', { name: words.left }),
    })
  }
  return (
    <div className="row">
      <span className="secondary nowrap">{t('analyses.baskets.bought')}</span>
      <ProductSelect label={t('analyses.baskets.bought')} value={bought} onChange={setBought} />
      <span className="secondary nowrap">{t('analyses.baskets.notBought')}</span>
      <ProductSelect label={t('analyses.baskets.notBought')} value={notBought} onChange={setNotBought} />
      <Button disabled={bought.length === 0} onClick={open}>
        {t('analyses.baskets.list')}
      </Button>
    </div>
  )
}

type ProductSelectProps = {
  readonly label: string
  readonly value: readonly Chosen[]
  readonly onChange: (chosen: readonly Chosen[]) => void
}

function ProductSelect({ label, value, onChange }: ProductSelectProps) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const { data } = useRequest('analytics.findProducts', { text }, { keepsPrevious: true })
  return (
    <Select
      aria-label={label}
      mode="multiple"
      labelInValue
      maxCount={10}
      maxTagCount="responsive"
      value={[...value]}
      options={(data ?? []).map(({ productId, name }) => ({ value: productId, label: name }))}
      showSearch={{ filterOption: false, onSearch: setText }}
      onChange={chosen => onChange(chosen.map(one => ({ value: one.value, label: String(one.label) })))}
      notFoundContent={t('analyses.baskets.noProduct')}
      placeholder={t('analyses.baskets.placeholder')}
      style={{ flex: 1, minWidth: 160 }}
    />
  )
}
