import { type Figure, type FigureName, sayingsOf, tokenOf, writtenAs } from './figures/rules.ts'

/** Why a bulletin can't take a step. Each is the key of its sentence. */
export type BulletinReason =
  | 'bulletin.changedMeanwhile'
  | 'bulletin.isPublished'
  | 'bulletin.notDraft'
  | 'bulletin.notItsTurn'
  | 'bulletin.notReady'
  | 'bulletin.notPublished'
  | 'bulletin.wordingUntrue'
  | 'written_by_a_reader'
  | 'read_by_a_writer'
  | 'step_by_same_person'
  | 'step_taken'

/** What someone has to do with a bulletin: nobody both writes and reads it. */
export type Part = 'writer' | 'reader'

/** The readings before publication, in their order: three reviews and the proofreading. */
export const readings = ['first', 'second', 'third', 'proof'] as const
export type Reading = (typeof readings)[number]

/** Where a bulletin can stand, in the order of its life. */
export const statuses = ['draft', ...readings, 'ready', 'published'] as const
export type Status = (typeof statuses)[number]

/** The reading that a bulletin waits for; null where it waits for none. */
export function readingOf(status: Status): Reading | null {
  return readings.find((reading) => reading === status) ?? null
}

/** Where a bulletin stands after a reading was approved. */
export function after(reading: Reading): Reading | 'ready' {
  return readings[readings.indexOf(reading) + 1] ?? 'ready'
}

type Standing = { status: Status; version: number }

/** Why a text can't be saved: it is out, someone else has saved meanwhile, or who saves has read it. */
export function whyNotSaved(
  bulletin: Standing,
  opened: number,
  part: Part | null,
): BulletinReason | null {
  if (bulletin.status === 'published') return 'bulletin.isPublished'
  if (bulletin.version !== opened) return 'bulletin.changedMeanwhile'
  return part === 'reader' ? 'written_by_a_reader' : null
}

/** Why a draft can't be handed in for its reviews. */
export function whyNotHandedIn(bulletin: Standing, version: number): BulletinReason | null {
  if (bulletin.status !== 'draft') return 'bulletin.notDraft'
  return bulletin.version === version ? null : 'bulletin.changedMeanwhile'
}

/** Who reads: the part they have in this bulletin, and whether they took a step of this round. */
export type Reader = { part: Part | null; hasRead: boolean }

/** Why someone can't decide a reading: not its turn, another version, they wrote, or have read already. */
export function whyNotRead(
  bulletin: Standing,
  asked: { step: Reading; version: number },
  reader: Reader,
): BulletinReason | null {
  if (bulletin.status !== asked.step) return 'bulletin.notItsTurn'
  if (bulletin.version !== asked.version) return 'bulletin.changedMeanwhile'
  if (reader.part === 'writer') return 'read_by_a_writer'
  return reader.hasRead ? 'step_by_same_person' : null
}

/** Why a bulletin can't be published: it has not been read by all. */
export function whyNotPublished(bulletin: Standing, version: number): BulletinReason | null {
  if (bulletin.status === 'published') return 'bulletin.isPublished'
  if (bulletin.status !== 'ready') return 'bulletin.notReady'
  return bulletin.version === version ? null : 'bulletin.changedMeanwhile'
}

/** One line of what changed between two versions. */
export type Change = { kind: 'same' | 'added' | 'removed'; line: string }

/** What changed between two texts, line by line: the longest row of lines that both have stays. */
export function changesBetween(before: readonly string[], after: readonly string[]): Change[] {
  const common = commonLengths(before, after)
  const changes: Change[] = []
  let [at, now] = [0, 0]
  while (at < before.length || now < after.length) {
    const [old, fresh] = [before[at], after[now]]
    if (old !== undefined && old === fresh) {
      changes.push({ kind: 'same', line: old })
      at += 1
      now += 1
    } else if (
      old !== undefined &&
      (fresh === undefined || common[at + 1]![now]! >= common[at]![now + 1]!)
    ) {
      changes.push({ kind: 'removed', line: old })
      at += 1
    } else {
      changes.push({ kind: 'added', line: fresh! })
      now += 1
    }
  }
  return changes
}

/** For each place in both texts, how many lines they have in common from there on. */
function commonLengths(before: readonly string[], after: readonly string[]): number[][] {
  const common = Array.from({ length: before.length + 1 }, () =>
    Array.from({ length: after.length + 1 }, () => 0),
  )
  for (let at = before.length - 1; at >= 0; at -= 1) {
    for (let now = after.length - 1; now >= 0; now -= 1) {
      common[at]![now] =
        before[at] === after[now]
          ? common[at + 1]![now + 1]! + 1
          : Math.max(common[at + 1]![now]!, common[at]![now + 1]!)
    }
  }
  return common
}

/** The tokens of a first draft: empty where nothing was counted, in words that fit where wanted. */
export function draftTokens(values: ReadonlyMap<string, number>) {
  const token = (figure: Figure): string =>
    (values.get(writtenAs(figure)) ?? 0) === 0 ? '' : tokenOf(figure)
  return {
    /** The number as it is. */
    exactly: (name: FigureName, thing: string | null = null) => token({ name, thing }),
    /** "More than 40" where that is true, as a newspaper says it. */
    loosely: (name: FigureName, thing: string | null = null) => {
      const figure: Figure = { name, thing }
      const saying = sayingsOf(values.get(writtenAs(figure)) ?? 0).find(
        ({ how }) => how === 'moreThan',
      )
      return token(saying ? { ...figure, saying } : figure)
    },
  }
}

/** Why nobody can comment: it is out, or the text has changed since it was read. */
export function whyNotCommented(bulletin: Standing, version: number): BulletinReason | null {
  if (bulletin.status === 'published') return 'bulletin.isPublished'
  return bulletin.version === version ? null : 'bulletin.changedMeanwhile'
}

/** Why a bulletin can't be corrected: it is not out. */
export function whyNotCorrected(bulletin: { status: Status }): BulletinReason | null {
  return bulletin.status === 'published' ? null : 'bulletin.notPublished'
}
