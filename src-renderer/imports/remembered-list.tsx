import { LinkButton } from '#renderer/components/link-button.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useCommand } from '#renderer/ipc/use-command.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { platformName, shopName } from './names.ts'

/** What is remembered of earlier files, each with the way to forget it. */
export function RememberedList({ isReadOnly }: { isReadOnly: boolean }) {
  const words = useTranslation()
  const { t } = words
  const profiles = useRequest('imports.listProfiles', {})
  const forget = useCommand('imports.forgetProfile')
  const list = profiles.data ?? []
  return (
    <>
      <h3>{t('imports.remembered.title')}</h3>
      {list.length === 0 && <div className="secondary">{t('imports.remembered.none')}</div>}
      <ul aria-label={t('imports.remembered.title')}>
        {list.map(({ importProfileId, kind, platform, shop, columns }) => (
          <li key={importProfileId} className="row">
            <span className="grow clip" title={columns.map(column => column.header).join(' ')}>
              {t('imports.history.sourceOf', {
                platform: platformName(words, platform),
                shop: shopName(words, shop),
              })}
              <span className="small tertiary">
                {' '}
                {t(`import-kind.${kind}`)} {t('imports.remembered.columns', { count: columns.length })}
              </span>
            </span>
            {!isReadOnly && (
              <LinkButton onClick={() => void forget.run({ importProfileId })}>
                {t('imports.mapping.forget')}
              </LinkButton>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
