import { findVenue } from '#app/modules/organisation/queries.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { dayOf } from '#app/platform/time.ts'
import { Actions, Button, LinkButton, PostButton } from '#app/ui/button.tsx'
import { sayDay } from '#app/ui/dates.ts'
import { DateField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Badge, Callout, type Tone } from '#app/ui/lists.tsx'
import { Columns, PageHead, Prose, Section } from '#app/ui/page.tsx'
import { useSpeech, useTitle, useWords } from '#app/ui/speech.tsx'
import { ToldStories } from '#app/ui/told.tsx'
import { to, urls } from '#app/urls.ts'
import { topicsOf } from '../../menu/queries.ts'
import { en as storiesEn } from '../../stories/messages.en.ts'
import { zh as storiesZh } from '../../stories/messages.zh.ts'
import { storiesOf } from '../../stories/queries.ts'
import { stateOf } from '../../stories/rules.ts'
import { mayKeepEntry, mayKeepSpeakers } from '../access.ts'
import { EndSpeaking, endSpeaking } from '../end-speaking.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { availabilityOf, findSpeaker, talksGivenBy } from '../queries.ts'
import { type Availability, type VettingState, vettedFor, vettingState } from '../rules.ts'
import { VetSpeaker, vetSpeaker } from '../vet-speaker.ts'
import { Coming, sayWeek } from './coming.tsx'
import { SpeakerFacts } from './speaker-facts.tsx'

const words = { zh, en }
const storyWords = { zh: storiesZh, en: storiesEn }
const vetName = namesOf(VetSpeaker)

export const vettingTones: Record<VettingState, Tone> = {
  never: 'plain',
  over: 'bad',
  soon: 'waiting',
  valid: 'good',
}

export type SpeakerData = {
  speaker: NonNullable<Awaited<ReturnType<typeof findSpeaker>>>
  talks: Awaited<ReturnType<typeof talksGivenBy>>
  comes: Availability
  topics: Awaited<ReturnType<typeof topicsOf>>
  /** Those that the speaker agrees to being shown. */
  stories: Awaited<ReturnType<typeof storiesOf>>
  home: string | null
  keeps: boolean
}

/** One speaker: who it is, what to know before asking, and the talks; the speaker sees the own entry. */
export const speakerPage = page<SpeakerData>({
  title: ({ speaker }) => speaker.name,
  async load(ctx, { params }) {
    const speaker = found(await findSpeaker(ctx, params['speakerId']!))
    authorise(mayKeepEntry(ctx.actor, speaker))
    return {
      speaker,
      talks: await talksGivenBy(ctx, speaker.id),
      comes: found((await availabilityOf(ctx, [speaker.id])).get(speaker.id)),
      topics: await topicsOf(ctx),
      stories: (await storiesOf(ctx, speaker.id)).filter((story) => stateOf(story) === 'shown'),
      home: speaker.homeVenueId
        ? ((await findVenue(ctx, speaker.homeVenueId))?.name ?? null)
        : null,
      keeps: mayKeepSpeakers(ctx.actor),
    }
  },
  actions: {
    vet: action(VetSpeaker, async (ctx, input) => {
      await vetSpeaker(ctx, input)
      return { to: to(urls.speaker, input), done: 'speaker.vetted' }
    }),
    leave: action(EndSpeaking, async (ctx, input) => {
      await endSpeaking(ctx, input)
      return { to: to(urls.speaker, input), done: 'speaker.left' }
    }),
  },
  view: (shown) => <Speaker {...shown} />,
})

function Speaker(shown: Shown<SpeakerData>) {
  const { data, visit, form } = shown
  const t = useWords(words)
  const { language } = useSpeech()
  const stories = useWords(storyWords)
  const { speaker, keeps } = data
  const here = { speakerId: speaker.id }
  const { refusal } = form('leave')
  const head = (
    <PageHead
      back={keeps ? { href: urls.speakers, label: t.back } : undefined}
      over={t.kinds[speaker.kind]}
      title={speaker.name}
      actions={
        !speaker.leftAt && (
          <>
            <LinkButton href={to(urls.speakerTimes, here)} icon="clock">
              {t.setAvailability}
            </LinkButton>
            <LinkButton href={to(urls.speakerEntry, here)} icon="edit">
              {t.correct}
            </LinkButton>
            <LinkButton href={to(urls.stories, here)} icon="chat">
              {t.toStories}
            </LinkButton>
          </>
        )
      }
    />
  )
  if (speaker.leftAt)
    return (
      <>
        {head}
        <Badge tone="waiting">{t.left}</Badge>
        <p>{t.leftLead}</p>
      </>
    )
  return (
    <>
      {head}
      {refusal && <Callout kind="failed" title={refusal} />}
      <AtHomeOnly {...data} />
      <Columns beside={<SpeakerFacts {...data} now={visit.now} />}>
        <Prose>
          <p>{language === 'en' && speaker.aboutEn ? speaker.aboutEn : speaker.about}</p>
        </Prose>
        <TalksGiven talks={data.talks} />
        <ToldStories stories={data.stories} said={stories} />
        <Section title={t.availability}>
          <Coming comes={data.comes} today={dayOf(visit.now)} />
        </Section>
        {keeps && <Vetting {...shown} />}
        <Leaving {...shown} />
      </Columns>
    </>
  )
}

/** Who can't go out: where, when and before how many, in one sentence. */
function AtHomeOnly({ home, comes, speaker }: SpeakerData) {
  const t = useWords(words)
  if (home === null) return null
  return (
    <Callout kind="info" title={t.atHomeOnly(home, sayWeek(comes.hours, t), speaker.mostGuests)} />
  )
}

function TalksGiven({ talks }: Pick<SpeakerData, 'talks'>) {
  const t = useWords(words)
  const titleOf = useTitle()
  return (
    <Section title={t.talks}>
      {talks.length === 0 && <p class="quietly">{t.noTalks}</p>}
      <ul class="plain">
        {talks.map((talk) => (
          <li key={talk.id}>
            <a href={to(urls.talk, { talkId: talk.id })}>{titleOf(talk)}</a>{' '}
            <span class="quietly">{t.strengths[talk.strength as 1 | 2 | 3]}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Until when the street vouches for the speaker, and looking again. */
function Vetting({ data, visit, form, formKey }: Shown<SpeakerData>) {
  const t = useWords(words)
  const { language } = useSpeech()
  const { speaker } = data
  const today = dayOf(visit.now)
  const state = vettingState(speaker.vettedUntil, today)
  const say = (day: string) => sayDay(day, language, visit.now)
  return (
    <Section title={t.vetting} id="vetting">
      <p>
        <Badge tone={vettingTones[state]}>{t.vettingStates[state]}</Badge>{' '}
        {speaker.vettedUntil && t.vettedUntilDay(say(speaker.vettedUntil))}
        {speaker.conductCheckedOn && ` · ${t.conductOn(say(speaker.conductCheckedOn))}`}
      </p>
      <Form
        id="vet"
        action={to(urls.speaker, { speakerId: speaker.id }, { do: 'vet' })}
        formKey={`${formKey}v`}
        state={form('vet')}
      >
        <input type="hidden" name={vetName('speakerId')} value={speaker.id} />
        <DateField
          name={vetName('until')}
          label={t.vetAgain}
          hint={t.vetHint}
          min={today}
          value={vettedFor(today)}
          required
        />
        <Button kind={state === 'valid' ? 'plain' : 'main'}>{t.vet}</Button>
      </Form>
    </Section>
  )
}

/** One tap out of the register, with what goes and what stays. */
function Leaving({ data, formKey }: Shown<SpeakerData>) {
  const t = useWords(words)
  const here = { speakerId: data.speaker.id }
  return (
    <Section title={t.leaving}>
      <p class="quietly">{t.leavingLead}</p>
      <Actions>
        <PostButton
          action={to(urls.speaker, here, { do: 'leave' })}
          formKey={formKey}
          values={here}
          kind="quiet"
        >
          {data.keeps ? t.leave : t.leaveOwn}
        </PostButton>
        {!data.keeps && <LinkButton href={urls.privacy}>{t.toPrivacy}</LinkButton>}
      </Actions>
    </Section>
  )
}
