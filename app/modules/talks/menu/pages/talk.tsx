import { holds } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import { action, page, type Shown } from '#app/platform/http/page.ts'
import { titleIn } from '#app/platform/language.ts'
import { Actions, LinkButton, PostButton } from '#app/ui/button.tsx'
import { Badge, Facts } from '#app/ui/lists.tsx'
import { Columns, PageHead, Prose } from '#app/ui/page.tsx'
import { useSpeech, useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { en as speakersEn } from '../../speakers/messages.en.ts'
import { zh as speakersZh } from '../../speakers/messages.zh.ts'
import { mayKeepMenu } from '../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { findTalk, speakersOfTalk, topicsOf } from '../queries.ts'
import { RetireTalk, retireTalk } from '../retire-talk.ts'

const words = { zh, en }
const speakerWords = { zh: speakersZh, en: speakersEn }

type Data = {
  talk: NonNullable<Awaited<ReturnType<typeof findTalk>>>
  speakers: Awaited<ReturnType<typeof speakersOfTalk>>
  topics: Awaited<ReturnType<typeof topicsOf>>
  keeps: boolean
  mayOrder: boolean
}

/** One talk of the menu: what it is about, who gives it, for whom, and the button that orders it. */
export const talkPage = page<Data>({
  open: true,
  title: ({ talk }, language) => titleIn(language, talk),
  async load(ctx, { params }) {
    const talk = found(await findTalk(ctx, params['talkId']!))
    return {
      talk,
      speakers: await speakersOfTalk(ctx, talk.id),
      topics: (await topicsOf(ctx)).filter((topic) => talk.topics.includes(topic.code)),
      keeps: mayKeepMenu(ctx.actor),
      mayOrder: holds(ctx.actor, ['administrator', 'office', 'organiser', 'secretary']),
    }
  },
  actions: {
    retire: action(RetireTalk, async (ctx, input) => {
      await retireTalk(ctx, input)
      return { to: to(urls.talk, { talkId: input.talkId }), done: 'talk.retired' }
    }),
  },
  view: (shown) => <Talk {...shown} />,
})

function Talk({ data, formKey, form }: Shown<Data>) {
  const t = useWords(words)
  const { language, reason } = useSpeech()
  const { talk } = data
  const english = language === 'en'
  const here = { talkId: talk.id }
  const refusal =
    form('retire').refusal ?? (talk.retiredAt ? reason('order.talkRetired') : undefined)
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
      {talk.retiredAt && <Badge tone="waiting">{t.retired}</Badge>}
      <Columns beside={<Details data={data} />}>
        <Prose>
          <p>{english && talk.aboutEn ? talk.aboutEn : talk.about}</p>
        </Prose>
        <Actions>
          {data.mayOrder && !talk.retiredAt && (
            <LinkButton href={to(urls.orderTalk, here)} kind="main" icon="order">
              {t.order}
            </LinkButton>
          )}
          {data.keeps && !talk.retiredAt && (
            <PostButton
              action={to(urls.talk, here, { do: 'retire' })}
              formKey={formKey}
              values={here}
              kind="quiet"
            >
              {t.retire}
            </PostButton>
          )}
        </Actions>
        {refusal && <p class="quietly">{refusal}</p>}
      </Columns>
    </>
  )
}

function Details({ data }: { data: Data }) {
  const t = useWords(words)
  const kinds = useWords(speakerWords).kinds
  const { language } = useSpeech()
  const { talk } = data
  const said = (codes: readonly string[], labels: Record<string, string>) =>
    codes.map((code) => labels[code] ?? code).join(' · ')
  return (
    <Facts
      items={[
        { term: t.facets.minutes, value: t.minutes(talk.minutes) },
        { term: t.forWhom, value: said(talk.audiences, t.audiences) },
        { term: t.facets.format, value: said(talk.formats, t.formats) },
        { term: t.spokenIn, value: said(talk.languages, t.languages) },
        {
          term: t.speakers,
          value: (
            <ul class="plain">
              {data.speakers.map((speaker) => (
                <li key={speaker.id}>
                  {speaker.name} <span class="quietly">{kinds[speaker.kind]}</span>
                </li>
              ))}
            </ul>
          ),
        },
        ...(talk.brings
          ? [{ term: t.brings, value: (language === 'en' && talk.bringsEn) || talk.brings }]
          : []),
      ]}
    />
  )
}
