/** Settings, safety and backups. */
export const settings = {
  'settings.title': '设置',
  'safety.title': '安全与备份',
} as const
