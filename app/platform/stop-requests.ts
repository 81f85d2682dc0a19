import { setTimeout as wait } from 'node:timers/promises'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Settles when the program is asked to stop: by a signal, or by the end of the npm that it was started
 * with, whose shell keeps the signal to itself. Ctrl-C asks more than once; asking again changes nothing.
 */
export function stopRequested(environment: NodeJS.ProcessEnv): Promise<void> {
  const signalled = new Promise<void>((settle) => {
    for (const signal of signals) process.on(signal, () => settle())
  })
  return environment['npm_command'] ? Promise.race([signalled, parentGone()]) : signalled
}

async function parentGone(): Promise<void> {
  const parent = process.ppid
  while (process.ppid === parent) await wait(500, undefined, { ref: false })
}
