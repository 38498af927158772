import {
  isStayMoment,
  type Language,
  type Moment,
  moments,
  type Question,
  wordingIn,
} from '../domain/question.js';
import { labelOf } from '../domain/list-entry.js';
import { paths } from '../web/paths.js';

interface SheetFacts {
  questions: readonly Question[];
  moment: Moment;
  language: Language;
  houseName: string;
}

const words = {
  en: {
    title: 'Your turn, on paper',
    lead: 'Skip any question you like. Nobody needs to answer. Put a cross beside your answer.',
    kept: 'The people who work here can read it. It does not change your stay.',
    day: 'Day',
    who: 'Bed or initials',
    others: ['I don’t know', 'I’d rather not say'],
    end: 'Thank you. Fold it and give it to whoever is on shift, or keep it.',
  },
  es: {
    title: 'Tu turno, en papel',
    lead: 'Puedes saltar cualquier pregunta. Nadie tiene que contestar. Marca tu respuesta con una cruz.',
    kept: 'Las personas que trabajan aquí pueden leerla. No cambia tu estancia.',
    day: 'Día',
    who: 'Cama o iniciales',
    others: ['No sé', 'Prefiero no decirlo'],
    end: 'Gracias. Dóblala y dásela a quien esté de turno, o guárdala.',
  },
} as const;

/** The questions of a moment on one sheet, with room to write. */
export function sheetView({ questions, moment, language, houseName }: SheetFacts) {
  const said = words[language];
  const other = language === 'en' ? 'es' : 'en';
  return {
    title: 'Questions on paper',
    language,
    heading: said.title,
    houseName,
    moment: labelOf(moments, moment),
    keyedIn: isStayMoment(moment) ? 'the stay’s page' : 'the page of the follow-up',
    lead: said.lead,
    kept: said.kept,
    day: said.day,
    who: said.who,
    end: said.end,
    questions: questions.map((question) => {
      const { text, options } = wordingIn(question, language);
      const lang = question.es === null ? 'en' : language;
      const [isWords, isCount] = [question.kind === 'words', question.kind === 'count'];
      return { text, lang, isWords, isCount, options: [...options, ...said.others] };
    }),
    none: questions.length === 0,
    others: [
      { href: paths.questionSheet(moment, other), label: other === 'es' ? 'Español' : 'English' },
      ...moments
        .filter(({ code }) => code !== moment)
        .map(({ code, label }) => ({ href: paths.questionSheet(code, language), label })),
    ],
  };
}
