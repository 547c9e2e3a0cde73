import type { RulePartCount, RuleRefusal } from '#shared/domain/saved-segment.ts'
import {
  childrenOf,
  isLeaf,
  type RuleBranch,
  type RuleLeaf,
  type RuleNode,
} from '#shared/domain/segment-rule.ts'
import { type BitSet, bothOf, countBits, eitherOf, onlyIn } from './bit-set.ts'

/** Whom a condition finds, or why it says nothing. */
export type Found = BitSet | RuleRefusal

/** A part of a rule with whom it finds; null where a condition below says nothing. */
export type EvaluatedPart = {
  readonly node: RuleNode
  readonly bits: BitSet | null
  readonly refusal: RuleRefusal | null
  readonly below: readonly EvaluatedPart[]
}

/**
 * Finds whom a rule and each of its parts find, among all.
 *
 * Shape: a part that needs a condition which says nothing says nothing either, whatever else it needs.
 */
export function evaluateRule(
  node: RuleNode,
  all: BitSet,
  findLeaf: (leaf: RuleLeaf) => Found,
): EvaluatedPart {
  if (isLeaf(node)) {
    const found = findLeaf(node)
    if (typeof found === 'string') return { node, bits: null, refusal: found, below: [] }
    return { node, bits: bothOf(found, all), refusal: null, below: [] }
  }
  const below = childrenOf(node).map(child => evaluateRule(child, all, findLeaf))
  const bits = combine(
    node,
    below.map(part => part.bits),
    all,
  )
  return { node, bits, refusal: null, below }
}

/**
 * Counts whom each part of a rule finds, and whom the rule would find without it; a part that loses all that is in it goes as well.
 *
 * Shape: as `partsOf` lists the parts. Without its last condition a rule finds all.
 * Cost: for each part the words of its siblings and of those above.
 */
export function countParts(root: EvaluatedPart, all: BitSet): RulePartCount[] {
  const counts: RulePartCount[] = []
  const count = (bits: BitSet | null) => bits && countBits(bits)
  const visit = (part: EvaluatedPart, rootWith: (bits: Changed) => Changed) => {
    const without = rootWith('left-out')
    counts.push({
      count: count(part.bits),
      without: count(without === 'left-out' ? all : without),
      refusal: part.refusal,
    })
    const { node, below } = part
    if (isLeaf(node)) return
    below.forEach((child, at) => {
      const siblings = below.filter((_, place) => place !== at).map(({ bits }) => bits)
      visit(child, bits => rootWith(changedBy(node, siblings, bits, all)))
    })
  }
  visit(root, bits => bits)
  return counts
}

/** What a part finds after a change below it: nothing that can be said (null), or the part is left out itself. */
type Changed = BitSet | null | 'left-out'

function changedBy(
  node: RuleBranch,
  siblings: readonly (BitSet | null)[],
  changed: Changed,
  all: BitSet,
): Changed {
  const left = changed === 'left-out' ? siblings : [...siblings, changed]
  return left.length === 0 ? 'left-out' : combine(node, left, all)
}

function combine({ kind }: RuleBranch, below: readonly (BitSet | null)[], all: BitSet): BitSet | null {
  const known = below.filter(bits => bits !== null)
  const [first] = known
  if (!first || known.length < below.length) return null
  if (kind === 'not') return onlyIn(all, first)
  return known.reduce(kind === 'all' ? bothOf : eitherOf)
}
