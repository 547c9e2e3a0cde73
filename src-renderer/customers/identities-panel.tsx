import { Button } from 'antd'
import { useState } from 'react'
import { Panel } from '#renderer/components/panel.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { CustomerFile } from '#shared/domain/report.ts'
import { sourceName } from './customer-words.ts'
import { SplitIdentityDialog, type SplitTarget } from './split-identity-dialog.tsx'
import { WithSource } from './value-source.tsx'

const identityKinds: readonly string[] = ['buyer-id', 'legacy-number']

/** The keys by which platforms know a customer; of several buyer IDs each can become a file of its own. */
export function IdentitiesPanel({ file }: { file: CustomerFile }) {
  const words = useTranslation()
  const { t, tCode } = words
  const { isReadOnly } = useOpenArchive()
  const [splitting, setSplitting] = useState<SplitTarget | null>(null)
  const buyerIds = file.identities.filter(({ kind }) => kind === 'buyer-id')
  const canSplit = !isReadOnly && buyerIds.length > 1
  const { customerId } = file
  const { data } = useRequest('identities.ofCustomer', { customerId }, { isEnabled: canSplit })
  const splittable = (identity: CustomerFile['identities'][number]) =>
    canSplit && identity.kind === 'buyer-id'
      ? data?.identities.find(
          one =>
            one.kind === 'buyer-id' &&
            one.value === identity.value &&
            one.platform === identity.platform &&
            one.shop === identity.shop,
        )
      : undefined
  return (
    <Panel title={t('customers.details.identities')}>
      {file.identities.length === 0 && <p className="tertiary">{t('customers.details.noIdentities')}</p>}
      <table className="plain-table">
        <tbody>
          {file.identities.map(identity => {
            const target = splittable(identity)
            return (
              <tr key={[identity.kind, identity.platform, identity.shop, identity.value].join('\n')}>
                <td className="secondary">{sourceName(identity, words)}</td>
                <td>
                  {tCode(
                    `customers.identity.${identityKinds.includes(identity.kind) ? identity.kind : 'other'}`,
                  )}
                </td>
                <td className="selectable">
                  <WithSource
                    customerId={file.customerId}
                    subject={{
                      of: 'identity',
                      kind: identity.kind,
                      platform: identity.platform,
                      shop: identity.shop,
                      value: identity.value,
                    }}
                    name={identity.value}
                  >
                    {identity.value}{' '}
                    {identity.nickname && (
                      <span className="small tertiary">
                        {t('customers.details.nickname', { nickname: identity.nickname })}
                      </span>
                    )}
                  </WithSource>
                </td>
                {canSplit && (
                  <td className="right">
                    {target && (
                      <Button
                        size="small"
                        aria-label={t('duplicates.splitBuyerOf', { buyer: identity.value })}
                        onClick={() => setSplitting(target)}
                      >
                        {t('duplicates.splitBuyer')}
                      </Button>
                    )}
                  </td>
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
      {splitting && (
        <SplitIdentityDialog target={splitting} formerName={file.name} onClose={() => setSplitting(null)} />
      )}
    </Panel>
  )
}
