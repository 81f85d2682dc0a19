import { saySpan } from '#app/ui/dates.ts'
import type { zh } from './messages.zh.ts'

export const en: typeof zh = {
  reasons: {
    outreach_once: 'This was done already; once is enough.',
    'outreach.full': 'No seat is left at this session; please choose another.',
    'outreach.notComing': 'This session has begun or was called off; please choose another.',
    'outreach.ended': 'This was taken back already.',
  },
  done: {
    'person.invited': 'Asked: by message, or on the list of calls.',
    'visit.wanted': 'On the list of visits.',
    'outreach.ended': 'Taken back.',
    'person.signedUp': 'Signed up.',
  },
  facts: {
    'person.invited': 'asked a member who had not come yet',
    'visit.wanted': 'put a member on the list of visits',
    'outreach.ended': 'took an invitation or a visit back',
  },
  notices: {
    'person.invited': ({ title, titleEn, start, end }) =>
      `You are invited to “${titleEn || title}”: ${saySpan(new Date(start), new Date(end), 'en', new Date(start))}. There is a seat; come if you like.`,
  },

  title: 'Members not reached yet',
  lead: 'Members who have neither come nor been visited this season, each with something to try. Those who can’t leave the house and the elderly come first, the others branch by branch.',
  none: 'Every member here has come or was visited.',
  noSeason: 'No season has been opened yet.',
  count: (people) => (people === 1 ? '1 person' : `${people} people`),
  ofUnit: (name) => `Only ${name}`,
  all: 'See all',
  name: 'Name',
  branch: 'Branch',
  about: 'About',
  homebound: 'Can’t leave the house',
  elderly: '75 or older',
  suggestion: 'To try',
  actions: 'Do',
  near: {
    branch: 'In the own branch:',
    community: 'In the same community:',
    street: 'Next in the street:',
  },
  seats: (title, free) => `“${title}”, ${free === 1 ? '1 seat' : `${free} seats`} free`,
  visit: 'A class sent to the door',
  order: 'Order a talk for the branch',
  signUp: 'Sign up for them',
  invite: 'Ask them',
  wantVisit: 'Put on the list of visits',
  takeBack: 'Take back',
  hasSeat: (title) => `Has a seat at “${title}”`,
  invited: (title, when) => `Asked to “${title}” on ${when}`,
  onVisitList: (when) => `On the list of visits since ${when}`,
  visitPlanned: (when) => `To be visited on ${when}`,
  toCoverage: 'Coverage',
}
