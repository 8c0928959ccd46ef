declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The page before this one is the list it was opened from: going back is going to it. */
    fromList?: boolean
  }
}

export {}
