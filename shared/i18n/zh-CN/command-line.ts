/** What the command line says. */
export const commandLine = {
  'command-line.title': '客户管家命令行',
} as const
