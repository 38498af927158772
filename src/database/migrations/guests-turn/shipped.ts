type Words = readonly [text: string, why: string | null, options: readonly string[]];

interface Shipped {
  code: string;
  kind: 'scale' | 'yes-maybe-no' | 'words';
  moments: string;
  en: Words;
  es: Words;
  scores: readonly number[] | null;
}

const NOW = 'arrival leaving follow-up';
const HOW = ['Very', 'Quite', 'Somewhat', 'A little', 'Not at all'];
const COMO = ['Mucho', 'Bastante', 'Más o menos', 'Un poco', 'Nada'];
const OFTEN = ['Yes, the whole time', 'Most of the time', 'Sometimes', 'Not really'];
const VECES = ['Sí, todo el tiempo', 'Casi siempre', 'A veces', 'En realidad, no'];
const FIVE = [5, 4, 3, 2, 1];
const FOUR = [4, 3, 2, 1];

/** Our own short set, in our own words; no licensed instrument. */
export const shippedQuestions: readonly Shipped[] = [
  {
    code: 'welcome',
    kind: 'scale',
    moments: 'leaving',
    en: ['Did you feel welcome here?', 'We ask so that we know what to keep and what to change.', OFTEN],
    es: [
      '¿Sentiste que aquí te recibieron bien?',
      'Lo preguntamos para saber qué conservar y qué cambiar.',
      VECES,
    ],
    scores: FOUR,
  },
  {
    code: 'say',
    kind: 'scale',
    moments: 'leaving',
    en: ['Did you have a say in how your stay went?', null, OFTEN],
    es: ['¿Pudiste decidir cómo fue tu estancia?', null, VECES],
    scores: FOUR,
  },
  {
    code: 'connected',
    kind: 'scale',
    moments: NOW,
    en: ['How connected do you feel with other people just now?', null, HOW],
    es: ['¿Cuánta cercanía sientes ahora con otras personas?', null, COMO],
    scores: FIVE,
  },
  {
    code: 'hope',
    kind: 'scale',
    moments: NOW,
    en: ['How hopeful do you feel just now?', null, HOW],
    es: ['¿Cuánta esperanza sientes ahora?', null, COMO],
    scores: FIVE,
  },
  {
    code: 'handle',
    kind: 'scale',
    moments: NOW,
    en: ['How able do you feel to handle what comes?', null, HOW],
    es: ['¿Cuánto te sientes capaz de manejar lo que venga?', null, COMO],
    scores: FIVE,
  },
  {
    code: 'belonging',
    kind: 'scale',
    moments: NOW,
    en: ['How much do you feel that you belong somewhere?', null, ['Very much', ...HOW.slice(1)]],
    es: ['¿Cuánto sientes que perteneces a algún lugar?', null, COMO],
    scores: FIVE,
  },
  {
    code: 'would_have_gone_to_hospital',
    kind: 'yes-maybe-no',
    moments: 'leaving',
    en: ['Without this house, would you have gone to a hospital?', null, ['Yes', 'Maybe', 'No']],
    es: ['Sin esta casa, ¿habrías ido a un hospital?', null, ['Sí', 'Quizás', 'No']],
    scores: null,
  },
  {
    code: 'helped',
    kind: 'words',
    moments: 'leaving',
    en: ['What helped?', 'In your own words, as many or as few as you like.', []],
    es: ['¿Qué te ayudó?', 'Con tus propias palabras, muchas o pocas.', []],
    scores: null,
  },
  {
    code: 'change',
    kind: 'words',
    moments: 'leaving',
    en: ['What should we change?', 'In your own words, as many or as few as you like.', []],
    es: ['¿Qué deberíamos cambiar?', 'Con tus propias palabras, muchas o pocas.', []],
    scores: null,
  },
];
