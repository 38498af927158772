import type { PlaceFacts } from '../domain/place.js';

type Told = Pick<PlaceFacts, 'name' | 'kind'> & Partial<PlaceFacts>;

/** Places nobody should ring: none of them is real. */
const told: readonly Told[] = [
  { name: 'Practice night café', kind: 'tonight', phone: '555-0120', opens: 'Every day, 8 pm to 6 am' },
  { name: 'Practice shelter', kind: 'tonight', phone: '555-0121', note: 'Ring before 6 pm. Pets may come.' },
  { name: 'Practice listening line', kind: 'talk', phone: '555-0122', opens: 'Always' },
  { name: 'Practice peer center', kind: 'peer', phone: '555-0123', opens: 'Weekdays 10 am to 4 pm' },
  {
    name: 'Practice hearing voices group',
    kind: 'peer',
    opens: 'Thursdays at 6 pm',
    address: '2 Practice Lane',
  },
  {
    name: 'Practice pantry',
    kind: 'food',
    address: '14 Practice Street',
    opens: 'Tuesday and Friday mornings',
  },
  { name: 'Practice clothes closet', kind: 'food', address: '14 Practice Street', opens: 'Saturdays' },
  { name: 'Practice housing desk', kind: 'housing', phone: '555-0126', note: 'Bring any letter you have.' },
  { name: 'Practice benefits help', kind: 'housing', phone: '555-0127', opens: 'By appointment' },
  { name: 'Practice walk-in clinic', kind: 'health', phone: '555-0128', address: '3 Practice Square' },
  { name: 'Practice advocates', kind: 'rights', phone: '555-0129', opens: 'Weekdays 9 am to 5 pm' },
  { name: 'Practice library', kind: 'other', address: '1 Practice Square', note: 'Warm, and nobody asks.' },
];

export const inventedPlaces: readonly PlaceFacts[] = told.map((place) => ({
  phone: null,
  address: null,
  opens: null,
  note: null,
  isUsed: true,
  ...place,
}));

/** Where guests of the practice house were not met well. */
export const TROUBLED = 'Practice walk-in clinic';

export const troubleWords = [
  'I waited two hours and was sent home.',
  'They asked for a card I do not have.',
  'Nobody looked up at the desk.',
] as const;
