import { paths } from './paths.js';

interface Words {
  heading: string;
  lead: string;
  lines: string[];
}

export interface ErrorWords extends Words {
  links: { href: string; label: string }[];
  /** Stands in the log as well: whoever maintains this finds the place. */
  reference: string | null;
}

const words: Record<number, Words> = {
  400: {
    heading: 'That did not arrive whole',
    lead: 'Nothing was changed.',
    lines: ['Go back and send it once more.'],
  },
  403: {
    heading: 'This is not open to you',
    lead: 'Your role does not include it. Nothing was changed.',
    lines: ['A manager can open it for you.'],
  },
  404: {
    heading: 'Page not found',
    lead: 'There is nothing at this address, or it is not for you to see.',
    lines: [],
  },
  409: {
    heading: 'Someone was faster',
    lead: 'Something changed while you were writing. Nothing was changed by you.',
    lines: ['Look at the beds, then try again.'],
  },
  413: {
    heading: 'That is too much at once',
    lead: 'Nothing was changed.',
    lines: ['Go back and send a shorter text.'],
  },
  415: {
    heading: 'This kind of data is not read here',
    lead: 'Nothing was changed.',
    lines: ['Use the forms of this site.'],
  },
  419: {
    heading: 'This page was open too long',
    lead: 'Nothing was changed yet.',
    lines: ['Open the page again and send it once more.'],
  },
  429: { heading: 'Too many tries', lead: 'Please wait a little.', lines: [] },
  500: {
    heading: 'Something went wrong on our side',
    lead: 'It is not your fault. What you sent was not kept.',
    lines: ['Go back and try once more.', 'If it happens again, write down the number below and use paper.'],
  },
  503: {
    heading: 'Busy, please try again',
    lead: 'Nothing was changed.',
    lines: ['Go back and send it once more in a few seconds.'],
  },
};

/** The view of `errors/message` for an answer that is no page of its own; unknown codes read like the nearest known one. */
export function errorView(status: number, more: Partial<ErrorWords> = {}) {
  const found = words[status] ?? (status >= 500 ? words[500]! : words[400]!);
  const { reference = null, ...said } = more;
  return {
    title: more.heading ?? found.heading,
    ...found,
    links: [
      { href: paths.board(), label: 'Look at all beds' },
      { href: paths.help(), label: 'Help' },
    ],
    ...said,
    reference,
    retry: null,
  };
}
