import { ProductMark } from '#renderer/components/title-bar.tsx'
import { useShownAfter } from '#renderer/components/use-shown-after.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import './archives.css'

type OpeningScreenProps = {
  readonly name: string
  readonly step: 'checking' | 'migrating' | 'opening'
}

/** While an archive is opened: which one, and why it takes time. Nothing at all for the first 200 ms. */
export function OpeningScreen({ name, step }: OpeningScreenProps) {
  const { t } = useTranslation()
  const isShown = useShownAfter(true)
  if (!isShown) return null
  return (
    <div className="opening-screen" role="status">
      <ProductMark isLarge />
      <div className="page-title">{t('start.opening', { name })}</div>
      <div className="secondary">{t(`start.step.${step}`)}</div>
      <div className="busy-bar">
        <i />
      </div>
    </div>
  )
}
