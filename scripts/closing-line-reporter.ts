import type { Reporter, TestModule } from 'vitest/node'

/** Ends the run with one line that programs can read: `N passed, N failed, N skipped`; names what was skipped. */
export class ClosingLineReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const count = (state: string) => tests.filter((test) => test.result().state === state).length
    const broken = modules.filter((module) => module.state() === 'failed' && module.errors().length > 0).length

    for (const test of tests) if (test.result().state === 'skipped') console.log(`skipped: ${test.fullName}`)
    const failed = count('failed') + broken + errors.length
    console.log(`\n${count('passed')} passed, ${failed} failed, ${count('skipped')} skipped`)
  }
}
