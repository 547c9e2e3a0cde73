import { type ThemeConfig, theme } from 'antd'
import { font, type Mode, palette, size } from './tokens.ts'

type Algorithm = Exclude<NonNullable<ThemeConfig['algorithm']>, readonly unknown[]>

/** antd's compact sizes alone give 12 px text: this sets the house's sizes after them. */
const houseSizes: Algorithm = (seed, map) => ({
  ...(map ?? theme.defaultAlgorithm(seed)),
  fontSize: font.size.body,
  fontSizeSM: font.size.small,
  fontSizeLG: font.size.section,
  fontSizeXL: font.size.title,
  lineHeight: font.line.body / font.size.body,
  lineHeightSM: font.line.small / font.size.small,
  controlHeight: size.control,
  controlHeightSM: 24,
  controlHeightLG: 36,
})

function colorTokens(mode: Mode): NonNullable<ThemeConfig['token']> {
  const p = palette[mode]
  return {
    colorPrimary: p.brandFill,
    colorPrimaryHover: p.brandHover,
    colorPrimaryBg: p.brandSoft,
    // What antd draws around a control that has the focus.
    colorPrimaryBorder: p.brand,
    lineWidthFocus: 2,
    colorInfo: p.info,
    colorSuccess: p.brand,
    colorWarning: p.warnFill,
    colorError: p.seal,
    colorLink: p.brand,
    colorLinkHover: p.brandHover,
    colorText: p.text,
    colorTextSecondary: p.text2,
    colorTextTertiary: p.text3,
    colorTextPlaceholder: p.text3,
    colorTextDescription: p.text2,
    colorBgBase: p.surface,
    colorBgContainer: p.surface,
    colorBgElevated: p.raised,
    colorBgLayout: p.bg,
    colorBorder: p.control,
    colorBorderSecondary: p.line,
    // What cannot be used stands back: no fill, a weaker frame, words that can still be read.
    colorBorderDisabled: p.line,
    colorBgContainerDisabled: 'transparent',
    colorTextDisabled: p.disabled,
    controlItemBgHover: p.hover,
    controlItemBgActive: p.brandSoft,
    controlItemBgActiveHover: p.brandSoft,
    boxShadow: p.shadow,
    boxShadowSecondary: p.shadow,
  }
}

function componentTokens(mode: Mode): NonNullable<ThemeConfig['components']> {
  const p = palette[mode]
  const focused = { activeBorderColor: p.brand, hoverBorderColor: p.brand }
  return {
    Button: {
      defaultBorderColor: p.lineStrong,
      // Words on the button's own ground, in the dark too.
      defaultHoverColor: p.brand,
      defaultActiveColor: p.brand,
      primaryShadow: 'none',
      defaultShadow: 'none',
      dangerShadow: 'none',
      colorError: p.sealFill,
      colorErrorHover: p.sealFill,
      fontWeight: font.weight.normal,
      contentFontSizeSM: font.size.small,
    },
    Table: {
      headerBg: p.sunken,
      headerColor: p.text2,
      rowHoverBg: p.hover,
      cellPaddingBlockSM: 3,
      cellPaddingInlineSM: 8,
      headerSplitColor: 'transparent',
      borderColor: p.line,
    },
    Tabs: {
      itemSelectedColor: p.brand,
      itemHoverColor: p.brand,
      inkBarColor: p.brand,
      horizontalItemPadding: '7px 0',
      horizontalItemGutter: 22,
      titleFontSize: font.size.body,
    },
    Tag: { defaultBg: p.sunken, defaultColor: p.text2 },
    Segmented: {
      trackBg: p.track,
      itemSelectedBg: p.thumb,
      itemHoverBg: 'transparent',
      itemHoverColor: p.text,
      itemColor: p.text2,
      itemSelectedColor: p.text,
    },
    Steps: { iconSize: 20 },
    Input: { ...focused, activeShadow: `0 0 0 1px ${p.brand}` },
    InputNumber: { ...focused, activeShadow: `0 0 0 1px ${p.brand}` },
    DatePicker: { ...focused, activeShadow: `0 0 0 1px ${p.brand}` },
    Select: { ...focused, activeOutlineColor: p.brandLine },
    Tooltip: { colorBgSpotlight: p.tooltip, colorTextLightSolid: p.onTooltip },
  }
}

/** The theme of the one ConfigProvider. With `zeroRuntime` the styles come from antd's static `antd.css`. */
export function antdTheme(mode: Mode): ThemeConfig {
  const base = mode === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm
  return {
    zeroRuntime: true,
    cssVar: { key: 'kehu' },
    algorithm: [base, theme.compactAlgorithm, houseSizes],
    token: {
      fontFamily: font.family,
      borderRadius: size.radius,
      borderRadiusLG: size.radiusPanel,
      borderRadiusSM: 3,
      wireframe: false,
      controlOutlineWidth: 2,
      motion: false,
      ...colorTokens(mode),
    },
    components: componentTokens(mode),
  }
}
