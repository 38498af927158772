import { isNeverDeleted, isNotReplaced, keepsItsKey } from '../open-the-house/kept-rows.js';
import { anyChanged, refuse } from '../open-the-house/refuse.js';
import { isInstant, isMinute, isOneOf, isText } from '../open-the-house/shapes.js';

const states = ['done', 'passed', 'not-now'];

/** What was said of each task after check-in. Only added to; its words may be forgotten, never exchanged. */
export const stayTasks = [
  `CREATE TABLE stay_tasks (
    id TEXT PRIMARY KEY NOT NULL,
    stay_id TEXT NOT NULL REFERENCES stays,
    task TEXT NOT NULL CHECK (${isText('task', 20)}),
    number INTEGER NOT NULL CHECK (number > 0),
    state TEXT NOT NULL CHECK (${isOneOf('state', states)}),
    words TEXT CHECK (${isText('words', 2000)}),
    second TEXT CHECK (${isText('second', 2000)}),
    mark TEXT CHECK (${isText('mark', 20)}),
    agreement INTEGER REFERENCES agreements,
    person_id TEXT NOT NULL REFERENCES people,
    at TEXT NOT NULL CHECK (${isMinute('at')}),
    undone_at TEXT CHECK (${isInstant('undone_at')}),
    gone_at TEXT CHECK (${isInstant('gone_at')}),
    CHECK (state = 'done' OR (words IS NULL AND second IS NULL AND mark IS NULL AND agreement IS NULL)),
    CHECK (gone_at IS NULL OR (words IS NULL AND second IS NULL))
  ) STRICT, WITHOUT ROWID`,
  `CREATE UNIQUE INDEX stay_tasks_in_order ON stay_tasks (stay_id, task, number)`,

  isNotReplaced('stay_tasks'),
  refuse(
    'stay_tasks_are_said_once',
    `BEFORE INSERT ON stay_tasks WHEN EXISTS (
      SELECT 1 FROM stay_tasks t WHERE t.stay_id = NEW.stay_id AND t.task = NEW.task AND t.number = NEW.number)`,
    'stay_tasks: somebody said something else',
  ),
  keepsItsKey('stay_tasks'),
  isNeverDeleted('stay_tasks'),
  refuse(
    'stay_tasks_keep_what_was_said',
    `BEFORE UPDATE ON stay_tasks WHEN ${anyChanged('stay_id', 'task', 'number', 'state', 'mark', 'agreement', 'person_id', 'at')}
      OR (NEW.words IS NOT NULL AND ${anyChanged('words')}) OR (NEW.second IS NOT NULL AND ${anyChanged('second')})`,
    'stay_tasks: what was said never changes',
  ),
];
