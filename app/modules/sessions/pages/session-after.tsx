import { isSignedIn } from '#app/modules/people/access.ts'
import type { Context } from '#app/platform/context.ts'
import { Section } from '#app/ui/page.tsx'
import { PhotoOf, Photos } from '#app/ui/photos.tsx'
import { Shares } from '#app/ui/shares.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { en as tapsEn } from '../outcomes/messages.en.ts'
import { zh as tapsZh } from '../outcomes/messages.zh.ts'
import { type Said, tapsOf } from '../outcomes/queries.ts'
import { sharesOf } from '../outcomes/rules.ts'
import { en as photosEn } from '../photos/messages.en.ts'
import { zh as photosZh } from '../photos/messages.zh.ts'
import { type Photo, photosShown } from '../photos/queries.ts'
import type { SessionRow } from '../queries.ts'

const tapWords = { zh: tapsZh, en: tapsEn }
const photoWords = { zh: photosZh, en: photosEn }

/** What stands of a session once it was held; its host prepares it from the beginning. */
export type After = {
  sessionId: string
  runs: boolean
  /** What those who came said; null before it was held. */
  said: Said | null
  /** The photos that others may see; null before it has begun. */
  photos: Photo[] | null
}

/** What follows a session, for who is signed in. */
export async function afterOf(
  ctx: Context,
  session: SessionRow,
  runs: boolean,
): Promise<After | null> {
  const held = session.status === 'held'
  const ahead = session.status === 'scheduled' && runs
  if (!isSignedIn(ctx.actor) || !(held || ahead)) return null
  const begun = held || session.during.start <= ctx.now
  return {
    sessionId: session.id,
    runs,
    said: held ? await tapsOf(ctx, session.id) : null,
    photos: begun ? await photosShown(ctx, session.id) : null,
  }
}

/** What people said and what was seen, after a session. */
export function WhatFollowed({ after }: { after: After }) {
  return (
    <>
      <WhatPeopleSaid {...after} />
      {after.photos && <SessionPhotos {...after} photos={after.photos} />}
    </>
  )
}

/** What those who came said of a session, in steps of five; who runs it types in what is on paper. */
function WhatPeopleSaid({ said, sessionId, runs }: After) {
  const t = useWords(tapWords)
  const toType = <a href={to(urls.sessionTaps, { sessionId })}>{t.toType}</a>
  const toStrips = <a href={to(urls.tapStrips, { sessionId })}>{t.toStrips}</a>
  return (
    <Section title={t.results} id="said" aside={runs && (said ? toType : toStrips)}>
      {said ? (
        <>
          <p>{t.came(said.came)}</p>
          <div class="wraps">
            <Shares caption={t.figures} shares={sharesOf(said.results, said.came, t)} />
          </div>
          <p class="quietly">{t.note}</p>
        </>
      ) : (
        <p class="quietly">{t.ahead}</p>
      )}
    </Section>
  )
}

/** The photos that others may see; who runs the session adds some, and sees who agreed. */
function SessionPhotos({ photos, sessionId, runs }: After & { photos: readonly Photo[] }) {
  const t = useWords(photoWords)
  if (photos.length === 0 && !runs) return null
  const manage = runs && <a href={to(urls.sessionPhotos, { sessionId })}>{t.manage}</a>
  return (
    <Section title={t.section} id="photos" aside={manage}>
      {photos.length === 0 ? (
        <p class="quietly">{t.noneShown}</p>
      ) : (
        <Photos>
          {photos.map((photo) => (
            <PhotoOf
              key={photo.id}
              src={to(urls.sessionPhotoFile, { sessionId, photoId: photo.id })}
              alt={photo.caption || t.plain(photo.position)}
              width={photo.width}
              height={photo.height}
            >
              {photo.caption || undefined}
            </PhotoOf>
          ))}
        </Photos>
      )}
    </Section>
  )
}
