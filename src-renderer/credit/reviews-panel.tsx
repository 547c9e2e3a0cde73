import { Button } from 'antd'
import { Panel } from '#renderer/components/panel.tsx'
import { Tag } from '#renderer/components/tag.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { type CreditRecord, type CustomerCredit, scoreSheet } from '#shared/domain/credit.ts'
import { EditRecordLink } from './edit-record-link.tsx'
import { scoreText } from './score-text.ts'

type ReviewsPanelProps = {
  readonly reviews: CustomerCredit['reviews']
  readonly onOpen: ((record: CreditRecord | null) => void) | undefined
}

/** The sheets by which credit was judged, the newest first. */
export function ReviewsPanel({ reviews, onOpen }: ReviewsPanelProps) {
  const words = useTranslation()
  const { t } = words
  return (
    <Panel
      title={t('credit.reviews')}
      extra={
        onOpen && (
          <Button size="small" onClick={() => onOpen(null)}>
            {t('credit.newReview')}
          </Button>
        )
      }
    >
      {reviews.length === 0 && <p className="tertiary">{t('credit.noReviews')}</p>}
      {reviews.length > 0 && (
        <table className="plain-table">
          <thead>
            <tr>
              <th>{t('credit.reviewedOn')}</th>
              <th>{t('credit.sheetChoice')}</th>
              <th>{t('credit.grade')}</th>
              <th>{t('credit.score')}</th>
              <th>{t('credit.reviewer')}</th>
              <th>{t('credit.nextReviewOn')}</th>
              <td aria-hidden="true" />
            </tr>
          </thead>
          <tbody>
            {reviews.map(({ creditRecordId, record, isDue }) => {
              if (record.kind !== 'review') return null
              return (
                <tr key={creditRecordId}>
                  <td className="num nowrap">{record.datedOn}</td>
                  <td>{t(`credit.sheet.${record.sheet}`)}</td>
                  <td>{record.grade}</td>
                  <td>{scoreText(scoreSheet(record.items), record.items, words)}</td>
                  <td>{record.reviewer}</td>
                  <td className="num nowrap">
                    {record.nextReviewOn} {isDue && <Tag tone="warn">{t('credit.due')}</Tag>}
                  </td>
                  <td className="right">
                    <EditRecordLink stored={{ creditRecordId, record }} onOpen={onOpen} />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </Panel>
  )
}
