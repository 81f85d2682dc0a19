import type { zh } from './messages.zh.ts'

export const en: typeof zh = {
  reasons: {},
  done: { 'feed.closed': 'Closed. Calendars with the old address won’t be kept up to date.' },
  facts: { 'feed.opened': 'opened a calendar feed', 'feed.closed': 'closed a calendar feed' },
  notices: {},

  title: 'Subscribe to the calendar',
  lead: 'Subscribe once, and sessions appear in your phone’s calendar by themselves: new times are followed, what is called off is marked.',
  back: 'Calendar',
  yours: (name) => `${name}: the address`,
  once: 'This address is shown only now. It is like a key: whoever has it can see this calendar, so please don’t forward it.',
  add: 'Add to this device’s calendar',
  ofUnit: (name) => `Calendar of ${name}`,
  mine: 'My calendar',
  open: 'Make an address',
  renew: 'Make a new address',
  renewHint:
    'A new address is for a new phone, or when the old one was lost or seen by others; the old one ends at once. Calendars with a closed address are no longer kept up to date.',
  close: 'Close it',
  since: 'Address made',
  fetched: 'last read by a calendar',
  notFetched: 'no calendar has read it yet',
  opened: 'Your subscriptions',
  more: 'You can also subscribe to',
  how: 'How to subscribe',
  steps: [
    {
      device: 'iPhone, iPad, Mac',
      how: 'Press “Add to this device’s calendar”, then “Subscribe”. Or open Settings → Calendar → Accounts → Add Account → Other → Add Subscribed Calendar, and paste the address.',
    },
    {
      device: 'Android phones',
      how: 'Press the address for a while and copy it. In the calendar’s settings look for “subscribe” or “add from URL”, and paste it.',
    },
    {
      device: 'A calendar that can’t subscribe',
      how: 'Go back to the calendar and use “Download calendar file”. It works as well; after a change, download it again.',
    },
  ],
  help: 'No need to, either: we tell you of changes in any case.',
}
