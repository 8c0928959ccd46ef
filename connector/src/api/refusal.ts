/** A refusal on its way to the client: a status, a word for programs, a sentence for people. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly statusCode: number
  readonly problem: string
  readonly headers: Record<string, string>
  constructor(statusCode: number, problem: string, message: string, headers: Record<string, string> = {}) {
    super(message)
    this.statusCode = statusCode
    this.problem = problem
    this.headers = headers
  }
}
