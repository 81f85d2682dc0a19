const quiet = 2_000
const worthwhile = 500

/**
 * Gives a busy hour's memory back once nobody asks: V8 by itself keeps what it has until it needs
 * more, and the machine of a sub-district has other things to do. Does nothing without --expose-gc.
 */
export function giveMemoryBack(): { asked(): void; stop(): void } {
  const { gc } = globalThis
  let since = 0
  let last = performance.now()
  const timer = setInterval(() => {
    if (since < worthwhile || performance.now() - last < quiet) return
    since = 0
    // The kind that also hands pages back to the system.
    void gc?.({ type: 'major', flavor: 'last-resort', execution: 'async' })
  }, quiet)
  timer.unref()
  return {
    asked() {
      since += 1
      last = performance.now()
    },
    stop: () => clearInterval(timer),
  }
}
