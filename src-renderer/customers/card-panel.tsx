import type { ReactNode } from 'react'
import { useReferenceDay } from '#renderer/components/analysis-choice.ts'
import { segmentCssColor } from '#renderer/components/segment-swatch.tsx'
import { Tag } from '#renderer/components/tag.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { CardType } from '#shared/domain/customer.ts'
import type { CustomerFile } from '#shared/domain/report.ts'
import { ContactLines } from './contact-lines.tsx'
import { CustomerFigures } from './customer-figures.tsx'
import { genderAndAge } from './customer-words.ts'
import { RefusedNote } from './refused-note.tsx'
import type { Explained } from './use-explanation.ts'
import { WithSource } from './value-source.tsx'

/** The edge of a card: one will be a customer, one is, one was. */
const edgeColors: Readonly<Record<CardType, string>> = { lead: 'growHi', active: 'valueHi', former: 'none' }

type CardPanelProps = {
  readonly file: CustomerFile
  readonly explained: Explained
  /** Stands beside the kind of card. */
  readonly cardTurn: ReactNode
  readonly onWhy: () => void
}

/** Who it is, how to reach them, whether one may, and the figures that say most. */
export function CardPanel(props: CardPanelProps) {
  const { file } = props
  const { t, tCode } = useTranslation()
  const today = useReferenceDay()
  return (
    <section
      className="panel card-panel"
      style={{ borderLeftColor: segmentCssColor(edgeColors[file.cardType]) }}
      aria-label={file.name}
    >
      <div className="card-panel-head">
        <div className="card-panel-name">
          <div className="card-panel-title">
            <WithSource
              customerId={file.customerId}
              subject={{ of: 'card', field: 'name' }}
              name={t('import-field.name')}
            >
              <h1 className="name-title selectable">{file.name}</h1>
            </WithSource>
            <span className="secondary nowrap">{genderAndAge(file, today, { t, tCode })}</span>
          </div>
          <div className="row card-panel-line">
            <Tag tone="brand">{tCode(`card-type.${file.cardType}`)}</Tag>
            <span className="num secondary selectable nowrap">{file.archiveNumber}</span>
            {props.cardTurn}
          </div>
        </div>
        <ContactLines file={file} />
        {file.contactRefusedOn && <RefusedNote refusedOn={file.contactRefusedOn} />}
      </div>
      <CustomerFigures file={file} explained={props.explained} onWhy={props.onWhy} />
    </section>
  )
}
