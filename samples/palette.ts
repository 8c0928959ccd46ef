/** The colours of Varde, the made-up maker of things for the home whose library this is. */
export const colour = {
  ink: '#1c2b36',
  night: '#14202b',
  pine: '#2f5d50',
  moss: '#7d9a6f',
  clay: '#c7633e',
  rose: '#e4aba0',
  sun: '#ecb64e',
  sand: '#efe4d2',
  paper: '#f8f3ea',
  sky: '#9ec5d3',
  sea: '#3f7c91',
  plum: '#6d3f57',
} as const
