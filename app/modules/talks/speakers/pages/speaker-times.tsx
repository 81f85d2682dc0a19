import { authorise, found } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { dayOf } from '#app/platform/time.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckboxField, DateField, FieldGroup, NumberField, TimeField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { WeekHours } from '#app/ui/week-hours.tsx'
import { to, urls } from '#app/urls.ts'
import { mayKeepEntry } from '../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { availabilityOf, findSpeaker } from '../queries.ts'
import type { Availability } from '../rules.ts'
import {
  mostAway,
  mostExtra,
  mostSpans,
  SetAvailability,
  setAvailability,
} from '../set-availability.ts'

const words = { zh, en }
const Times = SetAvailability.omit({ speakerId: true })
const name = namesOf(Times)

type Data = { speaker: NonNullable<Awaited<ReturnType<typeof findSpeaker>>>; comes: Availability }

/** When a speaker can come: the hours of the week, single days, the days off, and how often. */
export const speakerTimesPage = page<Data>({
  title: (_, language) => words[language].availability,
  async load(ctx, { params }) {
    const speaker = found(await findSpeaker(ctx, params['speakerId']!))
    authorise(mayKeepEntry(ctx.actor, speaker))
    const comes = found((await availabilityOf(ctx, [speaker.id])).get(speaker.id))
    const today = dayOf(ctx.now)
    return {
      speaker,
      // Days that are over are of no use here, and are gone once it is saved.
      comes: {
        ...comes,
        away: comes.away.filter(({ untilOn }) => untilOn >= today),
        extra: comes.extra.filter(({ day }) => day >= today),
      },
    }
  },
  actions: {
    set: action(Times, async (ctx, input, visit) => {
      const speakerId = visit.params['speakerId']!
      await setAvailability(ctx, { ...input, speakerId })
      return { to: to(urls.speaker, { speakerId }), done: 'speaker.availabilitySet' }
    }),
  },
  view: (shown) => <SpeakerTimes {...shown} />,
})

function SpeakerTimes({ data, form, formKey }: Shown<Data>) {
  const t = useWords(words)
  const { speaker, comes } = data
  const here = { speakerId: speaker.id }
  return (
    <>
      <PageHead
        title={t.availability}
        lead={t.availabilityLead}
        back={{ href: to(urls.speaker, here), label: speaker.name }}
      />
      <Form
        action={to(urls.speakerTimes, here, { do: 'set' })}
        formKey={formKey}
        state={form('set')}
      >
        <WeekHours
          name={name('hours')}
          weekdays={t.weekdays}
          spansOf={(day) => comes.hours.filter(({ weekday }) => weekday === day + 1)}
          most={mostSpans}
          said={{ from: t.from, until: t.until, againFrom: t.againFrom, more: t.moreSpans }}
        />
        <FieldGroup legend={t.away} hint={t.awayHint}>
          <Lines known={comes.away.length} most={mostAway} more={t.moreAway}>
            {(line) => <AwayLine line={line} comes={comes} />}
          </Lines>
        </FieldGroup>
        <FieldGroup legend={t.extra} hint={t.extraHint}>
          <Lines known={comes.extra.length} most={mostExtra} more={t.moreExtra}>
            {(line) => <ExtraLine line={line} comes={comes} />}
          </Lines>
        </FieldGroup>
        <CheckboxField
          name={name('onHolidays')}
          label={t.onHolidays}
          hint={t.onHolidaysHint}
          checked={comes.onHolidays}
        />
        <Limits comes={comes} />
        <Button kind="main">{t.save}</Button>
      </Form>
    </>
  )
}

/** How much is enough; empty is any number. */
function Limits({ comes }: { comes: Availability }) {
  const t = useWords(words)
  const of = (value: number | null) => (value === null ? undefined : String(value))
  return (
    <Section title={t.limits}>
      <NumberField
        name={name('weeklyLimit')}
        label={t.weeklyLimit}
        hint={t.emptyIsAny}
        min={1}
        max={14}
        unit={t.talksUnit}
        value={of(comes.weeklyLimit)}
      />
      <NumberField
        name={name('seasonLimit')}
        label={t.seasonLimit}
        hint={t.emptyIsAny}
        min={1}
        max={200}
        unit={t.talksUnit}
        value={of(comes.seasonLimit)}
      />
      <NumberField
        name={name('restDays')}
        label={t.restDays}
        hint={t.restDaysHint}
        min={0}
        max={30}
        unit={t.daysUnit}
        value={comes.restDays === 0 ? undefined : String(comes.restDays)}
      />
    </Section>
  )
}

/** Those that are filled in with an empty one after them, and room for more behind a fold. */
function Lines(props: {
  known: number
  most: number
  more: string
  children: (line: number) => preact.JSX.Element
}) {
  const shown = Math.min(props.known + 1, props.most)
  const lines = Array.from({ length: props.most }, (_, line) => props.children(line))
  return (
    <>
      {lines.slice(0, shown)}
      {shown < props.most && (
        <details>
          <summary>{props.more}</summary>
          {lines.slice(shown)}
        </details>
      )}
    </>
  )
}

function AwayLine({ line, comes }: { line: number; comes: Availability }) {
  const t = useWords(words)
  const days = comes.away[line]
  return (
    <div class="span-pair">
      <DateField name={name(`away.${line}.from`)} label={t.awayFrom} value={days?.fromOn} />
      <DateField name={name(`away.${line}.until`)} label={t.awayUntil} value={days?.untilOn} />
    </div>
  )
}

function ExtraLine({ line, comes }: { line: number; comes: Availability }) {
  const t = useWords(words)
  const hours = comes.extra[line]
  return (
    <div class="span-inputs">
      <DateField name={name(`extra.${line}.day`)} label={t.day} value={hours?.day} />
      <TimeField name={name(`extra.${line}.from`)} label={t.from} value={hours?.fromTime} />
      <TimeField name={name(`extra.${line}.until`)} label={t.until} value={hours?.untilTime} />
    </div>
  )
}
