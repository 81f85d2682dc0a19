import { isSignedIn } from '#app/modules/people/access.ts'
import { holds } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import { action, page, type Shown } from '#app/platform/http/page.ts'
import { titleIn } from '#app/platform/language.ts'
import { dayOf } from '#app/platform/time.ts'
import { Actions, LinkButton, PostButton } from '#app/ui/button.tsx'
import { Badge } from '#app/ui/lists.tsx'
import { Columns, PageHead, Prose, Section } from '#app/ui/page.tsx'
import { SaidOfIt } from '#app/ui/record.tsx'
import { useSpeech, useTitle, useWords } from '#app/ui/speech.tsx'
import { ToldStories } from '#app/ui/told.tsx'
import { to, urls } from '#app/urls.ts'
import { en as reviewsEn } from '../../reviews/messages.en.ts'
import { zh as reviewsZh } from '../../reviews/messages.zh.ts'
import { talkRecord } from '../../reviews/queries.ts'
import { saidOf } from '../../reviews/rules.ts'
import { en as storiesEn } from '../../stories/messages.en.ts'
import { zh as storiesZh } from '../../stories/messages.zh.ts'
import { storiesOfTalk } from '../../stories/queries.ts'
import { mayKeepMenu, mayReadTalk, maySeeMaterials } from '../access.ts'
import { AddMaterial, addMaterial } from '../add-material.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { OfferForSeason, offerForSeason } from '../offer-for-season.ts'
import { PublishTalk, publishTalk } from '../publish-talk.ts'
import { findTalk, materialsOf, speakersOfTalk, topicsOf } from '../queries.ts'
import { RemoveMaterial, removeMaterial } from '../remove-material.ts'
import { RetireTalk, retireTalk } from '../retire-talk.ts'
import { materialLimits, stateOf } from '../rules.ts'
import { offeredIn } from './offered-talks.tsx'
import { TalkDetails } from './talk-details.tsx'
import { KeepTalk, Materials } from './talk-keeping.tsx'

const words = { zh, en }
const storyWords = { zh: storiesZh, en: storiesEn }
const reviewWords = { zh: reviewsZh, en: reviewsEn }

export type TalkData = {
  talk: NonNullable<Awaited<ReturnType<typeof findTalk>>>
  speakers: Awaited<ReturnType<typeof speakersOfTalk>>
  topics: Awaited<ReturnType<typeof topicsOf>>
  /** Null for those whom the materials are not for. */
  materials: Awaited<ReturnType<typeof materialsOf>> | null
  /** What those who give it told, where they agree to its being shown. */
  stories: Awaited<ReturnType<typeof storiesOfTalk>>
  keeps: boolean
  mayOrder: boolean
  /** What units thought of it; for who is signed in. */
  record: Awaited<ReturnType<typeof talkRecord>> | null
}

/** One talk of the menu: what it is about, who gives it, for whom, and the button that orders it. */
export const talkPage = page<TalkData>({
  open: true,
  title: ({ talk }, language) => titleIn(language, talk),
  async load(ctx, { params }) {
    const talk = found(await findTalk(ctx, params['talkId']!))
    const speakers = await speakersOfTalk(ctx, talk.id)
    found(mayReadTalk(ctx.actor, talk, speakers) || null)
    return {
      talk,
      speakers,
      topics: (await topicsOf(ctx)).filter((topic) => talk.topics.includes(topic.code)),
      materials: maySeeMaterials(ctx.actor, speakers) ? await materialsOf(ctx, talk.id) : null,
      stories: await storiesOfTalk(ctx, talk.id),
      keeps: mayKeepMenu(ctx.actor),
      record: isSignedIn(ctx.actor) ? await talkRecord(ctx, talk.id) : null,
      mayOrder: holds(ctx.actor, ['administrator', 'office', 'organiser', 'secretary']),
    }
  },
  actions: {
    publish: action(PublishTalk, async (ctx, input) => {
      await publishTalk(ctx, input)
      return { to: to(urls.talk, input), done: 'talk.putOnMenu' }
    }),
    retire: action(RetireTalk, async (ctx, input) => {
      await retireTalk(ctx, input)
      return { to: to(urls.talk, { talkId: input.talkId }), done: 'talk.retired' }
    }),
    season: action(OfferForSeason, async (ctx, input) => {
      await offerForSeason(ctx, input)
      return { to: to(urls.talk, { talkId: input.talkId }), done: 'talk.seasonSet' }
    }),
    add: action(
      AddMaterial,
      async (ctx, input) => {
        await addMaterial(ctx, input)
        return { to: to(urls.talk, { talkId: input.talkId }), done: 'material.added' }
      },
      { mostBytes: materialLimits.mostBytes },
    ),
    remove: action(RemoveMaterial, async (ctx, input, { params }) => {
      await removeMaterial(ctx, input)
      return { to: to(urls.talk, { talkId: params['talkId']! }), done: 'material.removed' }
    }),
  },
  view: (shown) => <Talk {...shown} />,
})

function Talk(shown: Shown<TalkData>) {
  const { data, form, visit } = shown
  const t = useWords(words)
  const reviews = useWords(reviewWords)
  const stories = useWords(storyWords)
  const { language, reason } = useSpeech()
  const { talk } = data
  const english = language === 'en'
  const refusal =
    ['publish', 'retire', 'remove'].map((name) => form(name).refusal).find(Boolean) ??
    (talk.retiredAt ? reason('order.talkRetired') : undefined)
  const season = offeredIn(talk, language, visit.now)
  const over = talk.offeredUntil !== null && talk.offeredUntil < dayOf(visit.now)
  return (
    <>
      <PageHead
        back={{ href: urls.menu, label: t.back }}
        over={[
          t.number(talk.number),
          ...data.topics.map((topic) => (english ? topic.nameEn : topic.name)),
        ].join(' · ')}
        title={useTitle()(talk)}
      />
      <State talk={talk} season={season} />
      <Columns beside={<TalkDetails data={data} />}>
        <Prose>
          <p>{english && talk.aboutEn ? talk.aboutEn : talk.about}</p>
        </Prose>
        <TalkActions {...shown} over={over} />
        {refusal && <p class="quietly">{refusal}</p>}
        {over && !talk.retiredAt && <p class="quietly">{reason('talk.outOfSeason')}</p>}
        <p class="links">
          {talk.version > 1 && (
            <a href={to(urls.talkVersions, { talkId: talk.id })}>
              {t.version(talk.version)} · {t.versions}
            </a>
          )}
          {talk.putOnMenuAt && <a href={to(urls.talkPoster, { talkId: talk.id })}>{t.toPoster}</a>}
        </p>
        {data.record && !talk.retiredAt && (
          <Section title={reviews.record}>
            <SaidOfIt said={saidOf(data.record, reviews)} />
          </Section>
        )}
        <ToldStories stories={data.stories} said={stories} />
        {data.materials && (data.keeps || data.materials.length > 0) && <Materials {...shown} />}
        {data.keeps && !talk.retiredAt && <KeepTalk {...shown} />}
      </Columns>
    </>
  )
}

function State({ talk, season }: { talk: TalkData['talk']; season: string | undefined }) {
  const t = useWords(words)
  const state = stateOf(talk)
  if (state === 'published') return null
  return (
    <p>
      <Badge tone={state === 'seasonal' ? 'info' : 'waiting'}>
        {state === 'seasonal' ? season : t.states[state]}
      </Badge>{' '}
      {state === 'draft' && <span class="quietly">{t.draftLead}</span>}
    </p>
  )
}

function TalkActions({ data, formKey, over }: Shown<TalkData> & { over: boolean }) {
  const t = useWords(words)
  const { talk } = data
  const here = { talkId: talk.id }
  const state = stateOf(talk)
  const mayOrder = data.mayOrder && !over && state !== 'draft' && state !== 'retired'
  return (
    <Actions>
      {mayOrder && (
        <LinkButton href={to(urls.orderTalk, here)} kind="main" icon="order">
          {t.order}
        </LinkButton>
      )}
      {data.keeps && state === 'draft' && (
        <PostButton
          action={to(urls.talk, here, { do: 'publish' })}
          formKey={formKey}
          values={here}
          kind="main"
        >
          {t.publish}
        </PostButton>
      )}
    </Actions>
  )
}
