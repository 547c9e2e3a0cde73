import { useAnalysisChoice } from '#renderer/components/analysis-choice.ts'
import { LinkButton } from '#renderer/components/link-button.tsx'
import { Skeleton } from '#renderer/components/skeleton.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { PortraitPanel } from './portrait-panel.tsx'

type CustomerPortraitProps = { readonly customerId: number; readonly onPrint: () => void }

/** The portrait of a customer by the date, period and rules chosen for all pages. */
export function CustomerPortrait({ customerId, onPrint }: CustomerPortraitProps) {
  const { t } = useTranslation()
  const { analysis } = useAnalysisChoice()
  if (!analysis) return <Skeleton lines={8} />
  return (
    <PortraitPanel
      of={{ kind: 'customer', customerId }}
      analysis={analysis}
      extra={<LinkButton onClick={onPrint}>{t('portrait.print')}</LinkButton>}
    />
  )
}
