import type { MantineColorsTuple } from '@mantine/core'

/** Copper that has stood in the rain: the one colour that means "you can act here". */
export const verdigris: MantineColorsTuple = [
  '#ebf6f3',
  '#d2eae4',
  '#a8d6cb',
  '#7fc4b5',
  '#5bb2a1',
  '#3d9d8b',
  '#2a8676',
  '#1b6f62',
  '#15594f',
  '#0e423a',
]

/** Warm greys: paper in the light scheme. */
export const paper: MantineColorsTuple = [
  '#faf8f4',
  '#f3efe8',
  '#e8e2d8',
  '#d8d0c3',
  '#bfb6a7',
  '#968d7e',
  '#6c6558',
  '#544e44',
  '#3a362f',
  '#24211c',
]

/** Warm blacks: ink in the dark scheme. 0 is text, 7 the page. */
export const ink: MantineColorsTuple = [
  '#ebe7df',
  '#d2ccc1',
  '#b0a99c',
  '#857e73',
  '#4d4942',
  '#3b3832',
  '#2c2a26',
  '#1e1c19',
  '#171614',
  '#100f0d',
]

/** Reds of sealing wax, for what cannot be undone. */
export const wax: MantineColorsTuple = [
  '#fcefec',
  '#f6d9d3',
  '#edb3a8',
  '#e48c7c',
  '#dc6b57',
  '#cf4f39',
  '#bd3d28',
  '#a5321f',
  '#862818',
  '#661d11',
]
