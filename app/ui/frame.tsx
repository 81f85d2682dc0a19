import type { ComponentChildren } from 'preact'
import { Seal } from './brand.tsx'
import { Icon, type IconName } from './icons.tsx'
import { useOwnWords, useSpeech } from './speech.tsx'

/** One place to go. Five fit the bar of a phone; with more, the rest stand in the menu. */
export type NavItem = {
  href: string
  label: string
  icon?: IconName | undefined
  /** The page shown, or one below it. */
  current?: boolean | undefined
  /** How many things wait there. */
  count?: number | undefined
}

export type Account = {
  name: string
  /** Where this person acts, such as the branch's name. */
  at?: string | undefined
  links: readonly { href: string; label: string }[]
  /** Where signing out posts. */
  signOut: string
}

/** Small forms that keep the reader's choices; each posts its value and `back`. */
export type Switches = {
  /** Posts `language=zh|en`. */
  language: string
  /** Posts `text=large|normal`. */
  text: string
  /** The page to come back to. */
  back: string
}

type FrameProps = {
  street: string
  home: string
  nav: readonly NavItem[]
  /** What the reader runs for others: a second row, and the second half of a phone's menu. */
  work?: readonly NavItem[] | undefined
  /** Without an account the frame is that of a visitor, with a way to sign in. */
  account?: Account | undefined
  signIn?: string | undefined
  switches: Switches
  /** Where to suggest or complain: one tap from every page. */
  say: string
  /** What the street publishes, for everyone. */
  news: string
  about: string
  children: ComponentChildren
}

/** What surrounds every page: masthead, navigation, the page itself, the foot. */
export function Frame(props: FrameProps) {
  const words = useOwnWords()
  return (
    <>
      <a class="skip" href="#main">
        {words.skip}
      </a>
      <header class={props.nav.length > 0 ? 'masthead' : 'masthead alone'}>
        <div>
          <a class="brand" href={props.home}>
            <Seal />
            <span>
              <b>{words.product}</b>
              <span class="brand-street">{props.street}</span>
            </span>
          </a>
          <div class="tools">
            <ReadingSwitches switches={props.switches} />
            {props.account ? (
              <AccountMenu account={props.account} />
            ) : (
              props.signIn !== undefined && (
                <a class="tool" href={props.signIn}>
                  {words.signIn}
                </a>
              )
            )}
            {props.nav.length > 0 && (
              <a class="tool to-menu" href="#menu">
                {words.menu}
              </a>
            )}
          </div>
        </div>
      </header>
      {props.nav.length > 0 && <Navigation items={props.nav} work={props.work ?? []} />}
      <main id="main" tabIndex={-1}>
        {props.children}
      </main>
      <footer class="foot">
        <div>
          <a href={props.news}>{words.news}</a>
          <a href={props.say}>{words.say}</a>
          <a href={props.about}>{words.about}</a>
        </div>
      </footer>
    </>
  )
}

type NavigationProps = { items: readonly NavItem[]; work: readonly NavItem[] }

function Navigation({ items, work }: NavigationProps) {
  const words = useOwnWords()
  const many = items.length + work.length > 5
  return (
    <nav id="menu" class={many ? 'nav many' : 'nav'} aria-label={words.navigation}>
      <ul>
        {items.map(navItem)}
        <li class="more">
          <a href="#menu">
            <Icon name="menu" />
            <span>{words.menu}</span>
          </a>
        </li>
      </ul>
      {work.length > 0 && (
        <ul class="work" aria-label={words.work}>
          {work.map(navItem)}
        </ul>
      )}
      <a class="less" href="#main">
        <Icon name="cross" />
        {words.closeMenu}
      </a>
    </nav>
  )
}

function navItem(item: NavItem) {
  return (
    <li key={item.href}>
      <a href={item.href} aria-current={item.current ? 'page' : undefined}>
        {item.icon && <Icon name={item.icon} />}
        <span>{item.label}</span>
        {item.count !== undefined && item.count > 0 && <b class="count">{item.count}</b>}
      </a>
    </li>
  )
}

function ReadingSwitches({ switches }: { switches: Switches }) {
  const { language, large } = useSpeech()
  const words = useOwnWords()
  return (
    <>
      <form method="post" action={switches.text}>
        <input type="hidden" name="back" value={switches.back} />
        <button type="submit" class="tool" name="text" value={large ? 'normal' : 'large'}>
          <Icon name="text-size" />
          <span class="tool-label">{large ? words.normalText : words.largerText}</span>
        </button>
      </form>
      <form method="post" action={switches.language}>
        <input type="hidden" name="back" value={switches.back} />
        <button
          type="submit"
          class="tool"
          name="language"
          value={language === 'zh' ? 'en' : 'zh'}
          lang={language === 'zh' ? 'en' : 'zh-CN'}
        >
          {words.otherLanguage}
        </button>
      </form>
    </>
  )
}

function AccountMenu({ account }: { account: Account }) {
  const words = useOwnWords()
  return (
    <details class="account">
      <summary class="tool" aria-label={`${words.account}: ${account.name}`}>
        <Icon name="user" />
        <span class="tool-label">{account.name}</span>
      </summary>
      <div class="account-sheet">
        <p>
          <b>{account.name}</b>
          {account.at !== undefined && <span>{account.at}</span>}
        </p>
        {account.links.map((link) => (
          <a key={link.href} href={link.href}>
            {link.label}
          </a>
        ))}
        <form method="post" action={account.signOut}>
          <button type="submit">
            <Icon name="logout" />
            {words.signOut}
          </button>
        </form>
      </div>
    </details>
  )
}
