import type { FormRule } from 'antd'
import type { z } from 'zod'
import type { Translation } from '#renderer/i18n/use-translation.ts'
import { messagesZhCN } from '#shared/i18n/messages.zh-CN.ts'

const isBlank = (value: unknown) => value === undefined || value === null || value === ''

/** Code of what is wrong with a value, or undefined. antd gives undefined for an empty field, which then counts as null or ''. */
function findIssue(field: z.ZodType, value: unknown): string | undefined {
  if (isBlank(value) && field.safeParse(null).success) return undefined
  const result = field.safeParse(value ?? '')
  if (result.success) return undefined
  const code = result.error.issues[0]?.message ?? ''
  if (Object.hasOwn(messagesZhCN, `field-issue.${code}`)) return code
  return isBlank(value) ? 'required' : 'invalid'
}

/**
 * A rule of an antd form item that checks one field with the zod schema that main uses too. The schema's messages are codes,
 * worded under `field-issue.<code>`.
 */
export function zodRule<Schema extends z.ZodObject>(
  schema: Schema,
  key: keyof Schema['shape'] & string,
  tCode: Translation['tCode'],
): FormRule {
  const field = schema.shape[key] as z.ZodType
  return {
    validator: async (_rule, value: unknown) => {
      const issue = findIssue(field, value)
      if (issue) throw new Error(tCode(`field-issue.${issue}`))
    },
  }
}
