/** The print platform's own name, as titles and the header say it. */
export const product = 'Print library'
