/** Whom a demo phone number belongs to; each group has a block of its own, so no two can meet. */
const blocks = {
  members: 1,
  residents: 2,
  children: 3,
  guardians: 4,
  staff: 5,
  speakers: 6,
} as const
export type PhoneBlock = keyof typeof blocks

/** A street's seed owns this many numbers in each block, and there is room for this many seeds. */
const numbersPerSeed = 10_000
const seeds = 1_000

/** Without a common factor with ten million, so that scattering the digits is one to one. */
const scatter = 7_368_787

/**
 * The phone of the so-manieth person of a group: eleven digits that can't be real, as no number
 * beginning 100 was ever allotted to a mobile phone.
 */
export function demoPhone(block: PhoneBlock, seed: number, index: number): string {
  if (index < 0 || index >= numbersPerSeed) throw new RangeError(`no phone for person ${index}`)
  const place = (Math.abs(seed) % seeds) * numbersPerSeed + index
  const digits = (place * scatter) % (numbersPerSeed * seeds)
  return `100${blocks[block]}${String(digits).padStart(7, '0')}`
}
