import { call } from '#renderer/ipc/client.ts'
import { toStoredText } from '#shared/domain/text.ts'

/** A customer who may be the one that is just being typed in. */
export type KnownCustomer = {
  readonly customerId: number
  readonly name: string
  readonly archiveNumber: string
  /** Else by the name. */
  readonly isByPhone: boolean
}

/** Looks for a customer with the same phone, else with the same name. Empty: undefined when there is none. */
export async function findKnown(texts: Readonly<Record<string, string>>): Promise<KnownCustomer | undefined> {
  const phone = (texts.phone ?? '').trim().slice(0, 50)
  const byPhone = phone === '' ? [] : await call('customers.findByPhone', { phone, exceptCustomerId: null })
  if (byPhone[0]) return { ...byPhone[0], isByPhone: true }
  const name = toStoredText(texts.name ?? '')
  if (name === '') return undefined
  const { hits } = await call('search.customers', { text: name.slice(0, 200), limit: 20 })
  const same = hits.find(({ customer }) => customer.name === name)?.customer
  return same && { ...same, isByPhone: false }
}
