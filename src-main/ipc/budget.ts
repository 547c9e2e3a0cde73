const maxDepth = 32
const maxNodes = 20_000
const maxTextLength = 1 << 20
const maxBinaryBytes = 1 << 20
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype'])

/** Why a value is refused before anything looks into it. */
export type BudgetExcess = 'depth' | 'nodes' | 'text' | 'binary' | 'key' | 'type'

/**
 * Walks over a value that came from a window and says what is too much of it.
 *
 * Only plain objects, lists, texts, numbers, booleans, null, undefined and bytes may cross the gate.
 * Empty: undefined when nothing is wrong.
 * Cost: at most 20,000 nodes are visited.
 * Example: findBudgetExcess({ a: [1, new Map()] }) -> 'type'
 */
export function findBudgetExcess(value: unknown): BudgetExcess | undefined {
  let nodes = 0
  const stack: { value: unknown; depth: number }[] = [{ value, depth: 0 }]
  for (let item = stack.pop(); item; item = stack.pop()) {
    nodes += 1
    if (nodes + stack.length > maxNodes) return 'nodes'
    const excess = checkLeaf(item.value)
    if (excess) return excess
    if (typeof item.value !== 'object' || item.value === null || ArrayBuffer.isView(item.value)) continue
    if (item.depth >= maxDepth) return 'depth'
    const children = Object.entries(item.value)
    if (nodes + stack.length + children.length > maxNodes) return 'nodes'
    for (const [key, child] of children) {
      if (forbiddenKeys.has(key)) return 'key'
      if (key.length > maxTextLength) return 'text'
      stack.push({ value: child, depth: item.depth + 1 })
    }
  }
  return undefined
}

function checkLeaf(value: unknown): BudgetExcess | undefined {
  switch (typeof value) {
    case 'string':
      return value.length > maxTextLength ? 'text' : undefined
    case 'number':
    case 'boolean':
    case 'undefined':
      return undefined
    case 'object':
      return checkObject(value)
    default:
      return 'type'
  }
}

function checkObject(value: object | null): BudgetExcess | undefined {
  if (value === null) return undefined
  if (value instanceof Uint8Array) return value.byteLength > maxBinaryBytes ? 'binary' : undefined
  if (Array.isArray(value)) return value.length > maxNodes ? 'nodes' : undefined
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || prototype === Object.prototype ? undefined : 'type'
}
