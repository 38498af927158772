import type { ListEntry } from './list-entry.js';

/** One question of a task: what is asked, and how much may be answered. */
export interface TaskQuestion {
  label: string;
  hint: string | null;
  /** The most characters. */
  most: number;
  /** One line, or room for several. */
  rows: 1 | 3 | 6;
}

/** Something to go through with a guest after check-in; none of it has to be done for a stay to be complete. */
export interface Task extends ListEntry {
  code: TaskCode;
  /** Asked on the first night; the others wait for the next house day. */
  isFirst: boolean;
  /** Said and done: one click on the list, with nothing to write. */
  isOneClick: boolean;
  /** What is written down: none, one or two answers. */
  questions: readonly TaskQuestion[];
  /** A ready answer beside them. */
  marks: { legend: string; entries: readonly ListEntry[] } | null;
}

export const taskCodes = [
  'key',
  'food',
  'now',
  'cannot-keep',
  'agreement',
  'tour',
  'told',
  'contact',
  'emergency',
  'access',
  'belongings',
  'helps',
  'not-back',
  'apart',
] as const;
export type TaskCode = (typeof taskCodes)[number];

const LINE = 200;
const SOME = 1000;
const MUCH = 2000;

const line = (label: string, hint: string | null = null, most = LINE): TaskQuestion => ({
  label,
  hint,
  most,
  rows: 1,
});
const some = (label: string, hint: string | null = null): TaskQuestion => ({
  label,
  hint,
  most: SOME,
  rows: 3,
});
const much = (label: string, hint: string | null = null): TaskQuestion => ({
  label,
  hint,
  most: MUCH,
  rows: 6,
});

const task = (code: TaskCode, label: string, rest: Partial<Omit<Task, 'code' | 'label'>> = {}): Task => ({
  code,
  label,
  isFirst: false,
  isOneClick: false,
  questions: [],
  marks: null,
  ...rest,
});

/** Where the key is: with the guest, or given back. */
export const keyMarks = [
  { code: 'with-guest', label: 'With the guest' },
  { code: 'back', label: 'Given back' },
] as const satisfies readonly ListEntry[];

/** How the house’s agreement was gone through; a paper with a name on it is one way of several. */
export const agreementMarks = [
  { code: 'talked', label: 'Talked through, not signed' },
  { code: 'signed', label: 'Talked through and signed on paper' },
] as const satisfies readonly ListEntry[];

/** In the order of the page. No illness, no medicine and no danger is asked for in any of them. */
export const stayTasks: readonly Task[] = [
  task('key', 'Key', {
    isFirst: true,
    isOneClick: true,
    questions: [line('Room or door key', 'The number on it.', 60), line('Lockbox number', null, 60)],
    marks: { legend: 'Where is the key?', entries: keyMarks },
  }),
  task('food', 'Food allergies', {
    isFirst: true,
    isOneClick: true,
    questions: [some('What they eat and do not eat', 'Whoever is on shift reads it. Only food.')],
  }),
  task('now', 'Anything you need right now?', { isFirst: true, isOneClick: true }),
  task('cannot-keep', 'What we can’t keep private, told', { isOneClick: true }),
  task('agreement', 'How we live here: the agreement', {
    marks: { legend: 'How was it gone through?', entries: agreementMarks },
  }),
  task('tour', 'Shown around the house', { isOneClick: true }),
  task('told', 'Who may be told what', {
    questions: [
      line('Who may be told what', 'One line, such as “My sister: that I am well.” Left empty: nobody.'),
    ],
  }),
  task('contact', 'How to reach you while you are here', {
    questions: [some('How, and how not', 'Knock, text, ring: in their words. Numbers only if they want.')],
  }),
  task('emergency', 'Someone to ring in an emergency', {
    questions: [
      line('Who, and how to reach them'),
      line('What they may be told', 'Left empty: only that we ask them to ring back.'),
    ],
  }),
  task('access', 'What makes it easier to get around', {
    questions: [some('Steps, light, noise, scents, a helper animal …', 'What they want us to do, not why.')],
  }),
  task('belongings', 'Things to keep in storage', {
    questions: [much('Their own list', 'They say what stands here. Nobody looks through bags.')],
  }),
  task('helps', 'In your words: what helps, what to leave be', {
    questions: [
      much('What helps when it’s hard', 'Their words. They can take the page with them.'),
      much('What to leave be'),
    ],
  }),
  task('not-back', 'If you’re not back when we expect you', {
    questions: [
      {
        label: 'What would you like us to do?',
        hint: 'Their words. “Away for a night” begins with them.',
        most: 500,
        rows: 3,
      },
    ],
  }),
  task('apart', 'Anyone who must not be here at the same time', {
    questions: [some('Who, and how we would know them', 'Only a coordinator reads it afterwards.')],
  }),
];

/** The task with this code; undefined for any other word. */
export const taskOf = (code: string): Task | undefined => stayTasks.find((each) => each.code === code);

/** Whether it has a page to write on, and not only the buttons. */
export const isWritten = ({ questions, marks }: Task): boolean => questions.length > 0 || marks !== null;
