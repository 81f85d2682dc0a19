import { z } from 'zod'
import { giveConsent } from '#app/modules/people/consents/give-consent.ts'
import { consentsOf } from '#app/modules/people/consents/queries.ts'
import { withdrawConsent } from '#app/modules/people/consents/withdraw-consent.ts'
import { found } from '#app/platform/errors.ts'
import { action, page } from '#app/platform/http/page.ts'
import { PostButton } from '#app/ui/button.tsx'
import { Callout } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { peopleTold } from '../../checks/queries.ts'
import { findBulletin } from '../../queries.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { picturesOf } from '../queries.ts'

const words = { zh, en }
const Agreeing = z.strictObject({
  purpose: z.enum(['story', 'picture']),
  subjectId: z.uuid(),
})
const Withdrawing = z.strictObject({ consentId: z.uuid() })

/** One thing that someone is asked about in a bulletin. */
type Asked = {
  purpose: 'story' | 'picture'
  subjectId: string
  caption: string
  consentId: string | null
  picture: { alternative: string; width: number; height: number } | null
}

export const askedPage = page({
  async load(ctx, visit) {
    const personId = found(ctx.actor.personId)
    const bulletin = found(await findBulletin(ctx, visit.params['bulletinId']!))
    const told = await peopleTold(ctx, bulletin.id)
    const pictures = await picturesOf(ctx, bulletin.id)
    const mine = (await consentsOf(ctx, [personId])).filter(({ active }) => active)
    const consentTo = (purpose: string, subjectId: string) =>
      mine.find((each) => each.purpose === purpose && each.subjectId === subjectId)?.id ?? null
    const asked: Asked[] = [
      ...told
        .filter((one) => one.personId === personId)
        .map(() => ({
          purpose: 'story' as const,
          subjectId: bulletin.id,
          caption: '',
          consentId: consentTo('story', bulletin.id),
          picture: null,
        })),
      ...pictures
        .filter(({ persons }) => persons.some(({ id }) => id === personId))
        .map(({ id, caption, alternative, width, height }) => ({
          purpose: 'picture' as const,
          subjectId: id,
          caption,
          consentId: consentTo('picture', id),
          picture: { alternative, width, height },
        })),
    ]
    // Whoever is not asked learns nothing of a bulletin that is not out.
    found(asked[0])
    return { bulletin: { id: bulletin.id, title: bulletin.title }, asked }
  },
  title: (_, language) => words[language].asked,
  actions: {
    agree: action(Agreeing, async (ctx, input, visit) => {
      await giveConsent(ctx, { ...input, personId: found(ctx.actor.personId) })
      return { to: addressOf(visit.params), done: 'consent.given' }
    }),
    withdraw: action(Withdrawing, async (ctx, input, visit) => {
      await withdrawConsent(ctx, input)
      return { to: addressOf(visit.params), done: 'consent.withdrawn' }
    }),
  },
  view: ({ data, form, formKey }) => (
    <AskedView
      {...data}
      formKey={formKey}
      refusal={form('agree').refusal ?? form('withdraw').refusal}
    />
  ),
})

function addressOf(params: Readonly<Record<string, string>>): string {
  return to(urls.bulletinAsked, { bulletinId: params['bulletinId']! })
}

type Props = {
  bulletin: { id: string; title: string }
  asked: readonly Asked[]
  formKey: string
  refusal: string | undefined
}

function AskedView({ bulletin, asked, formKey, refusal }: Props) {
  const t = useWords(words)
  return (
    <>
      <PageHead title={t.asked} lead={t.askedLead} />
      {refusal !== undefined && <Callout kind="failed" title={refusal} />}
      {asked.map((one) => (
        <Section
          key={one.subjectId}
          title={one.purpose === 'story' ? t.story : one.caption}
          id={one.subjectId}
        >
          {one.picture === null ? (
            <p>{t.storyAbout(bulletin.title)}</p>
          ) : (
            <p>
              <img
                class="picture"
                src={to(urls.bulletinPictureFile, {
                  bulletinId: bulletin.id,
                  pictureId: one.subjectId,
                })}
                alt={one.picture.alternative}
                width={one.picture.width}
                height={one.picture.height}
              />
            </p>
          )}
          <Answer one={one} bulletinId={bulletin.id} formKey={`${formKey}-${one.subjectId}`} />
        </Section>
      ))}
    </>
  )
}

function Answer({ one, bulletinId, formKey }: { one: Asked; bulletinId: string; formKey: string }) {
  const t = useWords(words)
  if (one.consentId === null)
    return (
      <PostButton
        kind="main"
        action={to(urls.bulletinAsked, { bulletinId }, { do: 'agree' })}
        formKey={formKey}
        values={{ purpose: one.purpose, subjectId: one.subjectId }}
      >
        {t.agree}
      </PostButton>
    )
  return (
    <>
      <p>{t.youAgreed}</p>
      <PostButton
        action={to(urls.bulletinAsked, { bulletinId }, { do: 'withdraw' })}
        formKey={formKey}
        values={{ consentId: one.consentId }}
      >
        {t.withdraw}
      </PostButton>
    </>
  )
}
