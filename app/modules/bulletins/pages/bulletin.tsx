import { officeRoles } from '#app/modules/people/access.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { action, namesOf, page } from '#app/platform/http/page.ts'
import { Button, LinkButton, PostButton } from '#app/ui/button.tsx'
import { sayMoment } from '#app/ui/dates.ts'
import { TextArea, TextField } from '#app/ui/fields.tsx'
import { Form, type FormState } from '#app/ui/form.tsx'
import { Badge, Callout, History } from '#app/ui/lists.tsx'
import { Columns, PageHead, Section } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { AsOf } from '#app/ui/tables.tsx'
import { to, urls } from '#app/urls.ts'
import { mayDecide, mayPublish, mayReadBulletins, mayWriteBulletins, readersOf } from '../access.ts'
import { ApproveBulletin, approveBulletin } from '../approve-bulletin.ts'
import { checksFor } from '../checks/queries.ts'
import { CommentOnBulletin, commentOnBulletin } from '../comment-on-bulletin.ts'
import { choicesOf } from '../figures/queries.ts'
import { countedOf, type Figure, figuresIn, onlyOnce, plainFigures } from '../figures/rules.ts'
import { HandInBulletin, handInBulletin } from '../hand-in-bulletin.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { PublishBulletin, publishBulletin } from '../publish-bulletin.ts'
import {
  askingOf,
  type Bulletin,
  commentsOn,
  findBulletin,
  readerOf,
  saidBy,
  stepsOf,
  whoseTurn,
} from '../queries.ts'
import { readingOf, whyNotRead } from '../rules.ts'
import { SaveBulletin, saveBulletin } from '../save-bulletin.ts'
import { SendBackBulletin, sendBackBulletin } from '../send-back-bulletin.ts'
import { StartCorrection, startCorrection } from '../start-correction.ts'
import { Checks } from './bulletin-checks.tsx'
import { Catalogue } from './bulletin-figures.tsx'
import { BulletinText } from './bulletin-text.tsx'
import { CommentForm, Decide, HandIn, Publish, Way } from './bulletin-way.tsx'

const words = { zh, en }
// The address says which bulletin it is.
const Writing = SaveBulletin.omit({ bulletinId: true })
const HandingIn = HandInBulletin.omit({ bulletinId: true })
const Approving = ApproveBulletin.omit({ bulletinId: true })
const SendingBack = SendBackBulletin.omit({ bulletinId: true })
const Commenting = CommentOnBulletin.omit({ bulletinId: true })
const Publishing = PublishBulletin.omit({ bulletinId: true })
const Correcting = StartCorrection.omit({ bulletinId: true })
const name = namesOf(Writing)

type Data = {
  bulletin: Bulletin
  catalogue: readonly Figure[]
  values: ReadonlyMap<string, number>
  checks: Awaited<ReturnType<typeof checksFor>>
  steps: Awaited<ReturnType<typeof stepsOf>>
  comments: Awaited<ReturnType<typeof commentsOn>>
  turn: Awaited<ReturnType<typeof whoseTurn>>
  /** Why whoever reads can't decide what comes next; undefined where it is not theirs at all. */
  decides: string | null | undefined
  may: { write: boolean; publish: boolean }
  now: Date
}

export const bulletinPage = page({
  async load(ctx, visit): Promise<Data> {
    authorise(mayReadBulletins(ctx.actor))
    const bulletin = found(await findBulletin(ctx, visit.params['bulletinId']!))
    const out = bulletin.status === 'published'
    const reading = readingOf(bulletin.status)
    const reader = await readerOf(ctx, bulletin)
    const catalogue = catalogueOf(
      await choicesOf(ctx, askingOf(bulletin)),
      figuresIn(bulletin.body),
    )
    const asked = reading && { step: reading, version: bulletin.version }
    return {
      bulletin,
      catalogue,
      values: await saidBy(ctx, bulletin, catalogue),
      checks: out ? [] : await checksFor(ctx, bulletin),
      steps: await stepsOf(ctx, bulletin.id),
      comments: await commentsOn(ctx, bulletin.id),
      turn: await whoseTurn(ctx, bulletin, reading ? readersOf(reading) : officeRoles),
      decides:
        asked && mayDecide(ctx.actor, asked.step) ? whyNotRead(bulletin, asked, reader) : undefined,
      may: { write: mayWriteBulletins(ctx.actor) && !out, publish: mayPublish(ctx.actor) },
      now: ctx.now,
    }
  },
  title: ({ bulletin }) => bulletin.title,
  actions: {
    save: action(Writing, async (ctx, input, visit) => {
      const bulletinId = visit.params['bulletinId']!
      await saveBulletin(ctx, { ...input, bulletinId })
      return { to: to(urls.bulletin, { bulletinId }), done: 'bulletin.saved' }
    }),
    handIn: action(HandingIn, async (ctx, input, visit) => {
      const bulletinId = visit.params['bulletinId']!
      await handInBulletin(ctx, { ...input, bulletinId })
      return { to: to(urls.bulletin, { bulletinId }), done: 'bulletin.handedIn' }
    }),
    approve: action(Approving, async (ctx, input, visit) => {
      const bulletinId = visit.params['bulletinId']!
      await approveBulletin(ctx, { ...input, bulletinId })
      return { to: to(urls.bulletin, { bulletinId }), done: 'bulletin.approved' }
    }),
    sendBack: action(SendingBack, async (ctx, input, visit) => {
      const bulletinId = visit.params['bulletinId']!
      await sendBackBulletin(ctx, { ...input, bulletinId })
      return { to: to(urls.bulletin, { bulletinId }), done: 'bulletin.sentBack' }
    }),
    comment: action(Commenting, async (ctx, input, visit) => {
      const bulletinId = visit.params['bulletinId']!
      await commentOnBulletin(ctx, { ...input, bulletinId })
      return { to: to(urls.bulletin, { bulletinId }), done: 'bulletin.commentedOn' }
    }),
    publish: action(Publishing, async (ctx, input, visit) => {
      const bulletinId = visit.params['bulletinId']!
      await publishBulletin(ctx, { ...input, bulletinId })
      return { to: to(urls.bulletin, { bulletinId }), done: 'bulletin.published' }
    }),
    correct: action(Correcting, async (ctx, _, visit) => {
      const { id } = await startCorrection(ctx, { bulletinId: visit.params['bulletinId']! })
      return { to: to(urls.bulletin, { bulletinId: id }), done: 'bulletin.correctionStarted' }
    }),
  },
  view: (shown) => <BulletinView {...shown.data} form={shown.form} formKey={shown.formKey} />,
})

/** Every figure there is to choose from, with each thing it can be counted of, and those written of. */
function catalogueOf(
  choices: Awaited<ReturnType<typeof choicesOf>>,
  used: readonly Figure[],
): Figure[] {
  return onlyOnce([
    ...plainFigures.map((each) => ({ name: each, thing: null })),
    ...countedOf.flatMap(([each, of]) =>
      choices.filter((choice) => choice.of === of).map(({ thing }) => ({ name: each, thing })),
    ),
    ...used,
  ])
}

type Props = Data & { form(action: string): FormState; formKey: string }

function BulletinView(props: Props) {
  const { bulletin, catalogue, values, checks, may, decides, now, form, formKey } = props
  const t = useWords(words)
  const out = bulletin.status === 'published'
  const forms = { bulletin, form, formKey }
  const beside = (
    <>
      {may.write && bulletin.status === 'draft' && <HandIn {...forms} />}
      {decides !== undefined && <Decide {...forms} whyNot={decides} />}
      {may.publish && bulletin.status === 'ready' && <Publish {...forms} />}
      {!out && <Checks checks={checks} />}
      {out && <AfterPublication {...forms} />}
      {may.write && <Catalogue figures={catalogue} values={values} bulletin={bulletin} />}
    </>
  )
  return (
    <>
      <Head bulletin={bulletin} now={now} />
      {!out && <Way {...props} />}
      <Columns beside={beside}>
        <Section title={t.text} aside={!out && <AsOf at={now} />}>
          <BulletinText bulletin={bulletin} values={values} />
        </Section>
        <Comments {...props} />
        {may.write && <Write {...forms} />}
      </Columns>
    </>
  )
}

function Head({ bulletin, now }: { bulletin: Bulletin; now: Date }) {
  const t = useWords(words)
  const { language } = useSpeech()
  const bulletinId = bulletin.id
  const said = bulletin.publishedAt
    ? t.published(sayMoment(bulletin.publishedAt, language, now))
    : t.changed(bulletin.changedByName, sayMoment(bulletin.changedAt, language, now))
  const more = bulletin.status !== 'published'
  return (
    <PageHead
      title={bulletin.title}
      over={
        <>
          {t.number(bulletin.number)} <Badge>{t.statuses[bulletin.status]}</Badge>
        </>
      }
      lead={said}
      back={{ href: to(urls.bulletins), label: t.title }}
      actions={
        <>
          {more && (
            <LinkButton href={to(urls.bulletinPeople, { bulletinId })}>{t.people}</LinkButton>
          )}
          {more && (
            <LinkButton href={to(urls.bulletinPictures, { bulletinId })}>{t.pictures}</LinkButton>
          )}
          <LinkButton href={to(urls.bulletinVersions, { bulletinId })}>{t.versions}</LinkButton>
        </>
      }
    />
  )
}

type Forms = { bulletin: Bulletin; form(action: string): FormState; formKey: string }

function Write({ bulletin, form, formKey }: Forms) {
  const t = useWords(words)
  return (
    <Section title={t.write} id="write">
      {bulletin.status !== 'draft' && <Callout kind="warning" title={t.beginsAnew} />}
      <Form
        action={to(urls.bulletin, { bulletinId: bulletin.id }, { do: 'save' })}
        formKey={formKey}
        state={form('save')}
      >
        <input type="hidden" name={name('version')} value={String(bulletin.version)} />
        <TextField
          name={name('title')}
          label={t.name}
          value={bulletin.title}
          maxLength={80}
          required
        />
        <TextArea
          name={name('body')}
          label={t.body}
          hint={`${t.writeHint} ${t.bodyHint}`}
          value={bulletin.body}
          rows={18}
          maxLength={20_000}
          required
        />
        <Button kind="main">{t.save}</Button>
      </Form>
    </Section>
  )
}

function Comments(props: Props) {
  const { comments, bulletin, now, form, formKey } = props
  const t = useWords(words)
  const { language } = useSpeech()
  const out = bulletin.status === 'published'
  if (out && comments.length === 0) return null
  return (
    <Section title={t.comments} id="comments">
      {comments.length > 0 && (
        <History
          items={comments.map((comment) => ({
            when: sayMoment(comment.madeAt, language, now),
            who: t.commented(
              comment.personName,
              comment.paragraph === null ? t.whole : t.paragraph(comment.paragraph),
              comment.version,
            ),
            what: comment.words,
          }))}
        />
      )}
      {!out && <CommentForm bulletin={bulletin} form={form} formKey={formKey} />}
    </Section>
  )
}

function AfterPublication({ bulletin, formKey }: Forms) {
  const t = useWords(words)
  const bulletinId = bulletin.id
  return (
    <>
      <Section title={t.takeAway}>
        <p>
          <LinkButton
            kind="main"
            icon="globe"
            href={to(urls.newsItem, { bulletinId }, { street: bulletin.streetId })}
          >
            {t.onPage}
          </LinkButton>
        </p>
        <ul>
          {(['docx', 'txt', 'html'] as const).map((each) => (
            <li key={each}>
              <a href={to(urls.bulletinFile, { bulletinId, form: each })} download>
                {t.forms[each]}
              </a>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t.correct}>
        <p>{t.correctHint}</p>
        <PostButton action={to(urls.bulletin, { bulletinId }, { do: 'correct' })} formKey={formKey}>
          {t.correct}
        </PostButton>
      </Section>
    </>
  )
}
