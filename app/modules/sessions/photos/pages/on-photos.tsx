import { z } from 'zod'
import { giveConsent } from '#app/modules/people/consents/give-consent.ts'
import { consentFor } from '#app/modules/people/consents/queries.ts'
import { withdrawConsent } from '#app/modules/people/consents/withdraw-consent.ts'
import { found } from '#app/platform/errors.ts'
import { action, page, type Shown } from '#app/platform/http/page.ts'
import { PostButton } from '#app/ui/button.tsx'
import { Callout } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { Photo as Picture } from '#app/ui/photos.tsx'
import { useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { findSession } from '../../queries.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { type Photo, photosOf } from '../queries.ts'

const words = { zh, en }
const OnePhoto = z.strictObject({ photoId: z.uuid() })

type Data = {
  session: { id: string; title: string; titleEn: string }
  photos: Photo[]
  personId: string
}

/** The photos of a session on which the reader can be recognised: whether others see them is theirs to say. */
export const onPhotosPage = page<Data>({
  async load(ctx, { params }) {
    const personId = found(ctx.actor.personId)
    const session = found(await findSession(ctx, params['sessionId']!))
    const photos = (await photosOf(ctx, session.id)).filter(({ persons }) =>
      persons.some((person) => person.id === personId && !person.minor),
    )
    // Whoever is not asked learns nothing of photos that others don't see.
    found(photos[0])
    const { id, title, titleEn } = session
    return { session: { id, title, titleEn }, photos, personId }
  },
  title: (_, language) => words[language].asked,
  actions: {
    agree: action(OnePhoto, async (ctx, { photoId }, { params }) => {
      const personId = found(ctx.actor.personId)
      await giveConsent(ctx, { personId, purpose: 'picture', subjectId: photoId })
      return { to: to(urls.onPhotos, { sessionId: params['sessionId']! }), done: 'consent.given' }
    }),
    withdraw: action(OnePhoto, async (ctx, { photoId }, { params }) => {
      const asked = { personId: found(ctx.actor.personId), subjectId: photoId }
      const { id } = found(await consentFor(ctx, { ...asked, purpose: 'picture' }))
      await withdrawConsent(ctx, { consentId: id })
      const sessionId = params['sessionId']!
      return { to: to(urls.onPhotos, { sessionId }), done: 'consent.withdrawn' }
    }),
  },
  view: (shown) => <OnPhotos {...shown} />,
})

function OnPhotos({ data, form, formKey }: Shown<Data>) {
  const t = useWords(words)
  const { session, photos, personId } = data
  const refusal = form('agree').refusal ?? form('withdraw').refusal
  return (
    <>
      <PageHead
        title={t.asked}
        over={useTitle()(session)}
        lead={t.askedLead}
        back={{ href: to(urls.session, { sessionId: session.id }), label: t.back }}
      />
      {refusal !== undefined && <Callout kind="failed" title={refusal} />}
      {photos.map((photo) => {
        const said = photo.caption || t.plain(photo.position)
        const agreed = photo.persons.some(({ id, consentId }) => id === personId && consentId)
        return (
          <Section key={photo.id} title={said} id={photo.id}>
            <p>
              <Picture
                src={to(urls.sessionPhotoFile, { sessionId: session.id, photoId: photo.id })}
                alt={said}
                width={photo.width}
                height={photo.height}
              />
            </p>
            {photo.state === 'down' && <p>{t.isDown}</p>}
            {agreed && <p>{t.youAgreed}</p>}
            {(agreed || photo.state !== 'down') && (
              <PostButton
                kind={agreed ? 'plain' : 'main'}
                action={to(
                  urls.onPhotos,
                  { sessionId: session.id },
                  { do: agreed ? 'withdraw' : 'agree' },
                )}
                formKey={`${formKey}-${photo.id}`}
                values={{ photoId: photo.id }}
              >
                {agreed ? t.withdraw : t.agree}
              </PostButton>
            )}
          </Section>
        )
      })}
    </>
  )
}
