/** Search box and its results. */
export const search = {
  'search.placeholder': '搜客户：姓名、拼音、电话尾号、地址、订单号…',
  'search.label': '搜客户',
} as const
