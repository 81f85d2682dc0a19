import { z } from 'zod'
import { giveConsent } from '#app/modules/people/consents/give-consent.ts'
import { WithdrawConsent, withdrawConsent } from '#app/modules/people/consents/withdraw-consent.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { optional, tick } from '#app/platform/http/forms.ts'
import { action, namesOf, page, type Shown, type Visit } from '#app/platform/http/page.ts'
import { Actions, Button, PostButton } from '#app/ui/button.tsx'
import { CheckboxField, TextArea, TextField, UploadField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Badge, Callout, Empty } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { useTitle, useWords } from '#app/ui/speech.tsx'
import { Told } from '#app/ui/told.tsx'
import { to, urls } from '#app/urls.ts'
import { mayKeepEntry } from '../../speakers/access.ts'
import { findSpeaker } from '../../speakers/queries.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { findStory, type Story, storiesOf } from '../queries.ts'
import { RemoveStory, removeStory } from '../remove-story.ts'
import { mostRecordingBytes, purposeOf, stateOf } from '../rules.ts'
import { TellStory, tellStory } from '../tell-story.ts'

const words = { zh, en }
const Telling = TellStory.omit({ speakerId: true }).extend({ consents: optional(tick) })
const name = namesOf(Telling)
const OneStory = z.strictObject({ storyId: z.uuid() })

type Data = {
  speaker: NonNullable<Awaited<ReturnType<typeof findSpeaker>>>
  stories: Story[]
  /** Whether the reader is the speaker, who alone can consent. */
  isOwn: boolean
}

const hereOf = ({ params }: Visit) => to(urls.stories, { speakerId: params['speakerId']! })

/** A speaker's stories and recordings: told, consented to, taken back and removed here. */
export const storiesPage = page<Data>({
  title: (_, language) => words[language].title,
  async load(ctx, { params }) {
    const speaker = found(await findSpeaker(ctx, params['speakerId']!))
    authorise(mayKeepEntry(ctx.actor, speaker))
    const isOwn = ctx.actor.personId === speaker.personId
    return { speaker, stories: await storiesOf(ctx, speaker.id), isOwn }
  },
  actions: {
    tell: action(
      Telling,
      async (ctx, { consents, ...input }, visit) => {
        const { id } = await tellStory(ctx, { ...input, speakerId: visit.params['speakerId']! })
        const story = found(await findStory(ctx, id))
        const isShown = consents === true && ctx.actor.personId === story.personId
        if (isShown) await giveConsent(ctx, consentTo(story))
        return { to: hereOf(visit), done: isShown ? 'story.shown' : 'story.told' }
      },
      { mostBytes: mostRecordingBytes },
    ),
    consent: action(OneStory, async (ctx, input, visit) => {
      await giveConsent(ctx, consentTo(found(await findStory(ctx, input.storyId))))
      return { to: hereOf(visit), done: 'consent.given' }
    }),
    withdraw: action(WithdrawConsent, async (ctx, input, visit) => {
      await withdrawConsent(ctx, input)
      return { to: hereOf(visit), done: 'consent.withdrawn' }
    }),
    remove: action(RemoveStory, async (ctx, input, visit) => {
      await removeStory(ctx, input)
      return { to: hereOf(visit), done: 'story.removed' }
    }),
  },
  view: (shown) => <Stories {...shown} />,
})

function consentTo(story: Story) {
  return { personId: story.personId, purpose: purposeOf(story), subjectId: story.id }
}

function Stories(shown: Shown<Data>) {
  const t = useWords(words)
  const { speaker, stories } = shown.data
  const refusal = ['consent', 'withdraw', 'remove']
    .map((action) => shown.form(action).refusal)
    .find(Boolean)
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        back={{ href: to(urls.speaker, { speakerId: speaker.id }), label: speaker.name }}
      />
      {refusal && <Callout kind="failed" title={refusal} />}
      {stories.length === 0 && <Empty>{t.none}</Empty>}
      {stories.map((story) => (
        <OneOfThem key={story.id} {...shown} story={story} />
      ))}
      <Tell {...shown} />
    </>
  )
}

const tones = { shown: 'good', waiting: 'waiting', down: 'plain' } as const

function OneOfThem({ data, story, formKey }: Shown<Data> & { story: Story }) {
  const t = useWords(words)
  const titleOf = useTitle()
  const state = stateOf(story)
  const here = { speakerId: data.speaker.id }
  const post = (doing: string, label: string, values: Record<string, string>) => (
    <PostButton
      action={to(urls.stories, here, { do: doing })}
      formKey={`${formKey}${doing}${story.id}`}
      values={values}
      kind={doing === 'consent' ? 'main' : 'quiet'}
    >
      {label}
    </PostButton>
  )
  return (
    <Section title={titleOf(story)}>
      <p>
        <Badge tone={tones[state]}>{t.states[state]}</Badge>
      </p>
      <Told story={story} cannotPlay={t.cannotPlay} />
      {state === 'waiting' && !data.isOwn && <p class="quietly">{t.giveFor}</p>}
      <Actions>
        {state === 'waiting' && data.isOwn && post('consent', t.give, { storyId: story.id })}
        {story.consentId !== null &&
          state === 'shown' &&
          post('withdraw', t.withdraw, { consentId: story.consentId })}
        {post('remove', t.remove, { storyId: story.id })}
      </Actions>
    </Section>
  )
}

function Tell({ data, form, formKey }: Shown<Data>) {
  const t = useWords(words)
  if (data.speaker.leftAt) return null
  return (
    <Section title={t.tell} id="tell">
      <Form
        upload
        action={to(urls.stories, { speakerId: data.speaker.id }, { do: 'tell' })}
        formKey={formKey}
        state={form('tell')}
      >
        <TextField name={name('title')} label={t.storyTitle} maxLength={80} required />
        <TextField name={name('titleEn')} label={t.inEnglish(t.storyTitle)} maxLength={120} />
        <TextArea name={name('words')} label={t.words} hint={t.wordsHint} rows={6} />
        <TextArea name={name('wordsEn')} label={t.inEnglish(t.words)} />
        <UploadField
          name={name('recording')}
          label={t.recording}
          hint={t.recordingHint}
          accept="audio/*,video/*"
        />
        {data.isOwn && <CheckboxField name={name('consents')} label={t.consent} />}
        <Button kind="main">{t.keep}</Button>
      </Form>
    </Section>
  )
}
