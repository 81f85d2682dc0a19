import type { zh } from './messages.zh.ts'

export const en: typeof zh = {
  reasons: {},
  done: {
    'fits.on': 'The menu says again what may fit.',
    'fits.off': 'No more suggestions; they can be switched on again any time.',
  },
  facts: {
    'fits.on': 'switched the menu’s suggestions on',
    'fits.off': 'switched the menu’s suggestions off',
  },
  notices: {},
  title: (unit) => `May fit ${unit}`,
  lead: 'Made only from what the branch has ordered, what members told of their language and age, the place, and what branches said that heard it.',
  why: {
    topicMissing: (topic) => `nothing on “${topic}” this season yet`,
    dialect: (language) => `can be given in ${language}, which many of your members speak`,
    age: (audience) => `meant for ${audience.toLowerCase()}, as most of your members are`,
    understood: (well, said, held) =>
      `held ${held} times elsewhere; ${said} said how it was, ${well} of them: good`,
    near: (speaker) => `${speaker} lives in your community`,
    pavilion: 'can be held in your community’s pavilion',
  },
  between: '; ',
  turnOff: 'No suggestions, please',
  turnOn: 'Say what may fit',
  wish: 'Not on the menu? Write it down',
}
