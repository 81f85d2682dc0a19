import { authorise, found } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { DateField, FieldGroup, NumberField, TimeField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { mayKeepEntry } from '../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { availabilityOf, findSpeaker } from '../queries.ts'
import type { Availability } from '../rules.ts'
import { mostAway, SetAvailability, setAvailability } from '../set-availability.ts'

const words = { zh, en }
const Times = SetAvailability.omit({ speakerId: true })
const name = namesOf(Times)

type Data = { speaker: NonNullable<Awaited<ReturnType<typeof findSpeaker>>>; comes: Availability }

/** When a speaker can come: the hours of the week, the days off, and how often. */
export const speakerTimesPage = page<Data>({
  title: (_, language) => words[language].availability,
  async load(ctx, { params }) {
    const speaker = found(await findSpeaker(ctx, params['speakerId']!))
    authorise(mayKeepEntry(ctx.actor, speaker))
    return { speaker, comes: found((await availabilityOf(ctx, [speaker.id])).get(speaker.id)) }
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
  const shownAway = Math.max(2, comes.away.length)
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
        {t.weekdays.map((label, at) => {
          const hours = comes.hours.find(({ weekday }) => weekday === at + 1)
          return (
            <FieldGroup key={label} legend={label}>
              <div class="span-inputs">
                <TimeField name={name(`hours.${at}.from`)} label={t.from} value={hours?.fromTime} />
                <TimeField
                  name={name(`hours.${at}.until`)}
                  label={t.until}
                  value={hours?.untilTime}
                />
              </div>
            </FieldGroup>
          )
        })}
        <NumberField
          name={name('weeklyLimit')}
          label={t.weeklyLimit}
          hint={t.emptyIsAny}
          min={1}
          max={14}
          value={comes.weeklyLimit === null ? undefined : String(comes.weeklyLimit)}
        />
        <FieldGroup legend={t.away} hint={t.awayHint}>
          <AwayLines from={0} until={shownAway} comes={comes} />
          {shownAway < mostAway && (
            <details>
              <summary class="button quiet">{t.moreAway}</summary>
              <AwayLines from={shownAway} until={mostAway} comes={comes} />
            </details>
          )}
        </FieldGroup>
        <Button kind="main">{t.save}</Button>
      </Form>
    </>
  )
}

function AwayLines(props: { from: number; until: number; comes: Availability }) {
  const t = useWords(words)
  const lines = Array.from({ length: props.until - props.from }, (_, at) => at + props.from)
  return (
    <>
      {lines.map((line) => (
        <div class="span-inputs" key={line}>
          <DateField
            name={name(`away.${line}.from`)}
            label={t.awayFrom(line + 1)}
            value={props.comes.away[line]?.fromOn}
          />
          <DateField
            name={name(`away.${line}.until`)}
            label={t.awayUntil(line + 1)}
            value={props.comes.away[line]?.untilOn}
          />
        </div>
      ))}
    </>
  )
}
