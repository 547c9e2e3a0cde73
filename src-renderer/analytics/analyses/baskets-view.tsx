import { InputNumber, Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { BasketAnalysis, BasketRequest, BasketRule } from '#shared/domain/baskets.ts'
import type { AnalysisProps, OpenedMark } from './analysis-acts.ts'
import { AnalysisFrame } from './analysis-frame.tsx'
import { BasketRules, leftNames } from './basket-rules.tsx'
import { periodCaption } from './period-words.ts'
import { ProductChoice } from './product-choice.tsx'

const usualLeast = 5

/** Who is meant by a rule: those who bought both sides, or the left side only. */
type Side = 'both' | 'left-only'

/** What is bought together: rules with their counts, and who bought the one and not the other. */
export function BasketsView({ request: { asOf }, fromOn, acts }: AnalysisProps) {
  const translation = useTranslation()
  const { t } = translation
  const [by, setBy] = useState<BasketRequest['by']>('order')
  const [least, setLeast] = useState(usualLeast)
  const [side, setSide] = useState<Side>('left-only')
  const [rule, setRule] = useState<BasketRule | null>(null)
  const [chosen, setChosen] = useState<OpenedMark | null>(null)
  const request = useMemo<BasketRequest>(
    () => ({
      ...{ fromOn, asOf, by, minimumCount: least, minimumSupport: 0 },
      ...{ minimumConfidence: 0.1, minimumLift: 1, mostItems: 3 },
    }),
    [fromOn, asOf, by, least],
  )
  const { data, error } = useRequest('analytics.findBasketRules', request, { keepsPrevious: true })
  const sides = (['left-only', 'both'] as const).map(value => ({
    value,
    label: t(`analyses.baskets.side.${value}`),
  }))
  const ofRule = rule && markOf(rule, side, by, { fromOn, asOf })
  const opened: OpenedMark | null =
    chosen ??
    (rule && ofRule
      ? {
          mark: ofRule,
          title: t(`analyses.baskets.members.${side}`, { left: leftNames(rule), right: rule.right.name }),
          ...(side === 'both' && by === 'order'
            ? { note: t('analyses.baskets.ordersNote', { count: rule.count }) }
            : {}),
        }
      : null)
  const bys = (['order', 'customer'] as const).map(value => ({
    value,
    label: t(`analyses.baskets.by.${value}`),
  }))
  return (
    <AnalysisFrame
      acts={acts}
      isLoading={!data}
      error={error}
      missing={data && data.basketCount === 0 ? t('analyses.baskets.missing') : null}
      notes={[data?.isCut ? t('analyses.baskets.cut') : null]}
      controls={
        <>
          <Segmented aria-label={t('analyses.baskets.by')} value={by} options={bys} onChange={setBy} />
          <span className="secondary nowrap">{t('analyses.baskets.least')}</span>
          <InputNumber
            aria-label={t('analyses.baskets.least')}
            min={1}
            max={100_000}
            value={least}
            onChange={value => value !== null && setLeast(Math.round(value))}
            style={{ width: 84 }}
          />
          <span className="secondary nowrap">{t('analyses.baskets.show')}</span>
          <Segmented
            aria-label={t('analyses.baskets.show')}
            value={side}
            options={sides}
            onChange={next => {
              setChosen(null)
              setSide(next)
            }}
          />
        </>
      }
      opened={opened}
      chartsPx={370}
    >
      {data && (
        <div className="analysis-stack">
          <ProductChoice fromOn={fromOn} asOf={asOf} onOpen={setChosen} />
          <BasketRules
            data={data}
            caption={captionOf(data)}
            period={periodCaption(translation, fromOn, asOf)}
            onReach={next => {
              setChosen(null)
              setRule(next)
            }}
          />
        </div>
      )}
    </AnalysisFrame>
  )

  function captionOf({ basketCount, productCount, ruleCount, rules }: BasketAnalysis): string {
    const words = { baskets: basketCount, products: productCount, rules: ruleCount, shown: rules.length }
    const all = t(`analyses.baskets.caption.${by}`, words)
    return rules.length < ruleCount ? `${all}${t('analyses.baskets.captionShown', words)}` : all
  }
}

function markOf(
  { left, right }: BasketRule,
  side: Side,
  by: BasketRequest['by'],
  period: Pick<BasketRequest, 'fromOn' | 'asOf'>,
): OpenedMark['mark'] {
  const leftIds = left.map(({ productId }) => productId)
  return side === 'both'
    ? {
        ...{ kind: 'bought', ...period, isInOneOrder: by === 'order' },
        ...{ products: [...leftIds, right.productId], notProducts: [] },
      }
    : {
        ...{ kind: 'bought', ...period, isInOneOrder: false },
        ...{ products: leftIds, notProducts: [right.productId] },
      }
}
