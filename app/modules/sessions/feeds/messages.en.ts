import type { zh } from './messages.zh.ts'

export const en: typeof zh = {
  reasons: {},
  done: { 'feed.closed': 'Closed. Calendars with the old address won’t be kept up to date.' },
  facts: { 'feed.opened': 'opened a calendar feed', 'feed.closed': 'closed the calendar feed' },
  notices: {},

  title: 'Subscribe to the calendar',
  lead: 'Subscribe once, and what you go to appears in your phone’s calendar by itself: new times are followed, what is called off is marked.',
  back: 'Calendar',
  yours: 'Your address',
  once: 'This address is shown only now. It is like a key: whoever has it can see your calendar, so please don’t forward it.',
  add: 'Add to this device’s calendar',
  ofUnit: (name) => `Calendar of ${name}`,
  mine: 'My calendar',
  open: 'Make an address',
  renew: 'Make a new address',
  renewHint:
    'For a new phone, or when the address was lost or seen by others. The old one ends at once.',
  close: 'Close it',
  closeHint: 'Calendars with the old address are then no longer kept up to date.',
  since: 'Address made',
  none: 'You have no address yet.',
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
