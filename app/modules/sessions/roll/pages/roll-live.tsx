import type { ComponentChildren } from 'preact'
import { LinkButton } from '#app/ui/button.tsx'
import { sayDay, sayTime } from '#app/ui/dates.ts'
import { Icon, type IconName } from '#app/ui/icons.tsx'
import { Island } from '#app/ui/island.tsx'
import { Section } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import type { OnPage } from '../islands/parts.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { EmptyLine } from './roll-lines.tsx'

// What stands on the page for its script, which shows it: without script nothing of it is seen.

const words = { zh, en }

/** What a phone is given so that it can keep a roll. */
export type ForPhone = Omit<OnPage, 'words' | 'isCopy' | 'keepsFor'> & { until: Date }

/** The roll with what its script goes by. */
export function LiveRoll(props: { phone: ForPhone; now: Date; children: ComponentChildren }) {
  const t = useWords(words).phone
  const { until, ...phone } = props.phone
  const given = { ...phone, keepsFor: until.getTime() - props.now.getTime(), words: t }
  return (
    <div class="roll-page" data-roll={JSON.stringify(given)}>
      <p class="kept-note" data-part="notice" role="status" hidden>
        {t.keeping}
      </p>
      {props.children}
      <template data-part="line">
        <EmptyLine />
      </template>
      <Island source="app/modules/sessions/roll/islands/roll.tsx" />
    </div>
  )
}

/** Looks among everyone on the phone, as one types. */
export function LiveSearch(props: { sessionId: string }) {
  const t = useWords(words).phone
  return (
    <div class="field live-search" data-part="search" hidden>
      <label class="unseen" for="live-find">
        {t.find}
      </label>
      <Icon name="search" />
      <input
        id="live-find"
        data-part="typed"
        type="search"
        placeholder={t.findHint}
        autocomplete="off"
      />
      <LinkButton href={to(urls.scan, { sessionId: props.sessionId })}>{t.scan}</LinkButton>
    </div>
  )
}

/** Whom the search finds beside the list, or that it finds nobody. */
export function LiveFound() {
  const t = useWords(words).phone
  return (
    <>
      <div class="roll" data-part="others" />
      <div class="nobody" data-part="nobody" hidden>
        <p data-part="nobody-text" role="status" />
        <Does does="as-walk-in" icon="plus">
          {t.asWalkIn}
        </Does>
      </div>
    </>
  )
}

/** Guests, newcomers, notes, what needs a look, and the way on. */
export function LiveExtras({ phone, now }: { phone: ForPhone; now: Date }) {
  const { language } = useSpeech()
  const all = useWords(words)
  const t = all.phone
  const { sessionId, until } = phone
  const day = `${sayDay(until, language, now)} ${sayTime(until)}`
  return (
    <div class="live-extras" data-part="extras" hidden>
      <div data-part="doubtful" hidden>
        <Section
          title={t.doubtful}
          aside={<a href={to(urls.rollOpen, { sessionId })}>{t.settle}</a>}
        >
          <ul class="live-list" data-part="doubts" />
        </Section>
      </div>
      <Section title={t.guestsTitle}>
        <p class="hint">{t.guestsHint}</p>
        <div class="stepping">
          <Does does="fewer" label={t.fewer}>
            −
          </Does>
          <output data-part="guests" aria-label={t.guests} />
          <Does does="more" label={t.more}>
            +
          </Does>
        </div>
        <div class="field">
          <label class="label" for="live-walk-in">
            {t.walkInName}
          </label>
          <input id="live-walk-in" maxLength={60} autocomplete="off" />
          <Does does="walk_in">{t.walkIn}</Does>
        </div>
        <ul class="live-list" data-part="walk-ins" />
      </Section>
      <Section title={t.note}>
        <div class="field">
          <label class="unseen" for="live-note">
            {t.note}
          </label>
          <textarea id="live-note" rows={3} maxLength={300} />
          <Does does="note">{t.keepNote}</Does>
        </div>
        <ul class="live-list" data-part="notes" />
      </Section>
      <Section title={t.finish}>
        <div class="actions">
          <Does does="rest" icon="people">
            {all.roll.restCame}
          </Does>
          <LinkButton href={to(urls.closeSession, { sessionId })} icon="arrow">
            {all.roll.toClose}
          </LinkButton>
        </div>
        <p class="quietly wait-to-close" data-part="wait-to-close" role="status" />
        <p class="quietly" data-part="kept-until" hidden>
          {t.keptUntil(day)}
        </p>
        <p class="quietly" data-part="by-hand" hidden>
          {t.installByHand}
        </p>
        <div data-part="installing" hidden>
          <Does does="install" icon="download">
            {t.install}
          </Does>
        </div>
      </Section>
    </div>
  )
}

/** The foot that stays in sight: how many, and how it stands with the sending. */
export function LiveStrip() {
  const t = useWords(words).phone
  return (
    <div class="roll-foot" data-part="strip" hidden>
      <p>
        <b>
          <span data-part="came" />
          <span data-part="not-came" />
        </b>
        <span data-part="state" role="status" />
      </p>
      <Does does="find">{t.find}</Does>
    </div>
  )
}

type DoesProps = { does: string; icon?: IconName; label?: string; children: ComponentChildren }

/** A button of the script's; it sends no form. */
function Does({ does, icon, label, children }: DoesProps) {
  return (
    <button type="button" class="button" data-does={does} data-part={does} aria-label={label}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}
