type Words = readonly [text: string, why: string | null, options: readonly string[]];

interface Shipped {
  code: string;
  kind: 'scale' | 'yes-maybe-no' | 'count';
  moments: string;
  en: Words;
  es: Words;
  scores: readonly number[] | null;
  /** Over which time it is asked: `{window}` in its words. */
  over: '180d' | null;
}

const ABOUT = 'A guess is fine. Nobody looks it up anywhere.';
const MAS_O_MENOS = 'Un cálculo aproximado está bien. Nadie lo comprueba.';

const counted = (code: string, moments: string, en: string, es: string): Shipped => ({
  code,
  kind: 'count',
  moments,
  en: [en, ABOUT, []],
  es: [es, MAS_O_MENOS, []],
  scores: null,
  over: '180d',
});

/** What is asked at a follow-up beside how things are, and the nights before a stay: asked at leaving, never at arrival. */
export const shippedAfterLeaving: readonly Shipped[] = [
  counted(
    'hospital_nights_before',
    'leaving',
    'In the {window} before you came: about how many nights in a hospital, for how you were feeling?',
    'En los {window} antes de venir, ¿cuántas noches, más o menos, pasaste en un hospital por cómo te sentías?',
  ),
  counted(
    'emergency_visits_before',
    '',
    'In the {window} before you came: about how many emergency room visits, for how you were feeling?',
    'En los {window} antes de venir, ¿cuántas veces, más o menos, fuiste a urgencias por cómo te sentías?',
  ),
  counted(
    'hospital_nights_after',
    'follow-up',
    'Since you left, up to {window}: about how many nights in a hospital, for how you were feeling?',
    'Desde que te fuiste, hasta {window}, ¿cuántas noches, más o menos, pasaste en un hospital por cómo te sentías?',
  ),
  counted(
    'emergency_visits_after',
    '',
    'Since you left, up to {window}: about how many emergency room visits, for how you were feeling?',
    'Desde que te fuiste, hasta {window}, ¿cuántas veces, más o menos, fuiste a urgencias por cómo te sentías?',
  ),
  {
    code: 'living_now',
    kind: 'scale',
    moments: 'follow-up',
    en: [
      'Where do you live just now?',
      null,
      [
        'My own place',
        'With family or friends',
        'A group home, or with support',
        'A shelter or a hotel',
        'Outside, or in a car',
        'A hospital or treatment',
        'Somewhere else',
      ],
    ],
    es: [
      '¿Dónde vives ahora?',
      null,
      [
        'En mi propia casa',
        'Con familia o amistades',
        'En una casa compartida o con apoyo',
        'En un albergue o un hotel',
        'En la calle o en un coche',
        'En un hospital o en tratamiento',
        'En otro lugar',
      ],
    ],
    scores: null,
    over: null,
  },
  {
    code: 'connected_as_hoped',
    kind: 'scale',
    moments: 'follow-up',
    en: ['Are you in touch with what you hoped for when you left?', null, ['Yes', 'In part', 'Not yet']],
    es: ['¿Tienes contacto con lo que esperabas al irte?', null, ['Sí', 'En parte', 'Todavía no']],
    scores: [3, 2, 1],
    over: null,
  },
  {
    code: 'come_again',
    kind: 'yes-maybe-no',
    moments: 'follow-up',
    en: ['Would you come here again, if you needed to?', null, ['Yes', 'Maybe', 'No']],
    es: ['¿Volverías aquí si lo necesitaras?', null, ['Sí', 'Quizás', 'No']],
    scores: null,
    over: null,
  },
];
