import { type CSSVariablesResolver, createTheme } from '@mantine/core'
import { ink, paper, verdigris, wax } from './colors.ts'

const sans =
  'ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif'
const serif = '"Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", "Book Antiqua", Georgia, serif'

/** The list of choices scrolls itself: a box around it would be a stop of the keyboard with nothing in it. */
const scrollingList = { withScrollArea: false, styles: { options: { maxHeight: 260, overflowY: 'auto' } } }

/** A dialog's head is drawn as a `header`, which a reader takes for a second one of the page. */
const plainHeader = { attributes: { header: { role: 'presentation' } } }

export const theme = createTheme({
  primaryColor: 'verdigris',
  primaryShade: 7, // dark enough for white words on it, in both schemes
  colors: { verdigris, gray: paper, dark: ink, red: wax },
  black: '#24211c',
  fontFamily: sans,
  headings: { fontFamily: serif, fontWeight: '600' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    // Menus and choices stand in their place in the page, so that they stay in their landmark.
    Combobox: { defaultProps: { withinPortal: false } },
    Select: { defaultProps: scrollingList },
    MultiSelect: { defaultProps: scrollingList },
    Menu: { defaultProps: { shadow: 'md', radius: 'md', withinPortal: false, withInitialFocusPlaceholder: false } },
    Modal: {
      defaultProps: { radius: 'lg', centered: true, closeButtonProps: { 'aria-label': 'Close' }, ...plainHeader },
    },
    Drawer: { defaultProps: { closeButtonProps: { 'aria-label': 'Close' }, ...plainHeader } },
    Tooltip: { defaultProps: { openDelay: 400, events: { hover: true, focus: true, touch: false } } },
  },
})

/** The few surfaces Mantine has no word for. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#fbf9f5',
    '--mantine-color-error': 'var(--mantine-color-red-7)',
    '--mantine-color-placeholder': 'var(--mantine-color-gray-6)',
    '--descant-surface': '#ffffff',
    '--descant-sunken': 'var(--mantine-color-gray-1)',
    '--descant-line': 'var(--mantine-color-gray-2)',
    '--descant-accent': 'var(--mantine-color-verdigris-7)',
    '--descant-accent-soft': 'var(--mantine-color-verdigris-0)',
    '--descant-accent-ink': 'var(--mantine-color-verdigris-8)',
  },
  dark: {
    '--mantine-color-error': 'var(--mantine-color-red-3)',
    '--mantine-color-placeholder': 'var(--mantine-color-dark-2)',
    '--descant-surface': '#272521',
    '--descant-sunken': 'var(--mantine-color-dark-8)',
    '--descant-line': 'var(--mantine-color-dark-5)',
    '--descant-accent': 'var(--mantine-color-verdigris-4)',
    '--descant-accent-soft': '#23332f',
    '--descant-accent-ink': 'var(--mantine-color-verdigris-2)',
  },
})
