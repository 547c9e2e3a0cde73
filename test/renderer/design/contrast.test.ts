import { describe, expect, test } from 'vitest'
import { palette, segments } from '#renderer/design/tokens.ts'

/** Relative luminance and contrast as WCAG 2.1 defines them. */
function luminance(hex: string): number {
  const channels = [1, 3, 5].map(at => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  const [red = 0, green = 0, blue = 0] = channels
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

test('the computation gives the published ratios', () => {
  expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 6)
  expect(contrast('#767676', '#FFFFFF')).toBeCloseTo(4.54, 2)
  expect(contrast('#0000FF', '#FFFFFF')).toBeCloseTo(8.59, 2)
})

describe.each(['light', 'dark'] as const)('%s', mode => {
  const p = palette[mode]
  const surfaces = ['surface', 'bg', 'sunken', 'raised', 'hover'] as const
  const texts = ['text', 'text2', 'text3', 'brand', 'seal', 'warn', 'info'] as const

  test.each(texts)('%s is read on every surface', text => {
    for (const surface of surfaces)
      expect(contrast(p[text], p[surface]), `${text} on ${surface}`).toBeGreaterThanOrEqual(4.5)
  })

  test.each(['brand', 'seal', 'warn', 'info'] as const)('text is read on the soft tint of %s', tone => {
    for (const text of [tone, 'text', 'text2', ...(tone === 'brand' ? (['text3'] as const) : [])] as const)
      expect(contrast(p[text], p[`${tone}Soft`]), text).toBeGreaterThanOrEqual(4.5)
  })

  test('words on fills are read', () => {
    expect(contrast(p.onBrand, p.brandFill)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(p.onBrand, p.brandHover)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(p.onSeal, p.sealFill)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(p.onTooltip, p.tooltip)).toBeGreaterThanOrEqual(4.5)
  })

  test('search hits, new and struck old values are read', () => {
    expect(contrast(p.text, p.hit)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(p.text, p.add)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(p.old, p.surface)).toBeGreaterThanOrEqual(4.5)
  })

  test('figures are read on every step of the heat ramp', () => {
    for (const [step, color] of p.heat.entries())
      expect(contrast(step >= 5 ? p.onHeat : p.text, color), `step ${step}`).toBeGreaterThanOrEqual(4.5)
  })

  test('the border of a control is seen', () => {
    expect(contrast(p.control, p.surface)).toBeGreaterThanOrEqual(3)
  })

  test('important segments are told from the panel without their name', () => {
    for (const name of ['valueHi', 'growHi', 'holdHi', 'winHi', 'none'] as const)
      expect(contrast(segments[mode][name], p.surface), name).toBeGreaterThanOrEqual(3)
  })
})
