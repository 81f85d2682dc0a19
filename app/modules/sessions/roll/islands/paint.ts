import {
  notCounted,
  type Outbox,
  type Shown,
  shownGuests,
  shownMarks,
  shownOf,
  shownWalkIns,
  summaryOf,
} from './outbox.ts'
import { addLine, lineOf, type OnPage, part, type Words } from './parts.ts'

/** Whether a try to send is on its way, and whether the last one reached the server. */
export type Net = { reached: boolean; busy: boolean }

/** Shows the roll as it is kept. A line keeps its place and height, whatever becomes of it. */
export function paint(at: OnPage, outbox: Outbox, net: Net): void {
  const marks = shownMarks(outbox)
  const list = part('list')
  for (const [id, { presence }] of marks) {
    const person = presence && !lineOf(id) && at.people.find(([known]) => known === id)
    if (person) addLine(list, person, at)
  }
  let left = 0
  for (const line of document.querySelectorAll<HTMLElement>('.roll-line')) {
    const [, id] = line.querySelector('input')!.name.split('.')
    const shown = shownOf(outbox, id!)
    paintLine(line, shown, at.words)
    if (shown.presence === null && list.contains(line)) left += 1
  }
  write('left', left === 0 ? at.words.nobodyLeft : fill(at.words.left, left))
  paintStrip(at.words, outbox, marks, net)
  paintOthers(at.words, outbox)
  paintDoubts(at, outbox)
}

function paintLine(line: HTMLElement, shown: Shown, words: Words): void {
  for (const radio of line.querySelectorAll('input')) radio.checked = radio.value === shown.presence
  const word = shown.disputed.length > 0 ? words.stateDisputed : stateOf(shown, words)
  let said = line.querySelector('.said')
  if (!said) {
    said = document.createElement('i')
    line.querySelector('.roll-name > span')!.append(said)
  }
  said.className = shown.disputed.length > 0 ? 'said doubt' : `said ${shown.state ?? ''}`
  if (said.textContent !== word) said.textContent = word
}

function stateOf({ presence, state }: Pick<Shown, 'presence' | 'state'>, words: Words): string {
  if (state === 'failed') return words.stateFailed
  if (state !== null) return words.stateWaiting
  return presence === null ? '' : words.stateSaved
}

/** What is known at the foot of the page, and how it stands with the sending: never more than is true. */
function paintStrip(
  words: Words,
  outbox: Outbox,
  marks: ReadonlyMap<string, Shown>,
  { reached, busy }: Net,
): void {
  const all = [...marks.values()]
  const count = (wanted: string) => all.filter(({ presence }) => presence === wanted).length
  write('came', fill(words.came, count('came')))
  write('not-came', fill(words.others, count('left_early'), count('absent')))
  const { waiting, failed } = summaryOf(outbox)
  const open = waiting + failed
  const kind = open > 0 ? (failed > 0 ? 'failed' : 'waiting') : reached ? 'saved' : 'waiting'
  const sentence =
    failed > 0 && !busy
      ? fill(words.failed, failed)
      : open > 0
        ? fill(busy && reached ? words.sending : reached ? words.waiting : words.offline, open)
        : outbox.kept.length === 0 && all.length === 0
          ? words.idle
          : reached
            ? words.saved
            : words.savedOffline
  part('strip').className = `roll-foot ${kind}`
  write('state', sentence)
  write('wait-to-close', open > 0 ? fill(words.waitBeforeClosing, open) : '')
}

function paintOthers(words: Words, outbox: Outbox): void {
  write('guests', String(shownGuests(outbox)))
  paintList(
    'walk-ins',
    shownWalkIns(outbox).map(({ words: name, state }) => [
      name,
      stateOf({ presence: 'came', state }, words),
    ]),
  )
  const notes = outbox.kept.filter(({ entry }) => entry.kind === 'note')
  paintList(
    'notes',
    notes.map(({ entry, state }) => [
      entry.words!,
      stateOf({ presence: 'came', state: state === 'sent' ? null : state }, words),
    ]),
  )
}

/** What arrived and does not count by itself: two hosts of two minds, too late, of oneself. */
function paintDoubts({ people, words }: OnPage, outbox: Outbox): void {
  const nameOf = (id: string | null | undefined) =>
    people.find(([known]) => known === id)?.[1] ?? words.someone
  const marks = new Map(outbox.roll?.marks.map((mark) => [mark.personId, mark]))
  const disputed = (outbox.roll?.disputed ?? []).map((said): [string, string] => {
    const mark = marks.get(said.personId)
    const stands = mark ? fill(words.saidBy, words.marks[mark.presence], mark.by) : ''
    const other = fill(words.saidBy, words.marks[said.presence], said.by)
    return [nameOf(said.personId), fill(words.disputed, stands, other)]
  })
  const mine = notCounted(outbox).filter(({ result }) => result !== 'disputed')
  const uncounted = mine.map(({ entry, personId, result }): [string, string] => [
    entry.kind === 'mark' ? nameOf(personId) : (entry.words ?? words.guests),
    words[result as 'held' | 'late' | 'kept' | 'refused'],
  ])
  paintList('doubts', [...disputed, ...uncounted])
  part('doubtful').hidden = disputed.length + uncounted.length === 0
}

function paintList(name: string, items: readonly [string, string][]): void {
  const list = part(name)
  list.textContent = ''
  for (const [first, second] of items) {
    const item = document.createElement('li')
    const what = document.createElement('b')
    what.textContent = first
    const state = document.createElement('span')
    state.textContent = second
    item.append(what, ' ', state)
    list.append(item)
  }
}

function write(name: string, sentence: string): void {
  const at = part(name)
  if (at.textContent !== sentence) at.textContent = sentence
}

/** Puts numbers and names where a sentence has its `%`. */
export function fill(sentence: string, ...given: (string | number)[]): string {
  let at = 0
  return sentence.replace(/%/g, () => String(given[at++]))
}
