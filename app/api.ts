import { endpoints as bulletins } from './modules/bulletins/api.ts'
import { endpoints as making } from './modules/courses/making/api.ts'
import { endpoints as recall } from './modules/courses/recall/api.ts'
import { endpoints as taking } from './modules/courses/taking/api.ts'
import { endpoints as coverage } from './modules/coverage/api.ts'
import { endpoints as hours } from './modules/coverage/hours/api.ts'
import { endpoints as outreach } from './modules/coverage/outreach/api.ts'
import { endpoints as summaries } from './modules/coverage/summaries/api.ts'
import { endpoints as board } from './modules/matters/board/api.ts'
import { endpoints as claims } from './modules/matters/claims/api.ts'
import { endpoints as needs } from './modules/matters/needs/api.ts'
import { endpoints as organisation } from './modules/organisation/api.ts'
import { endpoints as holidays } from './modules/organisation/holidays/api.ts'
import { endpoints as accounts } from './modules/people/accounts/api.ts'
import { endpoints as people } from './modules/people/api.ts'
import { endpoints as consents } from './modules/people/consents/api.ts'
import { endpoints as imports } from './modules/people/imports/api.ts'
import { endpoints as notices } from './modules/people/notices/api.ts'
import { endpoints as suggestions } from './modules/people/suggestions/api.ts'
import { endpoints as privacy } from './modules/privacy/api.ts'
import { endpoints as seasons } from './modules/seasons/api.ts'
import { endpoints as requirements } from './modules/seasons/requirements/api.ts'
import { endpoints as sessions } from './modules/sessions/api.ts'
import { endpoints as sessionBoards } from './modules/sessions/boards/api.ts'
import { endpoints as codes } from './modules/sessions/codes/api.ts'
import { endpoints as feeds } from './modules/sessions/feeds/api.ts'
import { endpoints as homes } from './modules/sessions/homes/api.ts'
import { endpoints as signUpLists } from './modules/sessions/lists/api.ts'
import { endpoints as outcomes } from './modules/sessions/outcomes/api.ts'
import { endpoints as photos } from './modules/sessions/photos/api.ts'
import { endpoints as sessionQuestions } from './modules/sessions/questions/api.ts'
import { endpoints as resources } from './modules/sessions/resources/api.ts'
import { endpoints as roll } from './modules/sessions/roll/api.ts'
import { endpoints as seats } from './modules/sessions/seats/api.ts'
import { endpoints as series } from './modules/sessions/series/api.ts'
import { endpoints as settling } from './modules/sessions/settling/api.ts'
import { endpoints as things } from './modules/sessions/things/api.ts'
import { endpoints as visits } from './modules/sessions/visits/api.ts'
import { endpoints as line } from './modules/sessions/waitlist/api.ts'
import { endpoints as applications } from './modules/talks/applications/api.ts'
import { endpoints as clocks } from './modules/talks/clocks/api.ts'
import { endpoints as dispatches } from './modules/talks/dispatches/api.ts'
import { endpoints as fits } from './modules/talks/fits/api.ts'
import { endpoints as lists } from './modules/talks/lists/api.ts'
import { endpoints as menu } from './modules/talks/menu/api.ts'
import { endpoints as orders } from './modules/talks/orders/api.ts'
import { endpoints as planning } from './modules/talks/planning/api.ts'
import { endpoints as reviews } from './modules/talks/reviews/api.ts'
import { endpoints as speakers } from './modules/talks/speakers/api.ts'
import { endpoints as stories } from './modules/talks/stories/api.ts'
import { endpoints as wishes } from './modules/talks/wishes/api.ts'
import { endpoints as volunteering } from './modules/volunteering/api.ts'
import type { ApiPart } from './platform/http/endpoint.ts'

/** Every endpoint of the API, module by module; api.words.ts names them in Chinese. */
export const api: readonly ApiPart[] = [
  { name: 'organisation', endpoints: [...organisation, ...holidays] },
  {
    name: 'people',
    endpoints: [...people, ...imports, ...accounts, ...notices, ...suggestions, ...consents],
  },
  { name: 'seasons', endpoints: [...seasons, ...requirements] },
  {
    name: 'talks',
    endpoints: [
      ...speakers,
      ...lists,
      ...stories,
      ...applications,
      ...menu,
      ...fits,
      ...wishes,
      ...orders,
      ...dispatches,
      ...clocks,
      ...planning,
      ...reviews,
    ],
  },
  {
    name: 'sessions',
    endpoints: [
      ...sessions,
      ...seats,
      ...line,
      ...roll,
      ...settling,
      ...visits,
      ...series,
      ...things,
      ...sessionBoards,
      ...sessionQuestions,
      ...codes,
      ...signUpLists,
      ...homes,
      ...outcomes,
      ...photos,
      ...resources,
      ...feeds,
    ],
  },
  { name: 'courses', endpoints: [...making, ...taking, ...recall] },
  { name: 'matters', endpoints: [...needs, ...board, ...claims] },
  { name: 'volunteering', endpoints: volunteering },
  { name: 'coverage', endpoints: [...hours, ...coverage, ...outreach, ...summaries] },
  { name: 'bulletins', endpoints: bulletins },
  { name: 'privacy', endpoints: privacy },
]
