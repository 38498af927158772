import { connectionWays, howItWas } from '../domain/connection.js';
import { labelOf } from '../domain/list-entry.js';
import { moments, type Question } from '../domain/question.js';
import { supportLines } from '../domain/support.js';
import type { ConnectionTold } from '../connections/connections.service.js';
import { answerLines } from '../web/answer-fields.js';
import type { Told } from './told-with-them.service.js';

/** What they told in a stay, a part each with its lines; nothing where nothing was told. */
export function toldParts(
  { answers, support, connections }: Told,
  questions: readonly Question[],
  onPaper: (text: string) => string,
) {
  const parts = [
    ...answers.map((set) => ({
      heading: `What you answered ${labelOf(moments, set.moment).toLowerCase()}`,
      lines: answerLines(set.answers, questions),
    })),
    ...(support ? [{ heading: 'What was there', lines: supportLines(support) }] : []),
    { heading: 'Connections', lines: connections.map(connectionLine) },
  ];
  return parts
    .filter(({ lines }) => lines.length > 0)
    .map(({ heading, lines }) => ({
      heading,
      lines: lines.map(({ term, value }) => ({ term: onPaper(term), value: onPaper(value) })),
    }));
}

function connectionLine({ name, way, said }: ConnectionTold) {
  const answers = said.map(
    ({ answer, words }) => `${labelOf(howItWas, answer)}${words === null ? '' : `: “${words}”`}`,
  );
  const done = way === null ? [] : [labelOf(connectionWays, way)];
  return { term: name, value: [...done, ...answers].join(' · ') || 'Made' };
}
