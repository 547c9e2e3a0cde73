import type { SplitReason, SplitSide } from '#shared/domain/customer-merge.ts'
import { isMaskedPhone, isVirtualPhone, toPhoneKey } from '#shared/domain/text.ts'

/** By what an order is recognised as one file's. */
export type SideFacts = {
  readonly names: readonly string[]
  readonly phoneKeys: ReadonlySet<string>
  readonly buyerIds: readonly { readonly platform: string; readonly shop: string; readonly value: string }[]
}

/** An order that came after the merge; `buyerId` as its file had it, when that is known. */
export type LaterOrder = {
  readonly platform: string
  readonly shop: string
  readonly buyerId: string | null
  readonly receiverName: string | null
  readonly receiverPhone: string | null
}

/**
 * Says whose a later order is: by its buyer ID, else by the shop if only one of the two has a buyer ID there, else by the
 * phone, else by the name of the receiver. What fits both or none decides nothing.
 *
 * Shape: `unknown` stays with the survivor.
 * Example: only the other has a buyer ID of that shop -> other, 'shop'
 */
export function proposeSide(
  order: LaterOrder,
  survivor: SideFacts,
  other: SideFacts,
): { readonly side: SplitSide; readonly reason: SplitReason } {
  for (const [reason, fits] of clues(order)) {
    const isOther = fits(other)
    if (isOther !== fits(survivor)) return { side: isOther ? 'other' : 'survivor', reason }
  }
  return { side: 'survivor', reason: 'unknown' }
}

function clues(order: LaterOrder): readonly (readonly [SplitReason, (side: SideFacts) => boolean])[] {
  const { platform, shop, buyerId, receiverName, receiverPhone } = order
  const isNamed = receiverPhone !== null && !isMaskedPhone(receiverPhone) && !isVirtualPhone(receiverPhone)
  const phoneKey = isNamed ? toPhoneKey(receiverPhone) : ''
  const isOfShop = (one: { platform: string; shop: string }) => one.platform === platform && one.shop === shop
  return [
    ['buyer-id', side => side.buyerIds.some(one => isOfShop(one) && one.value === buyerId)],
    ['shop', side => side.buyerIds.some(isOfShop)],
    ['receiver-phone', side => phoneKey !== '' && side.phoneKeys.has(phoneKey)],
    ['receiver-name', side => receiverName !== null && side.names.includes(receiverName)],
  ]
}
