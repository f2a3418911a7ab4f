import {createTheme} from '@mantine/core'

/** Mantine points at our own tokens: sizes, radii and the accent. */
export const theme = createTheme({
  fontFamily: 'var(--font)',
  primaryColor: 'cobalt',
  primaryShade: 6,
  defaultRadius: 6,
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontSizes: {xs: 'var(--t-xs)', sm: 'var(--t-md)', md: 'var(--t-md)', lg: 'var(--t-lg)', xl: 'var(--t-xl)'},
  colors: {
    cobalt: [
      '#eef4ff',
      '#dbe7fd',
      '#b5cdfa',
      '#8db4fa',
      '#5b93f5',
      '#3576e6',
      '#1f5fd0',
      '#1a53b8',
      '#164698',
      '#123877',
    ],
  },
})
