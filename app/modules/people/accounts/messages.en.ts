import type { zh } from './messages.zh.ts'

export const en: typeof zh = {
  reasons: {
    'code.tooSoon': 'A code was sent a moment ago. Please wait a minute before asking again.',
    'code.tooMany':
      'Too many codes were asked for within the hour. Please try again in an hour, or call the street office.',
    'code.wrong': 'This code isn’t right. Please check the newest message and type it again.',
    'code.over': 'This code can’t be used any more. Please ask for a new one.',
    'password.wrong':
      'The number or the password isn’t right. You can sign in with a code by text message too.',
    'password.tooManyTries':
      'There were too many tries. Please wait a quarter of an hour, or sign in with a code by text message.',
    'password.tooEasy':
      'This password is easy to guess. Please take another, such as a few unrelated words in a row.',
    'password.signInAgain':
      'For your safety, please sign out, sign in again and change the password within a quarter of an hour.',
    api_token_name: 'You have a token of this name already; please choose another name.',
    'setUp.streetOpen':
      'A street has been opened, so this link is no longer needed. Please sign in.',
  },
  done: {
    'signIn.started': 'You are signed in.',
    'signIn.ended': 'Signed out.',
    'password.set': 'The password is set; you are signed out everywhere else.',
    'apiToken.ended': 'The token has been taken back.',
  },
  facts: {
    'password.set': 'set a password',
    'apiToken.made': 'made an API token',
    'apiToken.ended': 'took back an API token',
  },
  notices: {},
  signIn: {
    title: 'Sign in',
    lead: 'Give your mobile number and we send you a code by text message. No password to remember.',
    phone: 'Mobile number',
    phoneHint: '11 digits, the number you are registered with',
    send: 'Send the code',
    byPassword: 'Staff: sign in with a password',
    byCode: 'Sign in with a code by text message',
    noPhone: 'No phone, or no message comes?',
    noPhoneHelp:
      'Please ask the organiser of your branch or the street office: they can do every step for you.',
    street: 'Street',
    otherStreet: 'Another street',
    goToStreet: 'Go to this street',
    already: (name) => `You are signed in as ${name}.`,
    toHome: 'Go to the home page',
    noStreet: 'No street has been opened here yet.',
    noStreetHelp:
      'Please ask whoever runs this program to follow the link it printed at its start and open a street.',
  },
  code: {
    title: 'Type the code',
    lead: (phone) =>
      `If ${phone} is registered, a message comes within a minute. The code is good for 10 minutes.`,
    code: 'The 6 digits in the message',
    signIn: 'Sign in',
    again: 'Nothing came? Change the number or ask again',
  },
  password: {
    title: 'Sign in with a password',
    lead: 'For staff of the street and its branches. Without a password yet, please use a code by text message.',
    password: 'Password',
    signIn: 'Sign in',
  },
  signOut: {
    title: 'Sign out',
    lead: 'Afterwards nobody who uses this device can see what is yours.',
    signOut: 'Sign out',
  },
  reading: {
    title: 'Language and text size',
    lead: 'Every page then looks like this; once you are signed in, on other devices too.',
    language: 'Language',
    chinese: '中文',
    english: 'English',
    text: 'Text size',
    normal: 'Normal',
    large: 'Large',
    save: 'Keep this',
  },
  account: {
    title: 'Sign-ins and settings',
    signIns: 'Where you are signed in',
    signInsHelp: 'If you don’t know one of these devices, please sign it out at once.',
    device: 'Device',
    here: 'This one',
    seen: 'Last used',
    since: 'Signed in',
    end: 'Sign it out',
    programs: {
      wechat: 'WeChat',
      edge: 'Edge',
      firefox: 'Firefox',
      chrome: 'Chrome',
      safari: 'Safari',
    },
    systems: {
      android: 'an Android phone',
      iphone: 'an iPhone',
      ipad: 'an iPad',
      windows: 'a Windows computer',
      mac: 'a Mac',
      linux: 'a Linux computer',
    },
    unknownProgram: 'Another browser',
    on: (program, system) => `${program} on ${system}`,
    password: 'Password',
    passwordHelp:
      'With a password you need not wait for a message. At least 8 characters, and hard to guess.',
    newPassword: 'New password',
    setPassword: 'Set the password',
    tokens: 'Tokens for programs',
    tokensHelp:
      'They let another program read and write in your name. A token is shown once; taken back, it stops at once.',
    yourTokens: 'Your tokens',
    tokenName: 'Name',
    tokenNameHint: 'Such as “monthly table”, to know it again later',
    makeToken: 'Make a token',
    yourToken:
      'Here is the token. Please copy it now; it can’t be seen again once you leave this page:',
    made: 'Made',
    used: 'Last used',
    neverUsed: 'Not used yet',
    takeBack: 'Take back',
    apiDocs: 'About the API',
  },
  demo: {
    title: 'Look around the demo street',
    lead: 'Choose a person and see the program as they do. People and numbers here are invented.',
    choose: 'Choose a person',
    enter: (name) => `Go in as ${name}`,
    none: 'The demo is not loaded yet; please come back in a moment.',
    personas: {
      office: {
        role: 'Street office',
        does: 'Opens the season, dispatches talks, sees which branches were not reached.',
      },
      organiser: {
        role: 'Branch organiser',
        does: 'Finds a talk on the menu, orders it for the branch, calls the roll.',
      },
      speaker: {
        role: 'Speaker',
        does: 'Accepts a talk or declines it, and sees when and where to speak.',
      },
      member: { role: 'Party member', does: 'Sees what is on, signs up, looks up the hours.' },
      youth: { role: 'Young volunteer', does: 'Lends a hand beside grown-ups.' },
      guardian: { role: 'Guardian', does: 'Sees what the child takes part in.' },
      proofreader: {
        role: 'Proofreader',
        does: 'Reads the bulletin, where every figure opens what is behind it.',
      },
      volunteer: { role: 'Volunteer', does: 'Sees where help is wanted.' },
      district: {
        role: 'District',
        does: 'Signs in at another office and sees nobody of the street.',
      },
    },
  },
  setUp: {
    title: 'Open the first street',
    lead: 'This page is used once: choose the street, then name its first administrator, who enters everyone else.',
    steps: { divisions: 'Divisions', district: 'District', street: 'Street and administrator' },
    divisions: 'First the administrative divisions',
    divisionsHelp:
      'The street is chosen from them. Take the list of Nantong that comes along, or import your own file.',
    takeNantong: 'Take the list of Nantong',
    ownFile: 'Import your own file',
    file: 'CSV file',
    fileHint: 'Four columns: code, name, level, parent_code, in UTF-8 or GB18030.',
    upload: 'Import',
    row: (number, reason) => `Row ${number}: ${reason}`,
    district: 'In which district',
    chooseDistrict: 'Next',
    street: 'Street',
    districtItself: (name) => `${name} (the district itself)`,
    nameEn: 'The street’s name in English',
    nameEnHint: 'For those who read the English pages, such as Qinzao Subdistrict.',
    administrator: 'First administrator',
    name: 'Name',
    phone: 'Mobile number',
    password: 'Password',
    passwordHint: 'At least 8 characters, and hard to guess.',
    open: 'Open the street',
    otherDistrict: 'Another district',
  },
  sms: {
    code: (code) =>
      `[Hearth] Your code is ${code}; it is good for 10 minutes. If you are not signing in, just ignore this.`,
  },
}
