/** From the target market to the buyer: stages, how customers are judged, who goes on. */
export const funnel = {
  'funnel.title': '客户漏斗',
  'funnel.place.outside': '不在漏斗里',
  'funnel.place.analysis': '客户分析',
  'funnel.place.prospect': '潜在客户',
  'funnel.place.target-none': '目标客户·暂时没有能力买',
  'funnel.place.target-weak': '目标客户·购买能力不强',
  'funnel.place.target-strong': '目标客户·购买能力强',
  'funnel.place.left': '退出漏斗',
} as const
