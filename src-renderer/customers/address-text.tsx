import type { CustomerListRow } from '#shared/domain/customer.ts'

/** Where the part of an address ends that only names its region; 0 where it does not begin with one. */
export function regionEnd(address: string, region: CustomerListRow['region']): number {
  if (!region) return 0
  let end = 0
  for (const part of [region.province, region.city, region.district]) {
    if (!part) continue
    const at = address.indexOf(part, end)
    if (at !== -1 && at <= end + 1) end = at + part.length
  }
  return end
}

/** An address in one line: where the room is narrow, province and city go before the house does. */
export function AddressText({
  address,
  region,
}: {
  readonly address: string
  readonly region: CustomerListRow['region']
}) {
  const end = regionEnd(address, region)
  if (end === 0) return address
  return (
    <span className="address-text" title={address}>
      <span className="address-region">
        <bdi>{address.slice(0, end)}</bdi>
      </span>
      <span className="address-rest">{address.slice(end)}</span>
    </span>
  )
}
