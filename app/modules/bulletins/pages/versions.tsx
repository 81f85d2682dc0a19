import { authorise, found } from '#app/platform/errors.ts'
import { page } from '#app/platform/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { sayMoment } from '#app/ui/dates.ts'
import { SelectField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Badge, Empty } from '#app/ui/lists.tsx'
import { PageHead, Prose, Section } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { mayReadBulletins } from '../access.ts'
import { linesOf } from '../figures/rules.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { findBulletin, versionsOf } from '../queries.ts'
import { changesBetween } from '../rules.ts'

const words = { zh, en }

type Version = Awaited<ReturnType<typeof versionsOf>>[number]

export const versionsPage = page({
  async load(ctx, visit) {
    authorise(mayReadBulletins(ctx.actor))
    const { id, title } = found(await findBulletin(ctx, visit.params['bulletinId']!))
    const versions = await versionsOf(ctx, id)
    const asked = (key: string) =>
      versions.find(({ version }) => String(version) === visit.query.get(key))
    const until = asked('until') ?? versions[0]!
    const before = versions.find(({ version }) => version < until.version)
    return { bulletin: { id, title }, versions, until, from: asked('from') ?? before, now: ctx.now }
  },
  title: (_, language) => words[language].versions,
  view: ({ data }) => <Versions {...data} />,
})

type Props = {
  bulletin: { id: string; title: string }
  versions: readonly Version[]
  from: Version | undefined
  until: Version
  now: Date
}

function Versions({ bulletin, versions, from, until, now }: Props) {
  const t = useWords(words)
  const { language } = useSpeech()
  const bulletinId = bulletin.id
  const options = versions.map((saved) => ({
    value: String(saved.version),
    label: `${t.version(saved.version)} · ${t.changed(saved.savedByName, sayMoment(saved.savedAt, language, now))}`,
  }))
  return (
    <>
      <PageHead
        title={t.versions}
        back={{ href: to(urls.bulletin, { bulletinId }), label: bulletin.title }}
      />
      {from === undefined ? (
        <Empty>{t.noVersions}</Empty>
      ) : (
        <>
          <Form method="get" action={to(urls.bulletinVersions, { bulletinId })}>
            <SelectField
              name="from"
              label={t.compareWith}
              value={String(from.version)}
              blank={false}
              options={options}
            />
            <SelectField
              name="until"
              label={t.version(until.version)}
              value={String(until.version)}
              blank={false}
              options={options}
            />
            <Button>{t.doCompare}</Button>
          </Form>
          <Section title={t.compare(from.version, until.version)}>
            <Changes before={from} after={until} />
          </Section>
        </>
      )}
    </>
  )
}

function Changes({ before, after }: { before: Version; after: Version }) {
  const t = useWords(words)
  const lines = ({ title, body }: Version) => [title, ...linesOf(body)]
  return (
    <Prose>
      {changesBetween(lines(before), lines(after)).map(({ kind, line }, at) => (
        <p key={at}>
          {kind === 'added' && (
            <>
              <Badge tone="good">{t.kinds.added}</Badge> <ins>{line}</ins>
            </>
          )}
          {kind === 'removed' && (
            <>
              <Badge tone="bad">{t.kinds.removed}</Badge> <del>{line}</del>
            </>
          )}
          {kind === 'same' && <span class="quietly">{line}</span>}
        </p>
      ))}
    </Prose>
  )
}
