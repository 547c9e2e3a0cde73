/** Light or dark; "system" is decided before it comes here. */
export type Mode = 'light' | 'dark'

/**
 * All colours but those of segments. 石青, the blue-green of old ledgers' covers, is the one brand hue; neutrals are paper-warm;
 * the seal red means refused, damaged or late and nothing else.
 */
export const palette = {
  light: {
    bg: '#F3F2EE',
    surface: '#FFFFFF',
    sunken: '#F9F8F5',
    raised: '#FFFFFF',
    hover: '#F1F0EB',
    track: '#E7E4DC',
    thumb: '#FFFFFF',
    line: '#E4E1DA',
    lineStrong: '#CFCBC1',
    control: '#8C8F88',
    disabled: '#7F827B',
    text: '#1E2321',
    text2: '#535A56',
    text3: '#646A65',
    brand: '#0A6A60',
    brandFill: '#0A6A60',
    brandHover: '#0C7D71',
    brandSoft: '#E3F0ED',
    brandLine: '#A9D0C9',
    onBrand: '#FFFFFF',
    seal: '#B0331F',
    sealFill: '#B0331F',
    sealSoft: '#FBECE8',
    sealLine: '#E7B6AB',
    onSeal: '#FFFFFF',
    warn: '#855600',
    warnFill: '#C98A10',
    warnSoft: '#FBF2DF',
    warnLine: '#E5CB92',
    info: '#2A5C9A',
    infoSoft: '#E8EFF8',
    infoLine: '#B4CBE6',
    hit: '#FFE9A8',
    add: '#DFF0E9',
    old: '#8A6B66',
    tooltip: '#2B312E',
    onTooltip: '#FFFFFF',
    shadow: '0 6px 24px rgba(30,35,33,.14), 0 1px 3px rgba(30,35,33,.10)',
    onHeat: '#FFFFFF',
    heat: ['#F4F3EF', '#DDECE8', '#B9DAD3', '#88C0B6', '#4F9F94', '#1F7C71', '#0A544B'],
  },
  dark: {
    bg: '#141716',
    surface: '#1C201E',
    sunken: '#181B1A',
    raised: '#242927',
    hover: '#262B29',
    track: '#282E2B',
    thumb: '#434A46',
    line: '#313733',
    lineStrong: '#454C48',
    control: '#757D78',
    disabled: '#757D78',
    text: '#E9EBE7',
    text2: '#B1B8B2',
    text3: '#929A94',
    brand: '#5CC2B1',
    brandFill: '#177A6D',
    brandHover: '#188073',
    brandSoft: '#17332E',
    brandLine: '#2C5F56',
    onBrand: '#FFFFFF',
    seal: '#F2917D',
    sealFill: '#B8402B',
    sealSoft: '#3A211C',
    sealLine: '#6E3A30',
    onSeal: '#FFFFFF',
    warn: '#E3B65C',
    warnFill: '#C98A10',
    warnSoft: '#362B15',
    warnLine: '#64501F',
    info: '#8FB8EA',
    infoSoft: '#1C2939',
    infoLine: '#33496A',
    hit: '#5E4B12',
    add: '#173A31',
    old: '#B79A94',
    tooltip: '#3A413D',
    onTooltip: '#FFFFFF',
    shadow: '0 8px 28px rgba(0,0,0,.5), 0 1px 3px rgba(0,0,0,.5)',
    onHeat: '#0E1312',
    heat: ['#222725', '#1D3732', '#1B4C45', '#1A594F', '#1F7367', '#4AA496', '#92D4C8'],
  },
} as const

/** Paper stays paper in both modes: black on white, grey heads, no brand colour as carrier of meaning. */
export const paper = {
  paper: '#FFFFFF',
  paperHead: '#F1EFE9',
  ink: '#1A1A1A',
  ink2: '#444444',
  rule: '#777777',
} as const

/**
 * Colours of segments: the hue says what to do (value, grow, hold, win back), the strength says important or ordinary.
 * The same colour means the same segment on every screen, chart and printout, and its name always stands beside it.
 */
export const segments = {
  light: {
    valueHi: '#11655A',
    growHi: '#3F81C6',
    holdHi: '#B57A17',
    winHi: '#840133',
    valueLo: '#84D6BD',
    growLo: '#B9CAFD',
    holdLo: '#ECD08B',
    winLo: '#CA8DBF',
    none: '#918F89',
  },
  dark: {
    valueHi: '#48C2BE',
    growHi: '#358DDB',
    holdHi: '#F7BC4A',
    winHi: '#B8599A',
    valueLo: '#226C59',
    growLo: '#27498A',
    holdLo: '#89613A',
    winLo: '#5F375B',
    none: '#8F908A',
  },
} as const

/** Name of a segment colour. */
export type SegmentColor = keyof typeof segments.light

/** Says whether a text names a segment colour; colours come as data with the rules. */
export function isSegmentColor(name: string): name is SegmentColor {
  return Object.hasOwn(segments.light, name)
}

/** System fonts only; two weights, since YaHei has no 500; nothing below 12 px on screen, where YaHei breaks up. */
export const font = {
  family: '"Segoe UI","Microsoft YaHei UI","Microsoft YaHei","Noto Sans CJK SC",sans-serif',
  print: '"SimSun","Songti SC","Noto Serif CJK SC",serif',
  size: { figure: 24, name: 22, title: 18, section: 14, body: 13, small: 12, iconLarge: 40, icon: 15 },
  line: { figure: 30, name: 30, title: 26, section: 22, body: 20, small: 18 },
  weight: { normal: 400, strong: 600 },
} as const

/** Measures of the frame and of controls. Units: px. */
export const size = {
  titleBar: 40,
  nav: 164,
  navFolded: 52,
  pageHead: 48,
  status: 26,
  control: 28,
  row: 28,
  rowRoomy: 34,
  sheetHead: 30,
  gutter: 10,
  radius: 4,
  radiusPanel: 6,
} as const
