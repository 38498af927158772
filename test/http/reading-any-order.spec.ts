import fc from 'fast-check';
import type { EntityManager } from 'typeorm';
import type { House as HouseRecord } from '../../src/domain/house.js';
import type { Actor } from '../../src/domain/person.js';
import { HouseService } from '../../src/house/house.service.js';
import { GuestNotesService } from '../../src/notes/guest-notes.service.js';
import { NoteChanges } from '../../src/notes/note-changes.service.js';
import { NotesService } from '../../src/notes/notes.service.js';
import { ReadingService } from '../../src/notes/reading.service.js';
import { type House, openHouse } from '../support/open-house.js';

const NAMES = ['Theo', 'Rosa', 'Ines', 'Marta'] as const;
const who = fc.constantFrom(0, 1, 2, 3);

const happening = fc.oneof(
  fc.record({ does: fc.constant('writes' as const), who, minutesAgo: fc.constantFrom(0, 0, 90, 4000) }),
  fc.record({ does: fc.constant('writes with a guest' as const), who, minutesAgo: fc.constantFrom(0, 600) }),
  fc.record({ does: fc.constant('amends' as const), who, which: fc.nat(9) }),
  fc.record({ does: fc.constant('takes back' as const), which: fc.nat(9) }),
  fc.record({ does: fc.constant('reads' as const), who, linesAgo: fc.nat(2) }),
);

type Happening = typeof happening extends fc.Arbitrary<infer Each> ? Each : never;

/** A line, who has had it before their eyes, and the note it is of: told apart from any number (R29). */
interface Line {
  seenBy: Set<number>;
  note: string;
}

// R29
describe('what is new for each of several people, in the file', () => {
  let house: House;
  let people: Actor[];
  let record: HouseRecord;
  let stay: string;

  beforeAll(async () => {
    house = await openHouse({ beds: 'Maple' });
    const desks = await Promise.all(NAMES.map((name) => house.signIn('manager', `${name} P`)));
    people = desks.map(({ person }) => ({ ...person, role: 'manager' }));
    const answer = await desks[0]!.fill('/check-in', { departureDay: '2026-11-25', name: 'Jo' });
    stay = answer.headers.location!.split('/')[2]!;
    record = (await house.app.get(HouseService).find())!;
  });

  afterAll(() => house.close());

  async function happens(
    tx: EntityManager,
    each: Happening,
    lines: Line[],
    gone: Set<string>,
  ): Promise<void> {
    const eventAt = 'minutesAgo' in each ? house.clock.now().subtract({ minutes: each.minutesAgo }) : null;
    const living = [...new Set(lines.map(({ note }) => note))].filter((note) => !gone.has(note));
    const note = 'which' in each ? living[each.which % Math.max(1, living.length)] : undefined;
    if (each.does === 'writes') {
      const said = { text: 'A fuse', lives: 'done' as const, untilDay: null, eventAt };
      const { id } = await house.app.get(NotesService).write(tx, said, people[each.who]!, record);
      lines.push({ seenBy: new Set([each.who]), note: id });
    } else if (each.does === 'writes with a guest') {
      const said = { text: 'Slept well', writtenBy: 'both' as const, eventAt, hidden: null, mayName: true };
      await house.app.get(GuestNotesService).write(tx, stay, said, people[each.who]!, record);
      const [row] = await tx.query<{ id: string }[]>(
        'SELECT id FROM guest_notes ORDER BY number DESC LIMIT 1',
      );
      lines.push({ seenBy: new Set([each.who]), note: row!.id });
    } else if (each.does === 'amends' && note) {
      const seen = lines.filter((line) => line.note === note).length - 1;
      const said = { text: `Words ${lines.length}`, why: 'x', seen };
      await house.app.get(NoteChanges).amend(tx, note, said, people[each.who]!, record);
      lines.push({ seenBy: new Set([each.who]), note });
    } else if (each.does === 'takes back' && note) {
      const said = { reason: 'not_so', rightStayId: null };
      await house.app.get(NoteChanges).takeBack(tx, note, said, people[0]!, record);
      gone.add(note);
    } else if (each.does === 'reads') await reads(tx, each, lines);
  }

  async function reads(
    tx: EntityManager,
    { who: reader, linesAgo }: { who: number; linesAgo: number },
    lines: Line[],
  ) {
    const page = lines.slice(0, Math.max(0, lines.length - linesAgo));
    const [row] = await tx.query<{ newest: number }[]>('SELECT max(number) AS newest FROM note_numbers');
    page.forEach(({ seenBy }) => seenBy.add(reader));
    await house.app
      .get(ReadingService)
      .read(tx, (row!.newest ?? 0) - (lines.length - page.length), people[reader]!);
  }

  it('is exactly what none of their pages has shown them, whatever is written, amended, taken back and read, in any order', () =>
    fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 5, maxLength: 25 }), async (all) => {
        const lines: Line[] = [];
        const gone = new Set<string>();
        // Everybody begins with nothing new
        await house.write(async (tx) => {
          for (const each of people)
            await house.app.get(ReadingService).read(tx, Number.MAX_SAFE_INTEGER, each);
        });
        for (const each of all) {
          await house.write((tx) => happens(tx, each, lines, gone));
          for (const [index, { id }] of people.entries()) {
            const unread = await house.app.get(ReadingService).newFor(id);
            const expected = lines.filter(({ seenBy, note }) => !seenBy.has(index) && !gone.has(note));
            expect(unread.map(({ noteId, guestNoteId }) => noteId ?? guestNoteId)).toEqual(
              expected.map(({ note }) => note),
            );
          }
        }
      }),
      { numRuns: 12 },
    ));
});
