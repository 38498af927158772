import { join, resolve } from 'node:path';
import { readSettings, WrongSettings } from '../src/settings.js';

const mistakesIn = (environment: Record<string, string>): readonly string[] => {
  try {
    readSettings(environment);
    return [];
  } catch (error) {
    return (error as WrongSettings).mistakes;
  }
};

describe('the settings from the environment', () => {
  it('are a real house on this machine when nothing is set', () => {
    const { publicUrl, ...settings } = readSettings({});
    expect(settings).toEqual({
      dataDir: resolve('data'),
      host: '127.0.0.1',
      port: 3000,
      logLevel: 'warn',
      isDemo: false,
    });
    expect(publicUrl.origin).toBe('http://127.0.0.1:3000');
  });

  it.each([
    [{}, 'data'],
    [{ HOUSE_DEMO: 'no' }, 'data'],
    [{ HOUSE_DEMO: '' }, 'data'],
    [{ HOUSE_DEMO: 'yes' }, join('data', 'practice')],
    [{ HOUSE_DEMO: 'yes', HOUSE_DATA_DIR: '/srv/willow' }, '/srv/willow/practice'],
  ])('a practice house never has the folder of the house: %j', (environment, folder) =>
    expect(readSettings(environment).dataDir).toBe(resolve(folder)),
  );

  it('are told all that is wrong with them at once', () =>
    expect(
      mistakesIn({
        HOUSE_DEMO: 'maybe',
        HOUSE_PORT: '70000',
        HOUSE_HOST: '0.0.0.0',
        HOUSE_PUBLIC_URL: 'porchlight',
        HOUSE_LOG_LEVEL: 'loud',
      }).map((mistake) => mistake.split(' ')[0]),
    ).toEqual(['HOUSE_DEMO', 'HOUSE_PORT', 'HOUSE_PUBLIC_URL', 'HOUSE_LOG_LEVEL', 'HOUSE_HOST']));

  it.each(['1', 'true', 'Yes', 'practice', ' yes'])('make no practice house of HOUSE_DEMO=%s', (typed) =>
    expect(mistakesIn({ HOUSE_DEMO: typed })).toEqual(['HOUSE_DEMO must be yes or no.']),
  );
});
