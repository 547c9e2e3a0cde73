import { Fragment } from 'react'
import { WhyLink } from '#renderer/components/link-button.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { segmentCssColor } from '#renderer/components/segment-swatch.tsx'
import { Skeleton } from '#renderer/components/skeleton.tsx'
import { scoreSentences, segmentName } from '#renderer/i18n/score-words.ts'
import { type Translation, useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import type { CustomerExplanation, RfmRequest } from '#shared/domain/rfm-analysis.ts'
import { errorText } from '#shared/i18n/error-text.ts'
import type { Explained } from './use-explanation.ts'

/** From this score on a measure speaks for the customer. */
const goodScore = 3

function ruleSentence({ segment }: CustomerExplanation, words: Translation): string {
  const { t } = words
  const { r, f, m } = segment
  const name = segmentName(words, segment)
  if (!r || !f || !m) return t('customers.why.otherwise', { segment: name })
  // The joiners keep a range on one line.
  const range = ([low, high]: readonly [number, number]) =>
    low === high ? String(low) : `${low}\u2060–\u2060${high}`
  return t('customers.why.rule', { segment: name, r: range(r), f: range(f), m: range(m) })
}

/** The days that are counted, each in a part of its own, so that no line breaks within a date. */
function periodSentences(
  { fromOn, asOf, lastOn }: CustomerExplanation,
  { t }: Translation,
): readonly string[] {
  return [
    fromOn === null
      ? t('customers.why.allTime', { to: asOf })
      : t('customers.why.period', { from: fromOn, to: asOf }),
    ...(lastOn === null ? [] : [t('customers.why.lastOn', { last: lastOn })]),
  ]
}

/** Why a customer is in a segment: three scores with the days, sums and limits to reckon them again. */
export function WhyPanel({ explained, onOpenOrders }: { explained: Explained; onOpenOrders: () => void }) {
  const words = useTranslation()
  const { t, language } = words
  const { explanation, analysis, error } = explained
  return (
    <Panel
      className="why-panel"
      title={
        explanation
          ? t('customers.why.title', { segment: segmentName(words, explanation.segment) })
          : t('customers.figure.segment')
      }
      extra={
        analysis && (
          <span className="small tertiary num nowrap">{t('customers.why.asOf', { day: analysis.asOf })}</span>
        )
      }
    >
      {error && analysis && (
        <p className="secondary">
          {error.code === 'not-found'
            ? t('customers.why.notYet', { day: analysis.asOf })
            : errorText(language, error.data)}
        </p>
      )}
      {!error && !explanation && <Skeleton lines={4} />}
      {explanation && analysis && (
        <Reasons explanation={explanation} analysis={analysis} onOpenOrders={onOpenOrders} />
      )}
    </Panel>
  )
}

type ReasonsProps = {
  readonly explanation: CustomerExplanation
  readonly analysis: RfmRequest
  readonly onOpenOrders: () => void
}

function Reasons({ explanation, analysis, onOpenOrders }: ReasonsProps) {
  const words = useTranslation()
  const { t, tCode } = words
  const { currency } = useOpenArchive()
  const sentences = scoreSentences(words, explanation, analysis.period, currency)
  const isScored = explanation.orderCount !== null
  const hasOrders = explanation.orderCount?.value !== 0 || explanation.spendMinor?.value !== 0
  if (!isScored)
    return <p className="secondary">{t('segments.score.noPurchase', { asOf: explanation.asOf })}</p>
  return (
    <>
      {sentences.map(sentence => (
        <ScoreRow key={sentence.part} {...sentence} colorKey={explanation.segment.colorKey} />
      ))}
      <div className="small secondary why-panel-notes">
        <p className="num">
          {periodSentences(explanation, words).map(sentence => (
            <Fragment key={sentence}>
              <span className="nowrap">{sentence}</span>{' '}
            </Fragment>
          ))}
        </p>
        {explanation.recencyDays === null && <p>{t('customers.why.noDay')}</p>}
        {explanation.balance !== 'none' && <p>{tCode(`segments.score.balance.${explanation.balance}`)}</p>}
        <p>
          {ruleSentence(explanation, words)}{' '}
          {hasOrders && <WhyLink onClick={onOpenOrders}>{t('customers.why.openOrders')}</WhyLink>}
        </p>
      </div>
    </>
  )
}

function ScoreRow(props: { part: string; score: number; text: string; colorKey: string }) {
  const { part, score, text, colorKey } = props
  const { t } = useTranslation()
  const color = score < goodScore ? segmentCssColor(colorKey) : 'var(--brandFill)'
  return (
    <div className="score-row">
      <b aria-hidden="true">{part}</b>
      <span
        className="score-squares"
        role="img"
        aria-label={t('customers.why.scoreOfFive', { letter: part, score })}
      >
        {[1, 2, 3, 4, 5].map(step => (
          <i key={step} style={step <= score ? { background: color } : undefined} />
        ))}
      </span>
      <b className="num" aria-hidden="true">
        {score}
      </b>
      <span className="small secondary num">{text}</span>
    </div>
  )
}
