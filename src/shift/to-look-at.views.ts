import type { Summary } from '../beds/board-summary.service.js';
import type { Closure } from '../domain/closure.js';
import type { House } from '../domain/house.js';
import { mayDo } from '../domain/permissions.js';
import type { Role } from '../domain/person.js';
import type { HandedOver } from '../notes/handed-over.service.js';
import type { ShownGuestNote } from '../notes/shown-guest-notes.service.js';
import type { TroubleCount } from '../places/place-reports.service.js';
import { momentShort } from '../web/dates.js';
import { paths } from '../web/paths.js';

/** What waits for a coordinator. */
export interface ToLookAt {
  house: House;
  role: Role;
  summary: Summary;
  unseen: readonly Closure[];
  written: Pick<HandedOver, 'toLookAt'>;
  trouble: readonly TroubleCount[];
}

/** What a shift decided and a coordinator looks at afterwards (R11, R27). */
export const linesToLookAt = (facts: ToLookAt) => [
  ...facts.unseen.map((each) => toLookAt(each, facts)),
  ...facts.written.toLookAt.map((each) => keptOffPaper(each, facts)),
  ...troubleLines(facts),
];

/** Only who may look at it gets the way there (R11). */
function toLookAt({ bedId, madeAt }: Closure, { house, summary, role }: ToLookAt) {
  return {
    bedName: summary.beds.find(({ bed }) => bed.id === bedId)?.bed.name ?? 'A bed',
    href: mayDo(role, 'beds.manage') ? paths.bed(bedId) : null,
    words: `Closed on shift ${momentShort(house.time, madeAt)}. No coordinator has looked at it yet.`,
  };
}

/** Who keeps a note off a guest's paper asks a coordinator to look at it within a day (R27). */
const keptOffPaper = ({ note, bedName }: ShownGuestNote, { house, role }: ToLookAt) => ({
  bedName,
  href: mayDo(role, 'notes.unhide') ? paths.note(note.id) : null,
  words: `A note is kept off paper since ${momentShort(house.time, note.writtenAt)}. No coordinator has looked at it yet.`,
});

/** Trouble with a place is for coordinators alone, until one of them has looked; nobody is named. */
export const troubleLines = ({ trouble, role }: ToLookAt) =>
  mayDo(role, 'places.look')
    ? trouble
        .filter(({ waiting }) => waiting > 0)
        .map(({ placeId, name }) => ({
          bedName: name,
          href: paths.place(placeId),
          words: 'A guest told of trouble there. No coordinator has looked at it yet.',
        }))
    : [];
