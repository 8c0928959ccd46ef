import { readFileSync } from 'node:fs'

/**
 * What all threads of a process have computed so far, milliseconds: tells more than the clock where others are at work
 * too. https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
 */
export function cpuMsOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const [user, system] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
  return (Number(user) + Number(system)) * 10 // in hundredths of a second
}
