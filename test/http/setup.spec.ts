import { page, read } from '../support/desk.js';
import { type House, openHouse, PASSPHRASE } from '../support/open-house.js';

const ANSWERS = {
  houseName: 'Willow House',
  timeZone: 'America/Chicago',
  beds: 'Attic / Maple\nAttic / Cedar\r\nBirch\n\n',
  personName: 'Marta',
  passphrase: PASSPHRASE,
};

describe('opening a house (R41)', () => {
  let house: House;

  beforeEach(async () => {
    house = await openHouse({ beds: '' });
  });

  afterEach(() => house.close());

  it('leads every page to set-up until there is a house', async () => {
    const desk = house.desk();
    for (const path of ['/', '/check-in', '/sign-in', '/people']) {
      expect((await desk.get(path)).headers.location).toBe('/setup');
    }
  });

  it('opens with the code, signs the first manager in and shows the beds in the order they were typed', async () => {
    const desk = house.desk();
    const answer = await desk.fill('/setup', {
      ...ANSWERS,
      code: house.setUpCode.toLowerCase().replace(/-/g, ' '),
    });
    expect([answer.status, answer.headers.location]).toEqual([303, '/']);
    const board = await desk.visit('/');
    expect(
      board('[data-bed]')
        .toArray()
        .map((bed) => board(bed).attr('data-bed')),
    ).toEqual(['Maple', 'Cedar', 'Birch']);
    expect(read(board, 'h1')).toContain('3 free now');
    expect(read(board, 'header')).toContain('Marta');
    expect((await house.desk().get('/setup')).status).toBe(404);
    expect((await house.desk().post('/setup', {})).status).toBeGreaterThanOrEqual(400);
  });

  it.each([
    ['code', { code: 'AAAA-BBBB-CCCC' }, 'not the code in the terminal'],
    ['houseName', { houseName: '   ' }, 'Enter the name of the house'],
    ['timeZone', { timeZone: 'Mars/Olympus' }, 'Choose a time zone'],
    ['beds', { beds: ' \n ' }, 'Enter at least one bed'],
    ['beds', { beds: 'Maple\nmaple' }, 'Two beds are called'],
    ['beds', { beds: 'Attic /' }, 'a room and no bed'],
    ['personName', { personName: '' }, 'Enter your name'],
    ['passphrase', { passphrase: 'fourteen chars' }, 'at least 15 characters'],
    ['passphrase', { passphrase: 'aaaaaaaaaaaaaaaaaa' }, 'more different letters'],
  ])('says what is wrong with %s and opens nothing', async (field, wrong, words) => {
    const answer = await house.desk().fill('/setup', { code: house.setUpCode, ...ANSWERS, ...wrong });
    expect(answer.status).toBe(422);
    const $ = page(answer);
    expect(read($, `#${field}-error`)).toContain(words);
    expect($('[name=passphrase]').val() ?? '').toBe('');
    expect(await house.rows('SELECT * FROM house')).toEqual([]);
    expect(await house.rows('SELECT * FROM people')).toEqual([]);
  });

  it('opens once, also when two press the button together', async () => {
    const desks = [house.desk(), house.desk()];
    const answers = await Promise.all(
      desks.map((desk) => desk.fill('/setup', { code: house.setUpCode, ...ANSWERS })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 404]);
    expect(await house.rows('SELECT * FROM people')).toHaveLength(1);
  });
});
