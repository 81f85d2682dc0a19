import { namesOf, type Shown } from '#app/platform/http/page.ts'
import { dayOf } from '#app/platform/time.ts'
import { Actions, Button, LinkButton, PostButton } from '#app/ui/button.tsx'
import { Time } from '#app/ui/dates.tsx'
import { SelectField, TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { History, Task, TaskList } from '#app/ui/lists.tsx'
import { Section } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { CancelShift } from '../../posts/cancel-shift.ts'
import type { ApplicationRow } from '../../posts/queries.ts'
import { ageBand } from '../../youth/rules.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { TakePlace } from '../take-place.ts'
import type { ShiftData } from './shift.tsx'

const words = { zh, en }
const placeName = namesOf(TakePlace)
const cancelName = namesOf(CancelShift)

type DeskShown = Shown<ShiftData> & { desk: NonNullable<ShiftData['desk']> }

/** What who runs a shift does: gives places, asks who is free, calls the roll, calls the shift off. */
export function ShiftDesk(shown: DeskShown) {
  const t = useWords(words).shift
  const { fact: say } = useSpeech()
  const { data, desk, visit, form, formKey } = shown
  const { shift } = data
  const planned = shift.status === 'planned'
  const act = (name: string) => to(urls.shift, { shiftId: shift.id }, { do: name })
  return (
    <>
      {planned && shift.taken < shift.needed && <GivePlaces {...shown} />}
      {planned && (
        <Actions>
          <LinkButton href={to(urls.shiftRoll, { shiftId: shift.id })}>{t.callRoll}</LinkButton>
          {shift.taken < shift.needed && shift.during.start > visit.now && (
            <PostButton
              action={act('ask')}
              formKey={formKey}
              whyNot={desk.free === 0 ? 'ask.nobody' : null}
            >
              {`${t.ask} · ${t.askCount(desk.free)}`}
            </PostButton>
          )}
        </Actions>
      )}
      {planned && (
        <details open={Object.keys(form('cancel').issues).length > 0}>
          <summary>{t.cancel}</summary>
          <Form action={act('cancel')} formKey={formKey} state={form('cancel')} id="cancel-form">
            <TextField
              name={cancelName('reason')}
              label={t.cancelWhy}
              hint={t.cancelHint}
              required
              maxLength={300}
            />
            <Button kind="danger">{t.cancel}</Button>
          </Form>
        </details>
      )}
      {!planned && (
        <p>
          <LinkButton href={to(urls.shiftRoll, { shiftId: shift.id })}>{t.callRoll}</LinkButton>
        </p>
      )}
      {desk.history.length > 0 && (
        <Section title={t.history}>
          <History
            items={desk.history.map((fact) => ({
              when: <Time at={fact.at} now={visit.now} />,
              who: fact.actor,
              what: say(fact.name),
              onBehalfOf: fact.onBehalfOf ?? undefined,
              why: fact.reason ?? undefined,
            }))}
          />
        </Section>
      )}
    </>
  )
}

function GivePlaces({ data, desk, form, formKey }: DeskShown) {
  const t = useWords(words).shift
  const { shift, rule } = data
  const onDay = dayOf(shift.during.start)
  const adults = data.seen.filter((place) => !place.minor && place.state === 'on')
  const isLittle = (each: ApplicationRow) =>
    each.bornOn !== null && ageBand(each.bornOn, onDay, rule) !== 'adult'
  return (
    <Section title={t.place} id="place">
      <p class="quietly">{desk.cleared.length > 0 ? t.placeHint : t.nobodyLeft}</p>
      <TaskList>
        {desk.cleared.map((each) => (
          <Task
            key={each.id}
            title={each.name}
            action={
              <Form
                action={to(urls.shift, { shiftId: shift.id }, { do: 'take' })}
                formKey={formKey}
                state={form('take').values['personId'] === each.personId ? form('take') : undefined}
                id={`place-${each.id}`}
              >
                <input type="hidden" name={placeName('personId')} value={each.personId} />
                {isLittle(each) && (
                  <SelectField
                    name={placeName('besideId')}
                    label={t.adult}
                    options={adults.map((place) => ({ value: place.id, label: place.name }))}
                    blank={t.noAdult}
                    value={adults[0]?.id}
                  />
                )}
                <Button>{t.put}</Button>
              </Form>
            }
          />
        ))}
      </TaskList>
    </Section>
  )
}
