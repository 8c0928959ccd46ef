/** Something is lost or contradicts itself. */
const wrong = ['database', 'missing', 'damaged', 'contradiction', 'count', 'index'] as const
/** Worth knowing: bytes that nothing names, which a killed upload may leave, and work that was given up. */
const notable = ['orphan', 'failed-job', 'not-compared'] as const

export type Finding = {
  kind: (typeof wrong)[number] | (typeof notable)[number]
  /** An object's key, a keyword's or album's name, a job. */
  subject: string
  detail: string
}

export const isWrong = ({ kind }: Finding): boolean => (wrong as readonly string[]).includes(kind)
