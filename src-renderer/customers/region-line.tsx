import { LinkButton } from '#renderer/components/link-button.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { Region } from '#shared/domain/region.ts'
import { regionMark, regionText } from './region-words.ts'

/** How a region is known, where that needs saying: concluded, open, or picked by hand. */
export function RegionMark({ region }: { region: Region }) {
  const { tCode } = useTranslation()
  const mark = regionMark(region)
  if (mark === null) return null
  return (
    <span
      className={mark === 'unclear' ? 'region-mark is-unclear' : 'region-mark'}
      title={tCode(`customers.region.${mark}.hint`)}
    >
      {tCode(`customers.region.${mark}`)}
    </span>
  )
}

/** Under an address: its province, city and district, and the way to correct what is not sure. */
export function RegionLine({ region, onCorrect }: { region: Region; onCorrect: (() => void) | undefined }) {
  const { t } = useTranslation()
  const isSure = region.confidence !== 'likely' && region.confidence !== 'unclear'
  return (
    <span className="region-line small secondary">
      {regionText(region)} <RegionMark region={region} />{' '}
      {!isSure && onCorrect && <LinkButton onClick={onCorrect}>{t('customers.region.correct')}</LinkButton>}
    </span>
  )
}
