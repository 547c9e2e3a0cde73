/** Printed pages and their preview. */
export const reports = {
  'reports.title': '报告与打印',
} as const
