import { found } from '#app/platform/errors.ts'
import { action, page, type Shown } from '#app/platform/http/page.ts'
import { Actions, Button, LinkButton, PostButton } from '#app/ui/button.tsx'
import { Time } from '#app/ui/dates.tsx'
import { Form } from '#app/ui/form.tsx'
import { Callout } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { CloseFeed, closeFeed } from '../../feeds/close-feed.ts'
import { en } from '../../feeds/messages.en.ts'
import { zh } from '../../feeds/messages.zh.ts'
import { OpenFeed, openFeed } from '../../feeds/open-feed.ts'
import { feedOf } from '../../feeds/queries.ts'
import { unitsRunBy } from './calendar-data.tsx'

const words = { zh, en }

type Data = {
  feed: Awaited<ReturnType<typeof feedOf>>
  units: Awaited<ReturnType<typeof unitsRunBy>>
}

/** The address to which a phone's calendar subscribes, and in plain words how. */
export const feedPage = page<Data>({
  title: (_, language) => words[language].title,
  async load(ctx) {
    return {
      feed: await feedOf(ctx, found(ctx.actor.personId)),
      units: await unitsRunBy(ctx),
    }
  },
  actions: {
    open: action(OpenFeed, async (ctx) => ({ once: (await openFeed(ctx)).secret })),
    close: action(CloseFeed, async (ctx) => {
      await closeFeed(ctx)
      return { to: urls.feed, done: 'feed.closed' }
    }),
  },
  view: (shown) => <Feed {...shown} />,
})

function Feed(shown: Shown<Data>) {
  const t = useWords(words)
  const { data, visit, once, formKey, form } = shown
  return (
    <>
      <PageHead title={t.title} lead={t.lead} back={{ href: urls.calendar, label: t.back }} />
      {once === null ? (
        <p>
          {data.feed ? (
            <>
              {t.since} <Time at={data.feed.madeAt} now={visit.now} />
            </>
          ) : (
            t.none
          )}
        </p>
      ) : (
        <Addresses {...shown} secret={once} />
      )}
      {once === null && (
        <>
          {/* Without a key of its own: what answers is a secret, which the keys would keep. */}
          <Form action={to(urls.feed, null, { do: 'open' })} state={form('open')}>
            <Button kind={data.feed ? 'plain' : 'main'}>{data.feed ? t.renew : t.open}</Button>
          </Form>
          {data.feed && <p class="quietly">{t.renewHint}</p>}
        </>
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
      {data.feed && (
        <>
          <PostButton action={to(urls.feed, null, { do: 'close' })} formKey={formKey} kind="danger">
            {t.close}
          </PostButton>
          <p class="quietly">{t.closeHint}</p>
        </>
      )}
    </>
  )
}

/** The own calendar's address, and those of the units that the reader runs: one key opens all. */
function Addresses({ data, visit, secret }: Shown<Data> & { secret: string }) {
  const t = useWords(words)
  const addresses = [
    { label: t.mine, path: to(urls.feedFile, { secret }) },
    ...data.units.map(({ id, name }) => ({
      label: t.ofUnit(name),
      path: to(urls.feedFile, { secret }, { unit: id }),
    })),
  ]
  return (
    <Callout kind="saved" title={t.yours}>
      <p>{t.once}</p>
      {addresses.map(({ label, path }) => (
        <section key={path}>
          <h3>{label}</h3>
          <p>
            <code class="address">{visit.origin + path}</code>
          </p>
          <Actions>
            <LinkButton href={`webcal://${new URL(visit.origin).host}${path}`} icon="calendar">
              {t.add}
            </LinkButton>
          </Actions>
        </section>
      ))}
    </Callout>
  )
}
