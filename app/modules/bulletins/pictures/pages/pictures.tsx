import { type Photo, photosOfSeason } from '#app/modules/sessions/photos/queries.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { action, namesOf, page } from '#app/platform/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { SelectField, TextField, UploadField } from '#app/ui/fields.tsx'
import { Form, type FormState } from '#app/ui/form.tsx'
import { Badge, Callout, Card, CardList, Empty } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { useSpeech, useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { mayReadBulletins, mayWriteBulletins } from '../../access.ts'
import { linesOf } from '../../figures/rules.ts'
import { findBulletin, readerOf } from '../../queries.ts'
import { whyNotChanged } from '../../quotes/rules.ts'
import { AddPicture, addPicture } from '../add-picture.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { type Picture, picturesOf } from '../queries.ts'
import { mostBytes } from '../rules.ts'
import { TakeSessionPhoto, takeSessionPhoto } from '../take-session-photo.ts'

const words = { zh, en }
const Adding = AddPicture.omit({ bulletinId: true })
const name = namesOf(Adding)
const Taking = TakeSessionPhoto.omit({ bulletinId: true })
const taken = namesOf(Taking)

type Data = {
  bulletin: { id: string; title: string; body: string }
  pictures: readonly Picture[]
  /** Why none can be added; undefined where it is not for the reader to do. */
  whyNot: string | null | undefined
  /** Photos of the season's sessions that others may see. */
  photos: readonly Photo[]
}

export const picturesPage = page({
  async load(ctx, visit): Promise<Data> {
    authorise(mayReadBulletins(ctx.actor))
    const bulletin = found(await findBulletin(ctx, visit.params['bulletinId']!))
    const { part } = await readerOf(ctx, bulletin)
    const { id, title, body, seasonId } = bulletin
    const writes = mayWriteBulletins(ctx.actor)
    return {
      bulletin: { id, title, body },
      pictures: await picturesOf(ctx, id),
      whyNot: writes ? whyNotChanged(bulletin, part) : undefined,
      photos: writes ? await photosOfSeason(ctx, seasonId) : [],
    }
  },
  title: (_, language) => words[language].title,
  actions: {
    add: action(
      Adding,
      async (ctx, input, visit) => {
        const bulletinId = visit.params['bulletinId']!
        const { id } = await addPicture(ctx, { ...input, bulletinId })
        const picture = { bulletinId, pictureId: id }
        return { to: to(urls.bulletinPicture, picture), done: 'picture.added' }
      },
      { mostBytes },
    ),
    take: action(Taking, async (ctx, input, visit) => {
      const bulletinId = visit.params['bulletinId']!
      const { id } = await takeSessionPhoto(ctx, { ...input, bulletinId })
      const picture = { bulletinId, pictureId: id }
      return { to: to(urls.bulletinPicture, picture), done: 'picture.taken' }
    }),
  },
  view: ({ data, form, formKey }) => (
    <Pictures {...data} state={form('add')} taking={form('take')} formKey={formKey} />
  ),
})

type PicturesProps = Data & AddProps & { taking: FormState }

function Pictures({ bulletin, pictures, whyNot, photos, taking, ...form }: PicturesProps) {
  const t = useWords(words)
  const { reason } = useSpeech()
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        back={{
          href: to(urls.bulletin, { bulletinId: bulletin.id }),
          label: bulletin.title,
        }}
      />
      {pictures.length === 0 ? (
        <Empty>{t.none}</Empty>
      ) : (
        <CardList>
          {pictures.map((picture) => (
            <PictureCard key={picture.id} picture={picture} />
          ))}
        </CardList>
      )}
      {whyNot != null && <Callout kind="info" title={reason(whyNot)} />}
      {whyNot === null && photos.length > 0 && (
        <Take bulletin={bulletin} photos={photos} state={taking} formKey={`${form.formKey}-t`} />
      )}
      {whyNot === null && <Add bulletin={bulletin} {...form} />}
    </>
  )
}

function PictureCard({ picture }: { picture: Picture }) {
  return (
    <Card
      title={picture.caption}
      href={to(urls.bulletinPicture, { bulletinId: picture.bulletinId, pictureId: picture.id })}
      text={picture.alternative}
      badge={<State picture={picture} />}
    />
  )
}

/** Whether a picture can be shown, in a word. */
export function State({ picture }: { picture: Picture }) {
  const t = useWords(words)
  if (picture.takenDownAt) return <Badge tone="bad">{t.down}</Badge>
  if (picture.people === 'unsaid') return <Badge tone="waiting">{t.unsaid}</Badge>
  if (picture.persons.some(({ minor }) => minor)) return <Badge tone="bad">{t.minor}</Badge>
  const asked = picture.persons.every(({ consentId }) => consentId !== null)
  return asked ? <Badge tone="good">{t.ready}</Badge> : <Badge tone="waiting">{t.waiting}</Badge>
}

/** Before the first paragraph, and after each. */
function placesIn(body: string, first: string) {
  const lines = linesOf(body).map((line, at) => ({
    value: String(at + 1),
    label: `${at + 1} · ${[...line].slice(0, 16).join('')}`,
  }))
  return [{ value: '0', label: first }, ...lines]
}

type TakeProps = AddProps & Pick<Data, 'bulletin' | 'photos'>

/** A photo of a session that others may see already. */
function Take({ bulletin, photos, state, formKey }: TakeProps) {
  const t = useWords(words)
  const titleOf = useTitle()
  return (
    <Section title={t.fromSessions} id="take">
      <p class="quietly">{t.fromSessionsHint}</p>
      <Form
        action={to(urls.bulletinPictures, { bulletinId: bulletin.id }, { do: 'take' })}
        formKey={formKey}
        state={state}
        id="taking"
      >
        <SelectField
          name={taken('photoId')}
          label={t.photo}
          required
          options={photos.map((photo) => ({
            value: photo.id,
            label: [titleOf(photo), photo.caption || photo.position].join(' · '),
          }))}
        />
        <SelectField
          name={taken('afterParagraph')}
          label={t.after}
          value="0"
          blank={false}
          options={placesIn(bulletin.body, t.first)}
        />
        <Button>{t.doTake}</Button>
      </Form>
    </Section>
  )
}

type AddProps = { state: FormState; formKey: string }

function Add({ bulletin, state, formKey }: AddProps & Pick<Data, 'bulletin'>) {
  const t = useWords(words)
  return (
    <Section title={t.add} id="add">
      <Form
        action={to(urls.bulletinPictures, { bulletinId: bulletin.id }, { do: 'add' })}
        formKey={formKey}
        state={state}
        upload
      >
        <UploadField name={name('file')} label={t.file} accept="image/*" required />
        <TextField
          name={name('caption')}
          label={t.caption}
          hint={t.captionHint}
          maxLength={200}
          required
        />
        <TextField
          name={name('alternative')}
          label={t.alternative}
          hint={t.alternativeHint}
          maxLength={300}
          required
        />
        <SelectField
          name={name('afterParagraph')}
          label={t.after}
          value="0"
          blank={false}
          options={placesIn(bulletin.body, t.first)}
        />
        <Button kind="main">{t.doAdd}</Button>
      </Form>
    </Section>
  )
}
