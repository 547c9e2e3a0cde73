import { formatNumber } from '#shared/i18n/format-number.ts'

const steps = ['B', 'KB', 'MB', 'GB', 'TB'] as const

/** Writes a size in bytes as Windows shows it, steps of 1,024: 340 KB, 1.2 GB. */
export function formatBytes(bytes: number): string {
  const step = bytes < 1 ? 0 : Math.min(steps.length - 1, Math.floor(Math.log2(bytes) / 10))
  const value = bytes / 1024 ** step
  return `${formatNumber(value, step > 0 && value < 10 ? 1 : 0)} ${steps[step]}`
}
