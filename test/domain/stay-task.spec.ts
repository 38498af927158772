import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { Absence } from '../../src/domain/absence.js';
import {
  askedFrom,
  isTalkFirst,
  mayRead,
  tasksOn,
  whyNotTask,
  wordsOn,
  keyOf,
  wishOf,
} from '../../src/domain/settling-in.js';
import { standingOf, StayTask, type TaskAnswer, taskStates } from '../../src/domain/stay-task.js';
import { stayTasks, type TaskCode, taskCodes, taskOf } from '../../src/domain/stay-task-list.js';
import { aHouse, anAct, at, blamedOn } from '../support/builders.js';

const ARRIVED = Temporal.PlainDate.from('2026-11-22');
const stay = { arrivalDay: ARRIVED };
const NOTHING: TaskAnswer = { state: 'done', words: null, second: null, mark: null, agreement: null };

let made = 0;
const said = (task: TaskCode, number: number, answer: Partial<TaskAnswer> = {}): StayTask =>
  new StayTask({
    id: `said-${(made += 1)}`,
    stayId: 'stay',
    task,
    number,
    answer: { ...NOTHING, ...answer },
    personId: 'ines',
    at: at('2026-11-22T22:40-06:00'),
  });
const undone = (task: StayTask) => Object.assign(task, { undoneAt: at('2026-11-22T22:50-06:00') });
const codes = (list: { task: { code: string } }[]) => list.map(({ task }) => task.code);

describe('the tasks after check-in', () => {
  it('are three on the first night, and all from the next house day', () => {
    expect(codes(tasksOn(ARRIVED, stay, []).open)).toEqual(['key', 'food', 'now']);
    expect(tasksOn(ARRIVED, stay, []).later).toHaveLength(11);
    const next = tasksOn(ARRIVED.add({ days: 1 }), stay, []);
    expect(codes(next.open)).toEqual([...taskCodes]);
    expect(next.later).toEqual([]);
  });

  it('each have a place on the list, once, and nothing asks for an illness, a medicine or a danger', () => {
    expect(stayTasks.map(({ code }) => code)).toEqual([...taskCodes]);
    expect(JSON.stringify(stayTasks)).not.toMatch(/diagnos|medic|illness|risk|danger|suicid|symptom/i);
  });

  it('stay to be asked while not now, and are settled when done or passed, also before their day', () => {
    const answers = [
      said('key', 1),
      said('food', 1, { state: 'passed' }),
      said('now', 1, { state: 'not-now' }),
    ];
    const { open, settled, later } = tasksOn(ARRIVED, stay, [...answers, said('told', 1)]);
    expect(codes(open)).toEqual(['now']);
    expect(codes(settled)).toEqual(['key', 'food', 'told']);
    expect(codes(later)).not.toContain('told');
  });

  it('for any answers: each task stands in one of three places, and nothing said is lost', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...taskCodes), fc.constantFrom(...taskStates), fc.boolean())),
        fc.integer({ min: 0, max: 30 }),
        (told, days) => {
          const numbers = new Map<TaskCode, number>();
          const answers = told.map(([code, state, isUndone]) => {
            numbers.set(code, (numbers.get(code) ?? 0) + 1);
            const one = said(code, numbers.get(code)!, { state });
            return isUndone ? undone(one) : one;
          });
          const today = ARRIVED.add({ days });
          const { open, later, settled } = tasksOn(today, stay, answers);
          expect(codes([...open, ...later, ...settled]).sort()).toEqual([...taskCodes].sort());
          for (const each of later) {
            expect(Temporal.PlainDate.compare(today, askedFrom(each.task, stay))).toBe(-1);
            expect(each.last).toBeNull();
          }
          for (const { task, state } of [...open, ...settled]) {
            const last = answers.filter((one) => one.task === task.code && one.undoneAt === null).at(-1);
            expect(state).toBe(last?.state ?? 'not-yet');
          }
        },
      ),
    ));

  it('count every answer and every undoing, so that no page is taken for a newer one (R26)', () => {
    const [first, second] = [said('food', 1, { words: 'No nuts' }), said('food', 2)];
    const task = taskOf('food')!;
    const versions = [[], [first], [first, second], [first, undone(second)]].map(
      (answers) => standingOf(task, answers).version,
    );
    // The last two share a row: its undoing is counted once it is there
    expect(versions[0]).toBe(0);
    expect(versions[1]).toBe(1);
    expect(standingOf(task, [first, undone(second)])).toMatchObject({ version: 3, state: 'done' });
    expect(standingOf(task, [first, undone(second)]).last!.words).toBe('No nuts');
  });

  it('keep nothing written unless it is done, and say so instead of losing it', () => {
    expect(() => said('told', 1, { state: 'passed', words: 'My sister' })).toThrow(blamedOn('first'));
    expect(() => said('helps', 1, { state: 'not-now', second: 'Loud music' })).toThrow(blamedOn('first'));
    expect(said('key', 1, { state: 'not-now', mark: 'back' }).mark).toBeNull();
    expect(wordsOn('told', [said('told', 1, { words: 'My sister' })])!.words).toBe('My sister');
    const passed = [said('told', 1, { words: 'My sister' }), said('told', 2, { state: 'passed' })];
    expect(wordsOn('told', passed)).toBeNull();
  });

  it('are said twice when every answer is the same, and not when one is another', () => {
    const one = said('key', 1, { words: '4', mark: 'with-guest' });
    expect(one.saysTheSame({ ...NOTHING, words: '4', mark: 'with-guest' })).toBe(true);
    expect(one.saysTheSame({ ...NOTHING, words: '4', mark: 'back' })).toBe(false);
    expect(one.saysTheSame({ ...NOTHING, words: '5', mark: 'with-guest' })).toBe(false);
    expect(said('now', 1, { state: 'passed' }).saysTheSame({ ...NOTHING, state: 'passed', mark: 'x' })).toBe(
      true,
    );
  });

  it('begin anew where the words went with the guest', () => {
    const gone = Object.assign(said('helps', 1, { words: 'Quiet' }), {
      words: null,
      goneAt: at('2026-11-25T10:00-06:00'),
    });
    expect(standingOf(taskOf('helps')!, [gone])).toMatchObject({
      state: 'not-yet',
      last: null,
      goneAt: gone.goneAt,
    });
  });

  it('say to talk with on call first while somebody is named, and to nobody but a coordinator whom', () => {
    const named = said('apart', 1, { words: 'My brother' });
    expect(isTalkFirst([named])).toBe(true);
    expect(isTalkFirst([said('apart', 1)])).toBe(false);
    expect(isTalkFirst([undone(said('apart', 1, { words: 'My brother' }))])).toBe(false);
    const apart = taskOf('apart')!;
    expect(['staff', 'coordinator', 'manager'].map((role) => mayRead(apart, role as 'staff'))).toEqual([
      false,
      true,
      true,
    ]);
    const standing = standingOf(apart, [named]);
    const here = { isHere: true, undoneAt: null };
    expect(whyNotTask(standing, here, 'staff')).toContain('Talk with on call first');
    expect(whyNotTask(standing, here, 'coordinator')).toBeNull();
    expect(whyNotTask(standingOf(apart, []), here, 'staff')).toBeNull();
  });

  it('are over once the guest has left, but for the key', () => {
    const left = { isHere: false, undoneAt: null };
    const open = taskCodes.filter(
      (code) => whyNotTask(standingOf(taskOf(code)!, []), left, 'staff') === null,
    );
    expect(open).toEqual(['key']);
    const never = { isHere: false, undoneAt: at('2026-11-22T22:50-06:00') };
    expect(whyNotTask(standingOf(taskOf('key')!, []), never, 'staff')).toContain('undone');
  });

  it('stand in the way of undoing the same task only, and nothing else in theirs (R24)', () => {
    const act = (task: string) => anAct({ kind: 'task.answered', details: { task } });
    const now = at('2026-03-10T20:00-04:00');
    expect(anAct({ kind: 'stay.arrived' }).whyNotUndo(now, [act('key')])).toBeNull();
    expect(act('key').whyNotUndo(now, [act('food'), anAct({ kind: 'stay.moved' })])).toBeNull();
    expect(act('key').whyNotUndo(now, [act('key')])).toContain('Something else');
  });

  it('tell what we do if they are not back: the last they said, in a task or when they went', () => {
    const away = (since: string, wish: string | null) =>
      new Absence(
        {
          id: `away-${since}`,
          stay: { id: 'stay', arrivedAt: at('2026-11-22T10:00-06:00') },
          kind: 'away',
          sinceAt: at(since),
          backBy: at('2026-11-30T10:00-06:00'),
          wish,
        },
        'awayAt',
        aHouse(),
      );
    const told = [said('not-back', 1, { words: 'Ring my sister' })];
    expect(wishOf([], [])).toBeNull();
    expect(wishOf([], told)).toBe('Ring my sister');
    expect(wishOf([away('2026-11-22T22:39-06:00', 'Wait')], told)).toBe('Ring my sister');
    expect(wishOf([away('2026-11-22T22:40-06:00', 'Wait')], told)).toBe('Wait');
    expect(wishOf([away('2026-11-23T22:40-06:00', null)], told)).toBeNull();
    expect(wishOf([away('2026-11-23T22:40-06:00', 'Wait')], [said('not-back', 1, { state: 'passed' })])).toBe(
      'Wait',
    );
  });

  it('know the key as given back when either says so, and of none when nobody wrote of one', () => {
    const key = (mark: string) => [said('key', 1, { words: '4', second: '3', mark })];
    expect(keyOf([], { keysBack: 'yes' })).toBeNull();
    expect(keyOf(key('with-guest'), null)).toEqual({ number: '4', lockbox: '3', isBack: false });
    expect(keyOf(key('with-guest'), { keysBack: 'yes' })!.isBack).toBe(true);
    expect(keyOf(key('with-guest'), { keysBack: 'not-yet' })!.isBack).toBe(false);
    expect(keyOf(key('back'), { keysBack: 'not-yet' })!.isBack).toBe(true);
  });
});
