import type { Problem } from '../provider/explain-failure.ts'

/** Why settings were not taken, in a sentence for the person at the page. */
export class SettingsRefused extends Error {
  override readonly name = 'SettingsRefused'
  readonly problem: Problem | 'incomplete' | 'authenticate-first' | 'secret-needed'
  constructor(problem: SettingsRefused['problem'], sentence: string) {
    super(sentence)
    this.problem = problem
  }
}
