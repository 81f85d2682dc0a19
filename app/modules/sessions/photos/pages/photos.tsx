import { authorise, found } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField, UploadField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Badge, Callout, Empty, type Tone } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { PhotoOf, Photos } from '#app/ui/photos.tsx'
import { useSpeech, useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { mayRunSession } from '../../access.ts'
import { findSession, type SessionRow } from '../../queries.ts'
import { AddPhoto, addPhoto } from '../add-photo.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { type Photo, photosOf } from '../queries.ts'
import { mostBytes, type PhotoState, whyNotAdded } from '../rules.ts'

const words = { zh, en }
const Adding = AddPhoto.omit({ sessionId: true })
const name = namesOf(Adding)

export const tones: Record<PhotoState, Tone> = {
  down: 'bad',
  unsaid: 'waiting',
  minor: 'plain',
  waiting: 'waiting',
  shown: 'good',
}

type Data = { session: SessionRow; photos: readonly Photo[]; whyNot: string | null }

/** The photos of a session for who runs it: up to five, how each stands, and one to add. */
export const photosPage = page<Data>({
  title: (_, language) => words[language].title,
  async load(ctx, { params }) {
    const session = found(await findSession(ctx, params['sessionId']!))
    authorise(mayRunSession(ctx.actor, session))
    const photos = await photosOf(ctx, session.id)
    return { session, photos, whyNot: whyNotAdded(session, photos.length, ctx.now) }
  },
  actions: {
    add: action(
      Adding,
      async (ctx, input, { params }) => {
        const sessionId = params['sessionId']!
        const { id } = await addPhoto(ctx, { ...input, sessionId })
        return { to: to(urls.sessionPhoto, { sessionId, photoId: id }), done: 'photo.added' }
      },
      { mostBytes },
    ),
  },
  view: (shown) => <PhotosView {...shown} />,
})

function PhotosView(shown: Shown<Data>) {
  const t = useWords(words)
  const { reason } = useSpeech()
  const { session, photos, whyNot } = shown.data
  const sessionId = session.id
  return (
    <>
      <PageHead
        title={t.title}
        over={photos.length > 0 ? t.count(photos.length) : undefined}
        lead={t.lead}
        back={{ href: to(urls.session, { sessionId }), label: useTitle()(session) }}
      />
      {photos.length === 0 ? (
        <Empty>{t.none}</Empty>
      ) : (
        <Photos>
          {photos.map((photo) => {
            const own = { sessionId, photoId: photo.id }
            const said = photo.caption || t.plain(photo.position)
            return (
              <PhotoOf
                key={photo.id}
                src={to(urls.sessionPhotoFile, own)}
                alt={said}
                width={photo.width}
                height={photo.height}
              >
                <p>
                  <a href={to(urls.sessionPhoto, own)}>{said}</a>
                </p>
                <Badge tone={tones[photo.state]}>{t.states[photo.state]}</Badge>
              </PhotoOf>
            )
          })}
        </Photos>
      )}
      {whyNot === null ? <Add {...shown} /> : <Callout kind="info" title={reason(whyNot)} />}
    </>
  )
}

function Add({ data, form, formKey }: Shown<Data>) {
  const t = useWords(words)
  return (
    <Section title={t.add} id="add">
      <p class="quietly">{t.stripped}</p>
      <Form
        action={to(urls.sessionPhotos, { sessionId: data.session.id }, { do: 'add' })}
        formKey={formKey}
        state={form('add')}
        upload
      >
        <UploadField name={name('file')} label={t.file} accept="image/*" required />
        <TextField name={name('caption')} label={t.caption} hint={t.captionHint} maxLength={80} />
        <Button kind="main">{t.doAdd}</Button>
      </Form>
    </Section>
  )
}
