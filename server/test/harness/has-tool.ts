import { spawnSync } from 'node:child_process'

/** Whether a program is installed; what needs it is skipped by name where it is not. */
export const hasTool = (command: string): boolean => spawnSync('which', [command]).status === 0
