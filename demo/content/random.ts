/** A stream of chance that is the same for the same seed. */
export type Random = {
  /** A whole number between the two, both included. */
  int: (least: number, most: number) => number
  chance: (probability: number) => boolean
  pick: <T>(list: readonly T[]) => T
  /** One value out of [value, weight] pairs. */
  weighted: <T>(list: readonly (readonly [value: T, weight: number])[]) => T
  shuffle: <T>(list: readonly T[]) => T[]
}

/** Mulberry32 by Tommy Ettinger (public domain): 32 bits of state, ample for invented people. */
function mulberry32(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * Opens the stream of chance that belongs to this seed, or to one part of it: `seeded(7, 1, 42)`
 * stays as it is whatever else is drawn from seed 7. Parts are mixed in by Knuth's multiplier.
 */
export function seeded(seed: number, ...parts: readonly number[]): Random {
  const next = mulberry32(parts.reduce((mixed, part) => Math.imul(mixed ^ part, 0x9e3779b1), seed))
  const int = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))

  function pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new RangeError('nothing to pick from')
    return list[int(0, list.length - 1)] as T
  }

  function weighted<T>(list: readonly (readonly [T, number])[]): T {
    let left = next() * list.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [value, weight] of list) {
      left -= weight
      if (left < 0) return value
    }
    throw new RangeError('nothing to pick from')
  }

  function shuffle<T>(list: readonly T[]): T[] {
    const out = [...list]
    for (let i = out.length - 1; i > 0; i--) {
      const j = int(0, i)
      const kept = out[i] as T
      out[i] = out[j] as T
      out[j] = kept
    }
    return out
  }

  return { int, chance: (probability) => next() < probability, pick, weighted, shuffle }
}
