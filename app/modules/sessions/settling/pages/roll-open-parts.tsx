import { namesOf, type Shown } from '#app/platform/http/page.ts'
import { Actions, Button, PostButton } from '#app/ui/button.tsx'
import { sayMoment } from '#app/ui/dates.ts'
import { CheckboxField, SelectField, TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Facts, Slip } from '#app/ui/lists.tsx'
import { Section } from '#app/ui/page.tsx'
import { Search } from '#app/ui/search.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import type { SessionRow } from '../../queries.ts'
import type { FoundPerson } from '../../roll/queries.ts'
import type { Presence } from '../../roll/rules.ts'
import { AddForgotten } from '../add-forgotten.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import type { notesOf, OpenEntry } from '../queries.ts'
import { whyNotAdded, whyNotFound, whyNotSettled, whyNotTaken } from '../rules.ts'

const words = { zh, en }
const name = namesOf(AddForgotten.omit({ sessionId: true }))

type Named = Pick<FoundPerson, 'id' | 'name' | 'unitName' | 'tail'>

export type RollOpen = {
  session: SessionRow
  entries: OpenEntry[]
  notes: Awaited<ReturnType<typeof notesOf>>
  /** Who bears a name that is to be found. */
  likely: Named[]
  /** Who was looked for, for a name of the roll or to be added. */
  sought: { forId: string; typed: string; people: Named[]; marks: Map<string, Presence> } | null
  closer: { id: string; name: string } | undefined
  actorId: string | null
}

type Entries = { shown: Shown<RollOpen>; entries: readonly OpenEntry[] }
type One = { shown: Shown<RollOpen>; entry: OpenEntry }

/** Two hosts said different things: both stand side by side, with one tap each. */
export function Disputed({ shown, entries }: Entries) {
  const t = useWords(words)
  return (
    <Section title={t.disputed} id="disputed">
      <p class="quietly">{t.disputedLead}</p>
      {entries.map((entry) => (
        <Slip key={entry.id} title={entry.personName}>
          <Facts
            items={[
              { term: t.recorded, value: <Recorded shown={shown} entry={entry} /> },
              {
                term: t.said,
                value: t.by(t.presences[entry.presence ?? 'came'], entry.by),
              },
              { term: t.times, value: <Times shown={shown} entry={entry} /> },
            ]}
          />
          <Actions>
            {entry.recorded && (
              <SettleButton shown={shown} entry={entry} keep="recorded">
                {t.keep(t.presences[entry.recorded])}
              </SettleButton>
            )}
            <SettleButton shown={shown} entry={entry} keep="entry">
              {t.keep(t.presences[entry.presence ?? 'came'])}
            </SettleButton>
          </Actions>
        </Slip>
      ))}
    </Section>
  )
}

function Recorded({ shown, entry }: One) {
  const t = useWords(words)
  const say = useMoment(shown)
  if (!entry.recorded || !entry.recordedBy || !entry.recordedAt) return <>{t.notRecorded}</>
  return <>{`${t.by(t.presences[entry.recorded], entry.recordedBy)} · ${say(entry.recordedAt)}`}</>
}

/** By the phone's clock and by the server's, and how far the phone's is off. */
function Times({ shown, entry }: One) {
  const t = useWords(words)
  const say = useMoment(shown)
  const off = Math.round(Math.abs(entry.secondsOff) / 60)
  const [days, hours] = [Math.round(off / 1440), Math.round(off / 60)]
  return (
    <>
      {[
        t.tapped(say(entry.saidAt)),
        t.received(say(entry.receivedAt)),
        off > 0 && t.off(off < 1440 ? 0 : days, off < 60 ? 0 : hours, off, entry.secondsOff > 0),
      ]
        .filter(Boolean)
        .join(' · ')}
    </>
  )
}

function useMoment({ visit }: Shown<RollOpen>) {
  const { language } = useSpeech()
  return (at: Date) => sayMoment(at, language, visit.now)
}

type Deciding = One & { children: string }

function SettleButton({ shown, entry, keep, children }: Deciding & { keep: 'recorded' | 'entry' }) {
  return (
    <PostButton
      action={at(shown, 'settle')}
      formKey={shown.formKey}
      values={{ entryId: entry.id, keep }}
      whyNot={whyNotSettled(entry, keep, shown.data.actorId)}
    >
      {children}
    </PostButton>
  )
}

function at({ data }: Shown<RollOpen>, action: string): string {
  return to(urls.rollOpen, { sessionId: data.session.id }, { do: action })
}

/** What came late, or could not count by itself: taken in by another person, or put aside. */
export function Late({ shown, entries }: Entries) {
  const t = useWords(words)
  const { session, actorId } = shown.data
  return (
    <Section title={t.late} id="late">
      <p class="quietly">{t.lateLead}</p>
      {entries.map((entry) => (
        <Slip key={entry.id} title={<WhatItSays entry={entry} />}>
          <Facts
            items={[
              ...(entry.personId
                ? [{ term: t.recorded, value: <Recorded shown={shown} entry={entry} /> }]
                : []),
              { term: t.whyOpen, value: whyOpen(t.why, entry) },
              { term: t.who, value: entry.by },
              { term: t.times, value: <Times shown={shown} entry={entry} /> },
            ]}
          />
          <Actions>
            <PostButton
              action={at(shown, 'take')}
              formKey={shown.formKey}
              values={{ entryId: entry.id }}
              whyNot={whyNotTaken(entry, session, actorId, shown.visit.now)}
            >
              {t.take}
            </PostButton>
            <SettleButton shown={shown} entry={entry} keep="recorded">
              {t.putAside}
            </SettleButton>
          </Actions>
        </Slip>
      ))}
    </Section>
  )
}

function whyOpen(why: (typeof zh)['why'], { result }: OpenEntry): string {
  return result in why ? why[result as keyof typeof why] : ''
}

function WhatItSays({ entry }: { entry: OpenEntry }) {
  const t = useWords(words)
  if (entry.kind === 'guests') return <>{t.guests(entry.guests)}</>
  if (entry.kind === 'walk_in') return <>{t.walkIn(entry.words)}</>
  if (entry.kind === 'note') return <>{entry.words}</>
  return (
    <>{`${entry.personName ?? t.unknown(entry.words)} · ${t.presences[entry.presence ?? 'came']}`}</>
  )
}

/** Names that nobody has found: those who bear them with one tap each, and a search. */
export function WalkIns({ shown, entries }: Entries) {
  const t = useWords(words)
  return (
    <Section title={t.walkIns} id="walk-ins">
      <p class="quietly">{t.walkInsLead}</p>
      {entries.map((entry) => (
        <Nameless key={entry.id} shown={shown} entry={entry} />
      ))}
    </Section>
  )
}

function Nameless({ shown, entry }: One) {
  const t = useWords(words)
  const { session, likely, sought, actorId } = shown.data
  const here = sought?.forId === entry.id ? sought : null
  const bearers = likely.filter((person) => person.name === entry.words.replace(/\s/g, ''))
  const people = here ? here.people : bearers
  return (
    <Slip
      id={`find-${entry.id}`}
      title={entry.kind === 'walk_in' ? entry.words : t.unknown(entry.words)}
    >
      <Facts
        items={[
          { term: t.who, value: entry.by },
          { term: t.times, value: <Times shown={shown} entry={entry} /> },
        ]}
      />
      {here && people.length === 0 && <p>{t.nobodyFound(here.typed)}</p>}
      <Actions>
        {people.map((person) => (
          <PostButton
            key={person.id}
            action={at(shown, 'link')}
            formKey={shown.formKey}
            values={{ entryId: entry.id, personId: person.id }}
            whyNot={whyNotFound(entry, session, person.id, actorId, shown.visit.now)}
          >
            {t.thisIs(person.name, fromOf(person, people, t.tail))}
          </PostButton>
        ))}
        <SettleButton shown={shown} entry={entry} keep="recorded">
          {entry.kind === 'walk_in' ? t.asGuest : t.putAside}
        </SettleButton>
      </Actions>
      <Search
        action={`${to(urls.rollOpen, { sessionId: session.id })}#find-${entry.id}`}
        name="find"
        label={t.find}
        hint={t.findHint}
        value={here?.typed}
        kept={{ for: entry.id }}
      />
    </Slip>
  )
}

/** What tells people of one name apart. */
function fromOf(person: Named, people: readonly Named[], tail: (digits: string) => string): string {
  const shared = people.filter((other) => other.name === person.name).length > 1
  return [person.unitName, shared && person.tail && tail(person.tail)].filter(Boolean).join(' · ')
}

/** Another member of staff adds a person to a closed roll, with a reason. */
export function Forgotten(shown: Shown<RollOpen>) {
  const t = useWords(words)
  const { session, sought, closer } = shown.data
  const here = sought?.forId === '' ? sought : null
  return (
    <Section title={t.forgotten} id="forgotten">
      <p class="quietly">{[t.forgottenLead, closer && t.closedBy(closer.name)].join(' ')}</p>
      <Search
        action={`${to(urls.rollOpen, { sessionId: session.id })}#forgotten`}
        name="find"
        label={t.find}
        hint={t.findHint}
        value={here?.typed}
      />
      {here?.people.length === 0 && <p>{t.nobodyFound(here.typed)}</p>}
      {here?.people.map((person) => {
        const recorded = here.marks.get(person.id)
        return (
          <Slip
            key={person.id}
            title={[person.name, fromOf(person, here.people, t.tail)].filter(Boolean).join(' · ')}
          >
            <p>{recorded ? `${t.recorded}: ${t.presences[recorded]}` : t.notRecorded}</p>
            <ForgottenForm shown={shown} person={person} typed={here.typed} />
          </Slip>
        )
      })}
    </Section>
  )
}

/** Folded away, since only one of those who are found is meant; open again where it needs another look. */
function ForgottenForm(props: { shown: Shown<RollOpen>; person: Named; typed: string }) {
  const t = useWords(words)
  const { shown, person, typed } = props
  const { session, closer, actorId } = shown.data
  const mark = { personId: person.id, presence: 'came', recorded: undefined } as const
  const whyNot = whyNotAdded(session, closer?.id ?? null, mark, actorId)
  const state = formOf(shown, person.id)
  if (whyNot !== null) return <Button whyNot={whyNot}>{t.add}</Button>
  return (
    <details open={Object.keys(state.values).length > 0}>
      <summary class="button quiet">{t.addThis}</summary>
      <Form
        action={to(urls.rollOpen, { sessionId: session.id }, { do: 'add', find: typed })}
        formKey={shown.formKey}
        state={state}
      >
        <input type="hidden" name={name('personId')} value={person.id} />
        <SelectField
          name={name('presence')}
          label={t.presence}
          value="came"
          blank={false}
          options={(['came', 'left_early', 'absent'] as const).map((value) => ({
            value,
            label: t.presences[value],
          }))}
        />
        <TextField
          name={name('reason')}
          label={t.reason}
          hint={t.reasonHint}
          maxLength={300}
          required
        />
        <CheckboxField name={name('wasGuest')} label={t.wasGuest} />
        <Button>{t.add}</Button>
      </Form>
    </details>
  )
}

/** What was typed belongs to the one person it was typed for. */
function formOf(shown: Shown<RollOpen>, personId: string) {
  const state = shown.form('add')
  return state.values['personId'] === personId ? state : { values: {}, issues: {} }
}
