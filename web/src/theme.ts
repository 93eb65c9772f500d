import {
  Badge,
  Button,
  createTheme,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  Menu,
  MultiSelect,
  Popover,
  Select,
  Switch,
  Textarea,
  TextInput,
} from '@mantine/core'

/** The looks, decided once; what each choice is for stands in docs/design-language.md. */
const petrol: MantineColorsTuple = [
  '#eaf5f6',
  '#d3e8ea',
  '#a8d1d6',
  '#7abac2',
  '#4fa3ad',
  '#2f8f9a',
  '#1c7c87',
  '#146a75',
  '#0d5660',
  '#073f47',
]
const ochre: MantineColorsTuple = [
  '#fdf6e7',
  '#f9e9c6',
  '#f3d592',
  '#edc05c',
  '#e5aa2d',
  '#c98d12',
  '#a87208',
  '#895b05',
  '#6c4703',
  '#4f3301',
]
const brick: MantineColorsTuple = [
  '#fdf0ed',
  '#f9dcd5',
  '#f2b9ac',
  '#ea9481',
  '#e0705a',
  '#cf5239',
  '#b93f27',
  '#9f321d',
  '#812615',
  '#5f1a0d',
]
const moss: MantineColorsTuple = [
  '#eff6ee',
  '#dcebd9',
  '#b8d7b2',
  '#91c188',
  '#6fac64',
  '#55984a',
  '#417f37',
  '#33692b',
  '#275421',
  '#1a3b16',
]
const gray: MantineColorsTuple = [
  '#f8f7f5',
  '#f0efec',
  '#e4e2de',
  '#d4d1cb',
  '#b3b0a9',
  '#86837c',
  '#625f59',
  '#494741',
  '#33312d',
  '#1f1e1b',
]
const dark: MantineColorsTuple = [
  '#e4e8e9',
  '#c0c8ca',
  '#9eaaad',
  '#6d797d',
  '#445054',
  '#333e42',
  '#273135',
  '#1c2427',
  '#151b1e',
  '#0f1416',
]

const input = { size: 'md' } as const
/** Inside the page and its landmarks, and inside the dialog that they belong to, where a screen reader looks for them. */
const inPlace = { withinPortal: false, floatingStrategy: 'fixed' } as const
/** The list itself scrolls, as a list box does. */
const list = {
  comboboxProps: inPlace,
  withScrollArea: false,
  // Arrows, typing and a click open it; merely passing through does not cover the form.
  openOnFocus: false,
  styles: { options: { maxHeight: 320, overflowY: 'auto' } },
} as const

export const theme = createTheme({
  colors: { petrol, ochre, brick, moss, gray, dark },
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 7 },
  black: '#1f1e1b',
  fontFamily: "'Golos Text Variable', 'Segoe UI', system-ui, sans-serif",
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.375rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.35' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.625rem', lineHeight: '1.25' },
      h2: { fontSize: '1.1875rem', lineHeight: '1.35' },
      h3: { fontSize: '1rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'sm',
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({ defaultProps: { size: 'sm', fz: 'sm' } }),
    TextInput: TextInput.extend({ defaultProps: input }),
    Textarea: Textarea.extend({ defaultProps: { ...input, autosize: true, minRows: 2 } }),
    Select: Select.extend({ defaultProps: { ...input, ...list, checkIconPosition: 'right' } }),
    MultiSelect: MultiSelect.extend({ defaultProps: { ...input, ...list } }),
    Popover: Popover.extend({ defaultProps: { withinPortal: false } }),
    Menu: Menu.extend({ defaultProps: { withinPortal: false } }),
    Switch: Switch.extend({ defaultProps: { size: 'md' } }),
    Badge: Badge.extend({ defaultProps: { variant: 'light', radius: 'sm', tt: 'none', fw: 600, fz: '0.8125rem' } }),
  },
})

/** Contrast of every pair below is at least 4.5:1 for text and 3:1 for the lines of a control. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: { '--q-rail': '15.5rem', '--q-measure': '82rem' },
  light: {
    '--mantine-color-body': '#f6f5f2',
    '--mantine-color-dimmed': '#5d5a54',
    '--mantine-color-placeholder': '#716d66',
    '--mantine-color-default-border': '#8f8b83',
    '--mantine-color-error': '#9f321d',
    '--mantine-color-anchor': '#0d5660',
    '--q-surface': '#ffffff',
    '--q-sunken': '#efede8',
    '--q-line': '#dedbd4',
    '--q-rail-bg': '#0b3a42',
    '--q-rail-text': '#dcebed',
    '--q-rail-dim': '#a3c4c8',
    '--q-rail-active': '#155862',
    '--q-attention': '#9f321d',
    '--q-soon': '#7a4f04',
    '--q-good': '#2b5c24',
    '--q-mark': '#e5aa2d',
    '--q-highlight': '#eaf5f6',
  },
  dark: {
    '--mantine-color-body': '#151b1e',
    '--mantine-color-dimmed': '#a9b4b7',
    '--mantine-color-placeholder': '#8f9b9f',
    '--mantine-color-default-border': '#6d797d',
    '--mantine-color-error': '#f2a08f',
    '--mantine-color-anchor': '#8fd0d8',
    '--q-surface': '#1c2427',
    '--q-sunken': '#232d31',
    '--q-line': '#333e42',
    '--q-rail-bg': '#0f1618',
    '--q-rail-text': '#d5e2e4',
    '--q-rail-dim': '#93abaf',
    '--q-rail-active': '#1d4047',
    '--q-attention': '#f2a08f',
    '--q-soon': '#edc05c',
    '--q-good': '#91c188',
    '--q-mark': '#e5aa2d',
    '--q-highlight': '#1d3035',
  },
})
