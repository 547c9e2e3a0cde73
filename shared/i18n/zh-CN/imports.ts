/** Import wizard, history, taking back. */
export const imports = {
  'imports.title': '导入',
} as const
