import { authorise, found } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { Actions, Button, LinkButton, PostButton } from '#app/ui/button.tsx'
import { Time } from '#app/ui/dates.tsx'
import { Form } from '#app/ui/form.tsx'
import { Callout, Task, TaskList } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { CloseFeed, closeFeed } from '../../feeds/close-feed.ts'
import { en } from '../../feeds/messages.en.ts'
import { zh } from '../../feeds/messages.zh.ts'
import { OpenFeed, openFeed } from '../../feeds/open-feed.ts'
import { type Feed, feedsOf } from '../../feeds/queries.ts'
import { maySubscribe } from '../access.ts'
import { type Of, readOf, writeOf } from '../rules.ts'
import { chosenCalendar, nameOf, unitsRunBy } from './calendar-data.tsx'

const words = { zh, en }
const openName = namesOf(OpenFeed)

type Named = { of: Of; name: string; nameEn: string }

type Data = {
  feeds: Feed[]
  /** The calendar that one came from, or whose address was just made. */
  asked: Named | null
  /** What has no address yet. */
  offers: Named[]
}

/** The addresses to which calendars subscribe, and in plain words how. */
export const feedPage = page<Data>({
  title: (_, language) => words[language].title,
  async load(ctx, { query }) {
    const feeds = await feedsOf(ctx, found(ctx.actor.personId))
    const calendar = query.has('of') ? await chosenCalendar(ctx, query.get('of')) : null
    if (calendar) authorise(maySubscribe(ctx.actor, calendar))
    const asked = calendar && {
      of: found(readOf(query.get('of')!)),
      name: nameOf(calendar, 'zh') ?? '',
      nameEn: nameOf(calendar, 'en') ?? '',
    }
    const mine: Named = { of: { kind: 'mine' }, name: '', nameEn: '' }
    const units = (await unitsRunBy(ctx)).map(
      ({ id, name }): Named => ({ of: { kind: 'unit', id }, name, nameEn: '' }),
    )
    const has = new Set(feeds.map((feed) => writeOf(ofFeed(feed))))
    const wanted = [...(asked && isOffered(asked.of) ? [asked] : []), mine, ...units]
    const offers = new Map(wanted.map((each) => [writeOf(each.of), each]))
    for (const one of has) offers.delete(one)
    return { feeds, asked, offers: [...offers.values()] }
  },
  actions: {
    open: action(OpenFeed, async (ctx, input) => ({ once: (await openFeed(ctx, input)).secret })),
    close: action(CloseFeed, async (ctx, input) => {
      await closeFeed(ctx, input)
      return { to: urls.feed, done: 'feed.closed' }
    }),
  },
  view: (shown) => <FeedPage {...shown} />,
})

// A guardian's own calendar has the children's sessions; the street's is the office's screen.
function isOffered({ kind }: Of): boolean {
  return kind === 'unit' || kind === 'venue' || kind === 'resource'
}

function ofFeed({ kind, subjectId }: Feed): Of {
  return kind === 'mine' ? { kind } : { kind, id: subjectId }
}

/** What a calendar is called among the reader's subscriptions. */
function useNames() {
  const t = useWords(words)
  const { language } = useSpeech()
  return ({ name, nameEn }: { name: string | null; nameEn: string }) =>
    name ? t.ofUnit(language === 'en' && nameEn ? nameEn : name) : t.mine
}

function FeedPage(shown: Shown<Data>) {
  const t = useWords(words)
  const called = useNames()
  const { data, once } = shown
  return (
    <>
      <PageHead title={t.title} lead={t.lead} back={{ href: urls.calendar, label: t.back }} />
      {once !== null && (
        <Address {...shown} secret={once} name={called(data.asked ?? { name: null, nameEn: '' })} />
      )}
      {data.feeds.length > 0 && <Opened {...shown} />}
      {data.offers.length > 0 && (
        <Section title={data.feeds.length > 0 ? t.more : t.open}>
          <TaskList>
            {data.offers.map((offer) => (
              <Task
                key={writeOf(offer.of)}
                title={called(offer)}
                action={<OpenForm {...shown} of={offer.of} label={t.open} main />}
              />
            ))}
          </TaskList>
        </Section>
      )}
      <Section title={t.how}>
        {t.steps.map(({ device, how }) => (
          <div key={device}>
            <h3>{device}</h3>
            <p>{how}</p>
          </div>
        ))}
        <p class="quietly">{t.help}</p>
      </Section>
    </>
  )
}

/** The reader's feeds, each with when a calendar last asked, to renew or to close. */
function Opened(shown: Shown<Data>) {
  const t = useWords(words)
  const called = useNames()
  const { now } = shown.visit
  return (
    <Section title={t.opened}>
      <TaskList>
        {shown.data.feeds.map((feed) => (
          <Task
            key={feed.id}
            title={called(feed)}
            when={
              <>
                {t.since} <Time at={feed.madeAt} now={now} />
              </>
            }
            action={
              <Actions>
                <OpenForm {...shown} of={ofFeed(feed)} label={t.renew} />
                <PostButton
                  action={to(urls.feed, null, { do: 'close' })}
                  formKey={shown.formKey}
                  values={{ feedId: feed.id }}
                  kind="danger"
                >
                  {t.close}
                </PostButton>
              </Actions>
            }
          >
            {feed.fetchedAt ? (
              <>
                {t.fetched} <Time at={feed.fetchedAt} now={now} />
              </>
            ) : (
              t.notFetched
            )}
          </Task>
        ))}
      </TaskList>
      <p class="quietly">{t.renewHint}</p>
    </Section>
  )
}

type OpenFormProps = Shown<Data> & { of: Of; label: string; main?: boolean }

/** Without a key of its own: what answers is a secret, which the keys would keep. */
function OpenForm({ of, label, main, form }: OpenFormProps) {
  return (
    <Form action={to(urls.feed, null, { do: 'open', of: writeOf(of) })} state={form('open')}>
      <input type="hidden" name={openName('kind')} value={of.kind} />
      {'id' in of && <input type="hidden" name={openName('id')} value={of.id} />}
      <Button kind={main ? 'main' : 'plain'}>{label}</Button>
    </Form>
  )
}

/** The address that was just made, shown this once. */
function Address({ visit, secret, name }: Shown<Data> & { secret: string; name: string }) {
  const t = useWords(words)
  const path = to(urls.feedFile, { secret })
  return (
    <Callout kind="saved" title={t.yours(name)}>
      <p>{t.once}</p>
      <p>
        <code class="address">{visit.origin + path}</code>
      </p>
      <Actions>
        <LinkButton href={`webcal://${new URL(visit.origin).host}${path}`} icon="calendar">
          {t.add}
        </LinkButton>
      </Actions>
    </Callout>
  )
}
