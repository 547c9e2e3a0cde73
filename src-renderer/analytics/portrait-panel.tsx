import '#renderer/styles/portrait.css'
import { type ReactNode, useState } from 'react'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { LinkButton } from '#renderer/components/link-button.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { Skeleton } from '#renderer/components/skeleton.tsx'
import { evidenceText, portraitText } from '#renderer/i18n/portrait-words.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { Portrait, PortraitOwner, PortraitSentence } from '#shared/domain/portrait.ts'
import type { RfmRequest } from '#shared/domain/rfm-analysis.ts'
import { PortraitEvidencePanel } from './portrait-evidence.tsx'

type PortraitPanelProps = {
  readonly of: PortraitOwner
  readonly analysis: RfmRequest
  /** Shows a customer; without it names are no links. */
  readonly onOpenCustomer?: (customerId: number) => void
  /** Stands at the right of the title: the way to paper. */
  readonly extra?: ReactNode
}

/** The portrait of a customer or of a segment, and beside it the rows behind the sentence that was opened. */
export function PortraitPanel({ of, analysis, onOpenCustomer, extra }: PortraitPanelProps) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState<OpenedSentence | null>(null)
  const { data, error } = useRequest('analytics.getPortrait', { of, analysis }, { keepsPrevious: true })
  if (error) return <ErrorNote error={error} />
  if (!data) return <Skeleton lines={8} />
  // A sentence of another customer or day may not stay open.
  const shown = opened?.portrait === data ? opened.sentence : null
  return (
    <div className="portrait">
      <Panel title={t('portrait.title')} extra={extra} className="portrait-page">
        <p className="small secondary num">{basisText(data, t)}</p>
        <PortraitSections
          portrait={data}
          opened={shown}
          onOpen={sentence => setOpened({ portrait: data, sentence })}
        />
      </Panel>
      <PortraitEvidencePanel
        customerId={of.kind === 'customer' ? of.customerId : null}
        sentence={shown}
        onOpenCustomer={onOpenCustomer}
      />
    </div>
  )
}

type OpenedSentence = { readonly portrait: Portrait; readonly sentence: PortraitSentence }

function basisText(
  { analysis: { asOf }, ordersFromOn }: Portrait,
  t: ReturnType<typeof useTranslation>['t'],
) {
  return ordersFromOn === null
    ? t('portrait.basis.all', { asOf })
    : t('portrait.basis.period', { asOf, from: ordersFromOn })
}

type PortraitSectionsProps = {
  readonly portrait: Portrait
  readonly opened: PortraitSentence | null
  readonly onOpen: (sentence: PortraitSentence) => void
}

function PortraitSections({ portrait, opened, onOpen }: PortraitSectionsProps) {
  const words = useTranslation()
  const { t, tCode } = words
  const { currency } = useOpenArchive()
  return (
    <dl className="portrait-sections">
      {portrait.sections.map(({ section, sentences }) => (
        <div key={section} className="portrait-section">
          <dt>{tCode(`portrait.section.${section}`)}</dt>
          <dd>
            {sentences.map(sentence => {
              const { evidence } = sentence
              const text = portraitText(words, sentence, currency)
              return (
                <p key={text} className={opened === sentence ? 'portrait-line is-open' : 'portrait-line'}>
                  <span className={evidence ? 'selectable' : 'tertiary'}>{text}</span>
                  {evidence && (
                    <span className="small tertiary num portrait-rests">
                      {evidenceText(words, evidence)}{' '}
                      <LinkButton onClick={() => onOpen(sentence)} label={t('portrait.showOf', { text })}>
                        {t('portrait.show')}
                      </LinkButton>
                    </span>
                  )}
                </p>
              )
            })}
          </dd>
        </div>
      ))}
    </dl>
  )
}
