import { LinkButton } from '#renderer/components/link-button.tsx'
import { Note } from '#renderer/components/note.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'

type SheetMarksProps = {
  readonly count: number
  readonly onNext: () => void
  readonly onDismissAll: () => void
}

/** At the foot of the grid while cells are marked: how many, the way to the next, the way to let them be. */
export function SheetMarks({ count, onNext, onDismissAll }: SheetMarksProps) {
  const { t } = useTranslation()
  return (
    <div className="sg-foot">
      <Note
        tone="seal"
        action={
          <span className="sg-foot-acts">
            <LinkButton onClick={onNext}>{t('grid.nextMark')}</LinkButton>
            <LinkButton onClick={onDismissAll}>{t('grid.dismissMarks')}</LinkButton>
          </span>
        }
      >
        {t('grid.marks', { count })}
      </Note>
    </div>
  )
}

/** At the foot of the grid while many cells are being written. */
export function SheetWriting({ count }: { count: number }) {
  const { t } = useTranslation()
  return (
    <div className="sg-foot" role="status">
      <Note>{t('grid.writing', { count })}</Note>
    </div>
  )
}
