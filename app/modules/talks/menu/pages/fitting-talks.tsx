import type { Shown } from '#app/platform/http/page.ts'
import { PostButton } from '#app/ui/button.tsx'
import { Offers } from '#app/ui/offers.tsx'
import { Section } from '#app/ui/page.tsx'
import { useSpeech, useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { en } from '../../fits/messages.en.ts'
import { zh } from '../../fits/messages.zh.ts'
import type { Why } from '../../fits/rules.ts'
import { en as menuEn } from '../messages.en.ts'
import { zh as menuZh } from '../messages.zh.ts'
import type { Audience, SpokenLanguage } from '../rules.ts'

const words = { zh, en }
const menuWords = { zh: menuZh, en: menuEn }

/** What the menu suggests to someone who orders: for one branch, or that it is switched off. */
export type Fits =
  | { on: false }
  | { on: true; unitName: string; fits: { talkId: string; whys: Why[] }[] }

type Talk = { id: string; number: number; title: string; titleEn: string; minutes: number }
type Named = { code: string; name: string; nameEn: string }
type Props = Pick<Shown<unknown>, 'formKey'> & {
  fits: Fits
  talks: readonly Talk[]
  topics: readonly Named[]
}

/** The few talks that may fit the reader's branch, each with why; and the way to switch them off. */
export function FittingTalks({ fits, talks, topics, formKey }: Props) {
  const t = useWords(words)
  const menu = useWords(menuWords)
  const titleOf = useTitle()
  const say = useWhy(topics)
  const turn = (
    <PostButton
      action={to(urls.menu, null, { do: 'fits' })}
      formKey={formKey}
      values={{ fits: fits.on ? 'off' : 'on' }}
      kind="quiet"
    >
      {fits.on ? t.turnOff : t.turnOn}
    </PostButton>
  )
  if (!fits.on) return <p>{turn}</p>
  const lines = fits.fits.flatMap(({ talkId, whys }) => {
    const talk = talks.find((each) => each.id === talkId)
    if (!talk) return []
    return {
      href: to(urls.talk, { talkId: talk.id }),
      number: talk.number,
      title: titleOf(talk),
      amount: menu.minutes(talk.minutes),
      facts: whys.map(say).join(t.between),
    }
  })
  if (lines.length === 0) return null
  return (
    <Section title={t.title(fits.unitName)} aside={turn}>
      <Offers lines={lines} wrapped />
      <p class="quietly">{t.lead}</p>
    </Section>
  )
}

function useWhy(topics: readonly Named[]): (why: Why) => string {
  const t = useWords(words)
  const menu = useWords(menuWords)
  const { language } = useSpeech()
  return (why) => {
    switch (why.name) {
      case 'topicMissing': {
        const topic = topics.find((each) => each.code === why.topic)
        return t.why.topicMissing((language === 'en' ? topic?.nameEn : topic?.name) ?? why.topic)
      }
      case 'dialect':
        return t.why.dialect(menu.languages[why.language as SpokenLanguage])
      case 'age':
        return t.why.age(menu.audiences[why.audience as Audience])
      case 'near':
        return t.why.near(why.speaker)
      case 'pavilion':
        return t.why.pavilion
      case 'understood':
        return t.why.understood(why.well, why.said, why.held)
    }
  }
}
