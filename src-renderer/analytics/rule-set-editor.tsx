import { Button, InputNumber, Modal, Radio } from 'antd'
import { useState } from 'react'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { focusFirstField } from '#renderer/components/focus-first-field.ts'
import { SegmentSwatch } from '#renderer/components/segment-swatch.tsx'
import { useToast } from '#renderer/components/toast.tsx'
import { segmentName } from '#renderer/i18n/score-words.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useCommand } from '#renderer/ipc/use-command.ts'
import { type CurrencyCode, minorPerMajor } from '#shared/domain/currency.ts'
import type { RfmCutPoints, ScoreEdges } from '#shared/domain/rfm.ts'
import type { RfmRuleSet } from '#shared/domain/rfm-analysis.ts'

type RuleSetEditorProps = {
  readonly ruleSet: RfmRuleSet
  /** The limits in use now: where the operator begins. */
  readonly cutPoints: RfmCutPoints
  readonly currency: CurrencyCode
  readonly onClose: () => void
}

const measures = ['recencyDays', 'orderCount', 'spendMinor'] as const
type Measure = (typeof measures)[number]
type Edges = readonly (number | null)[]

const labels = {
  recencyDays: 'segments.rules.recencyDays',
  orderCount: 'segments.rules.orderCount',
  spendMinor: 'segments.rules.spend',
} as const

function isRising(edges: Edges): boolean {
  return edges.every((edge, index) => edge !== null && (index === 0 || edge >= (edges[index - 1] ?? 0)))
}

/** Lets the limits between the scores be fixed, and shows the order in which the segments are tried. */
export function RuleSetEditor({ ruleSet, cutPoints, currency, onClose }: RuleSetEditorProps) {
  const translation = useTranslation()
  const { t } = translation
  const toast = useToast()
  const save = useCommand('analytics.saveRuleSet')
  const unit = minorPerMajor(currency)
  const [isFixed, setFixed] = useState(ruleSet.cutPoints !== null)
  const [edges, setEdges] = useState<Readonly<Record<Measure, Edges>>>(() => ({
    recencyDays: cutPoints.recencyDays.map(Math.ceil),
    orderCount: cutPoints.orderCount.map(Math.ceil),
    spendMinor: cutPoints.spendMinor.map(edge => Math.ceil(edge / unit)),
  }))
  const isValid = !isFixed || measures.every(measure => isRising(edges[measure]))
  const setEdge = (measure: Measure, index: number, value: number | null) =>
    setEdges({ ...edges, [measure]: edges[measure].with(index, value) })
  const submit = async () => {
    const { version: _, ...rest } = ruleSet
    const minor = (edge: number | null) => Math.round((edge ?? 0) * unit)
    const fixed: RfmCutPoints = {
      recencyDays: edges.recencyDays.map(edge => edge ?? 0) as unknown as ScoreEdges,
      orderCount: edges.orderCount.map(edge => edge ?? 0) as unknown as ScoreEdges,
      spendMinor: edges.spendMinor.map(minor) as unknown as ScoreEdges,
    }
    const saved = await save.run({ ruleSet: { ...rest, cutPoints: isFixed ? fixed : null } })
    if (!saved) return
    toast({ text: t('segments.rules.saved', { version: String(saved.version) }) })
    onClose()
  }
  return (
    <Modal
      open
      afterOpenChange={focusFirstField}
      width={640}
      title={t('segments.rules.title')}
      onCancel={onClose}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {t('common.cancel')}
        </Button>,
        <Button key="save" type="primary" disabled={!isValid} loading={save.isRunning} onClick={submit}>
          {t('segments.rules.save', { version: String(ruleSet.version + 1) })}
        </Button>,
      ]}
    >
      {save.error && <ErrorNote error={save.error} />}
      <Radio.Group
        className="rule-mode"
        value={isFixed}
        onChange={event => setFixed(event.target.value as boolean)}
        options={[
          { value: false, label: t('segments.rules.auto') },
          { value: true, label: t('segments.rules.fixed') },
        ]}
      />
      {measures.map(measure => (
        <fieldset key={measure} className="rule-edges" disabled={!isFixed}>
          <legend className="small secondary">{t(labels[measure], { currency } as never)}</legend>
          <div className="row">
            {[0, 1, 2, 3].map(index => (
              <InputNumber
                key={index}
                min={0}
                precision={0}
                disabled={!isFixed}
                value={edges[measure][index] ?? null}
                status={isFixed && !isRising(edges[measure]) ? 'error' : ''}
                aria-label={`${t(labels[measure], { currency } as never)} ${index + 1}`}
                onChange={value => setEdge(measure, index, value)}
              />
            ))}
          </div>
        </fieldset>
      ))}
      {!isValid && <div className="seal small">{t('segments.rules.invalid')}</div>}
      <p className="secondary">
        {t('segments.rules.order', { otherwise: segmentName(translation, ruleSet.otherwise) })}
      </p>
      <table className="plain-table">
        <thead>
          <tr>
            <th>{t('segments.name')}</th>
            <th>{t('segments.rules.r')}</th>
            <th>{t('segments.rules.f')}</th>
            <th>{t('segments.rules.m')}</th>
          </tr>
        </thead>
        <tbody>
          {ruleSet.segments.map(segment => (
            <tr key={segment.code}>
              <td>
                <SegmentSwatch colorKey={segment.colorKey}>{segmentName(translation, segment)}</SegmentSwatch>
              </td>
              {[segment.r, segment.f, segment.m].map(([low, high], index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the three measures never change places
                <td key={index} className="num">
                  {low === high ? low : `${low}–${high}`}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Modal>
  )
}
