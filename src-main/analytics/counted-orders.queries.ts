/** Holds for orders whose money counts as revenue: paid, and not closed. */
export const isRevenue = "status IN ('paid', 'shipped', 'completed')"

const isRefundedAfter =
  'SELECT 1 FROM refund WHERE refund.sales_order_id = sales_order.sales_order_id AND refunded_on > ?'

/**
 * Holds for orders that counted as a purchase on a day, the one value: one that was wholly refunded later counted then. Those of
 * customers in the bin do not count. Needs `customer` joined to the order.
 */
export const orderCountedOn = `${isRevenue} AND is_cancellation = 0
  AND sales_order.deleted_at IS NULL AND customer.deleted_at IS NULL
  AND (is_counted = 1 OR EXISTS (${isRefundedAfter}))`

/** Holds for lines of such an order that were not wholly returned by a day, the one value: what came back later was bought then. */
export const lineCountedOn = `(order_line.net_minor > 0 OR order_line.refunded_minor = 0 OR EXISTS (${isRefundedAfter}
    AND coalesce(refund.order_line_id, order_line.order_line_id) = order_line.order_line_id))`
