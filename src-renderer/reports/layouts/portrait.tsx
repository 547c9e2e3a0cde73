import { formatMonth } from '#renderer/i18n/format-date.ts'
import { evidenceText, portraitText } from '#renderer/i18n/portrait-words.ts'
import { segmentName } from '#renderer/i18n/score-words.ts'
import type { Translation } from '#renderer/i18n/use-translation.ts'
import type { PaperBlock } from '#renderer/reports/paper-block.ts'
import type { ReportData } from '#shared/domain/report.ts'
import { paperPart } from './paper-part.tsx'

type PortraitData = Extract<ReportData, { kind: 'portrait' }>

/** A portrait as blocks: whose it is, and each section with its sentences and what these rest on. */
export function portraitBlocks(words: Translation, data: PortraitData): readonly PaperBlock[] {
  const { t, tCode } = words
  const { analysis, ordersFromOn: from, sections, currency } = data
  const { asOf } = analysis
  const basis = from === null ? t('portrait.basis.all', { asOf }) : t('portrait.basis.period', { asOf, from })
  return [
    paperPart(
      'title',
      <>
        <h1 className="paper-card-title">
          {t('portrait.title')}　{ownerName(words, data)}
        </h1>
        <p className="paper-text">{basis}</p>
      </>,
    ),
    ...sections.map(
      ({ section, sentences }): PaperBlock => ({
        kind: 'block',
        key: section,
        node: (
          <div className="paper-portrait">
            <b>{tCode(`portrait.section.${section}`)}</b>
            <div>
              {sentences.map(sentence => {
                const text = portraitText(words, sentence, currency)
                return (
                  <p key={text}>
                    {text}
                    {sentence.evidence && <small>　{evidenceText(words, sentence.evidence)}</small>}
                  </p>
                )
              })}
            </div>
          </div>
        ),
      }),
    ),
  ]
}

function ownerName(words: Translation, { of, customer, segments }: PortraitData): string {
  const { t, tCode, language } = words
  if (of.kind === 'customer') return customer ? `${customer.name} ${customer.archiveNumber}` : ''
  const { selector } = of
  if (selector.kind === 'segment') {
    const { code } = selector
    return segmentName(words, segments.find(one => one.code === code) ?? { code, name: null })
  }
  if (selector.kind === 'cell') return `R${selector.r} F${selector.f}`
  if (selector.kind === 'month')
    return tCode(`segments.members.month.${selector.group}`, { month: formatMonth(selector.month, language) })
  return t('segments.members.all')
}
