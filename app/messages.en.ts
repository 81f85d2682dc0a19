import type { zh } from './messages.zh.ts'

export const en: typeof zh = {
  nav: {
    home: 'Home',
    courses: 'Courses',
    matters: 'Matters',
    volunteering: 'Volunteering',
    menu: 'Talks',
    orders: 'Orders',
    board: 'Dispatch board',
    calendar: 'Calendar',
    hours: 'Hours',
    district: 'Streets',
    needs: 'Needs',
    resources: 'Resources',
    seasons: 'Seasons',
    speakers: 'Speakers',
    coverage: 'Coverage',
    bulletins: 'Bulletins',
    people: 'People',
    units: 'Units',
    calls: 'Calls',
    inbox: 'Notices',
  },
  account: {
    signIns: 'Sign-ins and settings',
    myCode: 'My code for rolls',
    inbox: 'Notices',
    privacy: 'My data and consents',
    privacyRequests: 'Requests about data',
    suggestions: 'What people say',
    outbox: 'Messages sent',
  },
  failures: {
    notFound: [
      'This page isn’t here',
      'The address may be mistyped, or this is not among the things you can see.',
    ],
    forbidden: [
      'This step isn’t yours to take',
      'If you think it should be, please tell the street office.',
    ],
    signedOut: [
      'You have been signed out',
      'What you typed is still here. Sign in in a new window, then come back and press “Send again”.',
    ],
    unreadable: [
      'What was sent can’t be read',
      'Please go back and try once more; if it happens again, call the street office.',
    ],
    tooLarge: [
      'This is too large',
      'That is more than fits in one go, so nothing was kept. Please send it in parts, or make the file smaller.',
    ],
    invalid: [
      'A few things need another look',
      'Please go back and follow the notes beside the fields.',
    ],
    refused: ['This can’t be done now', ''],
    bug: [
      'Something went wrong on our side',
      'Nothing was saved. Please try again in a while; if it stays like this, give the street office the number below.',
    ],
  },
  requestNumber: 'Number',
  sendAgain: 'Send again',
  openSignIn: 'Sign in in a new window',
  toHome: 'Go to the home page',
  reasons: {
    refused:
      'This can’t be done now; things may just have changed. Please reload the page and look again.',
    foreignOrigin: 'This request did not come from a page of this site, so nothing was done.',
    keyUsedElsewhere:
      'This request number was used for something else already. Please use another one.',
  },
}
