/** Failed sign-ins, so that guessing gets slow: per user and per address, over all servers. */
export interface SignInAttemptStore {
  recordFailure(subject: string, at: number): Promise<void>
  countFailures(subject: string, since: number): Promise<number>
  clear(subject: string): Promise<void>
  dropBefore(time: number): Promise<void>
}
