/** What a piece of work returns, and the processor seconds of this process that it took. */
export async function timed<T>(
  work: () => T | Promise<T>,
): Promise<{ answer: T; seconds: number }> {
  const before = process.cpuUsage()
  const answer = await work()
  const { user, system } = process.cpuUsage(before)
  return { answer, seconds: (user + system) / 1e6 }
}
