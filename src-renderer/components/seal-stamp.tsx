import { useTranslation } from '#renderer/i18n/use-translation.ts'

/** The seal 拒联 on the file of a customer who refused contact. */
export function SealStamp() {
  const { t } = useTranslation()
  return (
    <span className="seal-stamp" role="img" aria-label={t('common.refused')}>
      <span>
        {t('common.refused.seal.first')}
        <br />
        {t('common.refused.seal.second')}
      </span>
    </span>
  )
}
