import { useEffect, useRef } from 'react'
import { useStatedWords } from '#renderer/components/stated-words.ts'
import { formatPhone } from '#renderer/i18n/format-phone.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { Finding, QualityKind } from '#shared/domain/quality.ts'
import { FindingEditor } from './finding-editor.tsx'
import { useReasonText } from './reason-text.ts'
import type { FindingActs } from './use-finding-acts.ts'
import type { SeenFinding } from './use-findings.ts'

type FindingRowProps = {
  readonly row: SeenFinding
  readonly kind: QualityKind
  readonly acts: FindingActs
  readonly isCurrent: boolean
  readonly onChoose: () => void
  readonly onStep: (step: 1 | -1) => void
  readonly onUndo: () => void
  readonly customerHref: (customerId: number) => string
  readonly onFillIn: (customerId: number) => void
}

/** One finding: whose, what stands there, why it is listed; the current one with its field, a settled one with what was done. */
export function FindingRow(props: FindingRowProps) {
  const { row, kind, isCurrent, onChoose, customerHref } = props
  const { finding, isOpen, done } = row
  const reason = useReasonText()(finding)
  const line = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    if (isCurrent) line.current?.scrollIntoView?.({ block: 'nearest' })
  }, [isCurrent])
  const state = isOpen ? '' : ' is-settled'
  return (
    <tr
      ref={line}
      className={`${isCurrent ? 'is-current' : ''}${state}`}
      onClick={isCurrent ? undefined : onChoose}
    >
      <td>
        <div className="quality-cell">
          <a className="link" href={customerHref(finding.customerId)}>
            {finding.name}
          </a>{' '}
          <span className="small tertiary num">{finding.archiveNumber}</span>
        </div>
      </td>
      <td>
        <div className="quality-cell">
          <ShownValue finding={finding} kind={kind} />
        </div>
      </td>
      <td>
        <div className="quality-cell" title={reason}>
          {reason}
        </div>
      </td>
      <td>{isCurrent ? <FindingEditor {...props} /> : isOpen ? null : <DoneText done={done} />}</td>
    </tr>
  )
}

function DoneText({ done }: Pick<SeenFinding, 'done'>) {
  const { t } = useTranslation()
  const statedWords = useStatedWords()
  if (!done) return <span className="tertiary">{t('quality.done.elsewhere')}</span>
  return (
    <>
      <span className="quality-done">{done.text}</span>
      {done.source && <div className="small tertiary num">{statedWords(done.source)}</div>}
    </>
  )
}

function ShownValue({ finding, kind }: { finding: Finding; kind: QualityKind }) {
  const { t } = useTranslation()
  const { value, cell, field } = finding
  if (kind === 'stale' || kind === 'incomplete') return null
  const text = value !== null && field === 'phone' ? formatPhone(value) : value
  return (
    <>
      <span className="num selectable">{text ?? cell?.text}</span>
      {cell && (
        <div className="small tertiary selectable">
          {t('quality.cell', {
            ...{ file: cell.fileName, address: cell.address, header: cell.header },
          })}
        </div>
      )}
    </>
  )
}
