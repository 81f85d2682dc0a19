import type { zh } from './messages.zh.ts'

type Told = Parameters<(typeof zh)['notices']['clock.reminded']>[0]

const titleOf = (told: Told) => told.titleEn || told.title

const toDo = {
  vet: 'looked over',
  dispatch: 'dispatched to a speaker',
  accept: 'answered',
} satisfies Record<Told['stage'], string>

export const en: typeof zh = {
  reasons: {},
  done: { 'clocks.set': 'The times allowed are changed; orders from now on go by them.' },
  facts: {
    'clock.reminded': 'a reminder went out',
    'clock.escalated': 'the time was over, and it went up',
    'clocks.set': 'changed the times allowed',
  },
  notices: {
    'clock.reminded': (told) =>
      `“${titleOf(told)}” for ${told.unit} should soon be ${toDo[told.stage]}; it waits for you.`,
    'clock.escalated': (told) =>
      `“${titleOf(told)}” for ${told.unit} should have been ${toDo[told.stage]} by now; please see to it.`,
  },
  title: 'Times allowed',
  lead: 'How many working days each step of an order may take. At four fifths who must act is reminded; after it the matter goes up.',
  stages: { vet: 'Look it over', dispatch: 'Find a speaker', accept: 'The speaker’s answer' },
  waitsFor: {
    vet: 'The street office looks it over, ',
    dispatch: 'The street office finds a speaker, ',
    accept: 'The speaker answers, ',
  },
  workingDays: 'working days',
  save: 'Save',
  running: 'Under way',
  none: 'No order is waiting now.',
  order: 'Order',
  unit: 'Unit',
  stage: 'What it waits for',
  due: 'By when',
  escalated: 'Went up',
  back: 'All orders',
  unknown: 'The holidays of that year aren’t announced yet, so nobody can say by when',
}
