import { describe, expect, test } from 'vitest'
import { FunnelMove, isStarred, listFunnelGaps, placeOf } from '#shared/domain/funnel.ts'

const move = {
  ...{ stage: 'analysis', movedOn: '2026-10-01', note: null },
  ...{ intention: null, intentionReason: null, ability: null, abilityReason: null },
  ...{ demand: null, demandNote: null },
} as const
const gapsOf = (changes: Partial<Record<keyof typeof move, string>>) => {
  const { stage, ...asked } = { ...move, ...changes } as unknown as Parameters<typeof listFunnelGaps>[1] & {
    stage: Parameters<typeof listFunnelGaps>[0]
  }
  return listFunnelGaps(stage, asked).map(({ part, code }) => `${part} ${code}`)
}
const judged = { intention: 'clear', intentionReason: '问了三次价', ability: 'weak', abilityReason: '要分期' }

describe('what a stage asks for', () => {
  test('K1: anybody may be analysed; a prospect has a demand of known size', () => {
    expect(gapsOf({})).toEqual([])
    expect(gapsOf({ stage: 'prospect' })).toEqual(['demand required'])
    expect(gapsOf({ stage: 'prospect', demand: 'small' })).toEqual([])
  })
  test('K2: nobody is a target without a clear intention and one of the three cases of ability', () => {
    expect(gapsOf({ stage: 'target' })).toEqual(['intention required', 'ability required'])
    expect(gapsOf({ stage: 'target', ...judged, intention: 'weak' })).toEqual(['intention not-clear'])
    for (const ability of ['none', 'weak', 'strong'])
      expect(gapsOf({ stage: 'target', ...judged, ability })).toEqual([])
  })
  test('K3: every grade has its reason, in every stage', () => {
    expect(gapsOf({ intention: 'none' })).toEqual(['intentionReason required'])
    expect(gapsOf({ stage: 'target', ...judged, abilityReason: '' })).toEqual(['abilityReason required'])
  })
  test('who leaves leaves for a reason', () => {
    expect(gapsOf({ stage: 'left' })).toEqual(['note required'])
    expect(gapsOf({ stage: 'left', note: '已停业' })).toEqual([])
  })
  test('a move with gaps names the part and a code of the catalogue', () => {
    const parsed = FunnelMove.safeParse({ ...move, stage: 'prospect' })
    expect(parsed.error?.issues.map(({ path, message }) => [path, message])).toEqual([
      [['demand'], 'required'],
    ])
    expect(FunnelMove.safeParse({ ...move, movedOn: '2026-02-30' }).error?.issues[0]?.message).toBe(
      'date-invalid',
    )
  })
})

test('K4: the star is for a large demand once the first stage is behind', () => {
  expect(isStarred('prospect', 'large')).toBe(true)
  expect(isStarred('target', 'large')).toBe(true)
  expect(isStarred('analysis', 'large')).toBe(false)
  expect(isStarred('prospect', 'medium')).toBe(false)
  expect(isStarred('prospect', null)).toBe(false)
})

test('K2: the third stage stands on the board by its three cases', () => {
  expect([placeOf('target', 'none'), placeOf('target', 'weak'), placeOf('prospect', 'weak')]).toEqual([
    ...['target-none', 'target-weak', 'prospect'],
  ])
})
