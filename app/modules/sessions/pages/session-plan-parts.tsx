import { namesOf, type Shown } from '#app/platform/http/page.ts'
import { Actions, Button, LinkButton, PostButton } from '#app/ui/button.tsx'
import { CheckboxField, CheckboxGroup, NumberField, TextArea, TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Badge, Callout, Empty, Task, TaskList } from '#app/ui/lists.tsx'
import { Section } from '#app/ui/page.tsx'
import { useSpeech, useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { AddBoard } from '../boards/add-board.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { en as resourcesEn } from '../resources/messages.en.ts'
import { zh as resourcesZh } from '../resources/messages.zh.ts'
import { NeedResources } from '../resources/need-resources.ts'
import { DealSeats } from '../seats/deal-seats.ts'
import { OfferThing } from '../things/offer-thing.ts'
import { ListVisits } from '../visits/list-visits.ts'
import type { PlanData } from './session-plan.tsx'

const words = { zh, en }
const resourceWords = { zh: resourcesZh, en: resourcesEn }
const needName = namesOf(NeedResources)
const seatName = namesOf(DealSeats)
const boardName = namesOf(AddBoard)
const thingName = namesOf(OfferThing)
const doorName = namesOf(ListVisits)

type Props = Shown<PlanData>

function here({ data }: Pick<Props, 'data'>, act: string): string {
  return to(urls.sessionPlan, { sessionId: data.session.id }, { do: act })
}

function Own({ data }: Pick<Props, 'data'>) {
  return <input type="hidden" name={needName('sessionId')} value={data.session.id} />
}

/** Whose home it is, the limits they set, and whether they agree. */
export function HomeLimits({ home }: { home: NonNullable<PlanData['home']> }) {
  const t = useWords(words).plan
  const { householderName, mostGuests, fromTime, untilTime } = home
  return (
    <Section title={t.home}>
      {householderName !== null && (
        <p>{t.homeLimits(householderName, mostGuests ?? 0, fromTime ?? '', untilTime ?? '')}</p>
      )}
      {home.consentId ? (
        <Callout kind="saved" title={t.consented} />
      ) : (
        <Callout kind="warning" title={t.notConsented}>
          <p>
            <a href={urls.homes}>{t.toHomes}</a>
          </p>
        </Callout>
      )}
    </Section>
  )
}

/** What has to be lent: what is booked, what is not, and what could be. */
export function Needs(shown: Props) {
  const t = useWords(words).plan
  const { kinds } = useWords(resourceWords)
  const { language } = useSpeech()
  const { data, form, formKey } = shown
  const named = (each: { name: string; nameEn: string }) =>
    language === 'en' && each.nameEn ? each.nameEn : each.name
  return (
    <Section title={t.needs}>
      <TaskList>
        {data.needs.map((need) => (
          <Task
            key={need.kind}
            title={
              <>
                {kinds[need.kind]}{' '}
                <Badge tone={need.bookingId ? 'good' : 'waiting'}>
                  {need.bookingId ? t.booked : t.notBooked}
                </Badge>
              </>
            }
            action={need.bookingId ? undefined : <Bookable {...shown} kind={need.kind} />}
          >
            {need.resourceName !== null &&
              named({ name: need.resourceName, nameEn: need.resourceNameEn ?? '' })}
          </Task>
        ))}
      </TaskList>
      <details open={form('needs').refusal !== undefined || undefined}>
        <summary class="button quiet">{t.chooseNeeds}</summary>
        <Form id="needs" action={here(shown, 'needs')} formKey={formKey} state={form('needs')}>
          <Own {...shown} />
          <CheckboxGroup
            name={needName('kinds')}
            label={t.needs}
            hint={t.needsHint}
            options={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
            value={data.needs.map((need) => need.kind)}
          />
          <Button>{t.saveNeeds}</Button>
        </Form>
      </details>
    </Section>
  )
}

function Bookable(shown: Props & { kind: string }) {
  const t = useWords(words).plan
  const { language } = useSpeech()
  const { data, kind, formKey } = shown
  const choices = data.choices.filter((choice) => choice.kind === kind)
  if (choices.length === 0) return <span class="quietly">{t.noneToLend}</span>
  return (
    <Actions>
      {choices.map((choice) => {
        const name = language === 'en' && choice.nameEn ? choice.nameEn : choice.name
        return choice.takenBy ? (
          <span key={choice.id} class="quietly">
            {t.takenBy(name, choice.takenBy)}
          </span>
        ) : (
          <PostButton
            key={choice.id}
            action={here(shown, 'book')}
            formKey={formKey}
            values={{ resourceId: choice.id, sessionId: data.session.id }}
          >
            {t.bookThis(name)}
          </PostButton>
        )
      })}
    </Actions>
  )
}

/** The boards of an exhibition, and one more. */
export function Boards(shown: Props) {
  const t = useWords(words).plan
  const { language } = useSpeech()
  const titleOf = useTitle()
  const { data, form, formKey } = shown
  const over = data.session.status === 'held' || data.session.status === 'cancelled'
  return (
    <Section title={t.boards}>
      <TaskList>
        {data.boards.map((board) => (
          <Task
            key={board.id}
            title={titleOf(board)}
            action={
              over ? undefined : (
                <PostButton
                  action={here(shown, 'unboard')}
                  formKey={formKey}
                  values={{ sessionId: data.session.id, boardId: board.id }}
                  kind="quiet"
                >
                  {t.removeBoard(titleOf(board))}
                </PostButton>
              )
            }
          >
            {language === 'en' && board.aboutEn ? board.aboutEn : board.about}
          </Task>
        ))}
      </TaskList>
      {!over && (
        <Form id="board" action={here(shown, 'board')} formKey={formKey} state={form('board')}>
          <Own {...shown} />
          <TextField name={boardName('title')} label={t.boardTitle} maxLength={60} required />
          <TextField name={boardName('titleEn')} label={t.inEnglish(t.boardTitle)} maxLength={90} />
          <TextArea name={boardName('about')} label={t.boardAbout} rows={2} maxLength={600} />
          <TextArea
            name={boardName('aboutEn')}
            label={t.inEnglish(t.boardAbout)}
            rows={2}
            maxLength={900}
          />
          <Button>{t.addBoard}</Button>
        </Form>
      )}
    </Section>
  )
}

/** What there is to give out, counted by one tap at a time. */
export function Things(shown: Props) {
  const all = useWords(words)
  const t = all.plan
  const { data, form, formKey } = shown
  const over = data.session.status === 'held' || data.session.status === 'cancelled'
  const give = (thingId: string, pieces: number, label: string) => (
    <PostButton
      action={here(shown, 'give')}
      formKey={`${formKey}${pieces}`}
      values={{ thingId, pieces: String(pieces) }}
      kind={pieces < 0 ? 'quiet' : 'plain'}
    >
      {label}
    </PostButton>
  )
  if (over && data.things.length === 0) return null
  return (
    <Section title={t.things} id="things">
      <TaskList>
        {data.things.map((thing) => (
          <Task
            key={thing.id}
            title={all.session.thingLine(thing.name, thing.offered, thing.given)}
            action={
              over ? undefined : (
                <Actions>
                  {give(thing.id, 1, t.gaveOne(thing.name))}
                  {give(thing.id, 10, t.gaveTen(thing.name))}
                  {thing.given > 0 && give(thing.id, -1, t.tookOne(thing.name))}
                </Actions>
              )
            }
          />
        ))}
      </TaskList>
      {!over && (
        <Form id="thing" action={here(shown, 'offer')} formKey={formKey} state={form('offer')}>
          <Own {...shown} />
          <TextField
            name={thingName('name')}
            label={t.thing}
            hint={t.offerHint}
            maxLength={40}
            required
          />
          <NumberField
            name={thingName('offered')}
            label={t.offered}
            min={1}
            max={100_000}
            required
          />
          <Button>{t.offer}</Button>
        </Form>
      )}
    </Section>
  )
}

/** How many seats there are, and how many of them are kept for children. */
export function Seats(shown: Props) {
  const t = useWords(words).plan
  const { data, form, formKey } = shown
  return (
    <Section title={t.deal}>
      <Form id="seats" action={here(shown, 'seats')} formKey={formKey} state={form('seats')}>
        <Own {...shown} />
        <NumberField
          name={seatName('seats')}
          label={t.seats}
          min={1}
          max={5000}
          value={String(data.session.seats)}
          required
        />
        <NumberField
          name={seatName('childSeats')}
          label={t.childSeats}
          hint={t.childSeatsHint}
          min={0}
          max={5000}
          value={String(data.session.childSeats)}
          required
        />
        <Button>{t.deal}</Button>
      </Form>
    </Section>
  )
}

/** Whom a round visits: people nearby who can't go out, with where their door is. */
export function Doors(shown: Props & { doors: NonNullable<PlanData['doors']> }) {
  const all = useWords(words)
  const t = all.plan
  const { data, doors, form, formKey } = shown
  if (doors.length === 0) return <Empty>{t.noDoors}</Empty>
  return (
    <Section title={t.doors}>
      <p class="quietly">{t.doorsHint}</p>
      <Form id="doors" action={here(shown, 'doors')} formKey={formKey} state={form('doors')}>
        <Own {...shown} />
        {doors.map((door) => (
          <div class="span-inputs" key={door.id}>
            <CheckboxField
              name={doorName(`doors.${door.id}.on`)}
              label={[door.name, door.unitName].filter(Boolean).join(' · ')}
              checked={door.on}
            />
            <TextField
              name={doorName(`doors.${door.id}.place`)}
              label={t.place(door.name)}
              value={door.place}
              maxLength={60}
            />
          </div>
        ))}
        <Actions>
          <Button kind={data.session.status === 'draft' ? 'plain' : 'main'}>{t.saveDoors}</Button>
          {data.session.status === 'scheduled' && (
            <LinkButton href={to(urls.round, { sessionId: data.session.id })}>
              {all.session.toRound}
            </LinkButton>
          )}
        </Actions>
      </Form>
    </Section>
  )
}
