import type { FastifyRequest } from 'fastify';
import { cameFrom, sameAsBefore } from '../../src/web/came-from.js';
import { isFromOurPage, isOurHost, isSafe } from '../../src/web/own-site.js';

const asked = (headers: Record<string, string | undefined>) => ({ headers }) as unknown as FastifyRequest;
const OURS = new URL('https://porchlight.example');

describe('our own site', () => {
  it.each(['GET', 'HEAD', 'OPTIONS'])('nothing is changed by %s', (method) =>
    expect(isSafe(method)).toBe(true),
  );
  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'get', ''])(
    '%j has to prove where it comes from',
    (method) => expect(isSafe(method)).toBe(false),
  );

  it.each(['porchlight.example', '127.0.0.1', '127.0.0.1:3000', 'localhost:3000', '[::1]:3000'])(
    'goes by %s',
    (host) => expect(isOurHost(asked({ host }), OURS)).toBe(true),
  );
  it.each([
    undefined,
    '',
    'porchlight.example:81',
    'porchlight.example.evil.example',
    '127.0.0.1.evil.example',
    'evil.example',
    'localhost.evil.example',
    '10.0.0.1',
    '0.0.0.0',
    'a b',
    '[::2]',
  ])('does not go by %s', (host) => expect(isOurHost(asked({ host }), OURS)).toBe(false));

  it('believes Sec-Fetch-Site before Origin', () => {
    const host = 'porchlight.example';
    const from = (site: string | undefined, origin: string | undefined) =>
      isFromOurPage(asked({ host, origin, 'sec-fetch-site': site }));
    expect(from('same-origin', 'null')).toBe(true);
    for (const site of ['cross-site', 'same-site', 'none', '', 'SAME-ORIGIN'])
      expect(from(site, `https://${host}`)).toBe(false);
  });

  it.each(['https://porchlight.example', 'http://porchlight.example'])(
    'takes Origin %s where that is all there is',
    (origin) => expect(isFromOurPage(asked({ host: 'porchlight.example', origin }))).toBe(true),
  );
  it.each([
    undefined,
    'null',
    '',
    'https://porchlight.example:8443',
    'https://evil.example',
    'https://porchlight.example.evil.example',
    'https://evil.example/porchlight.example',
    'porchlight.example',
  ])('does not take Origin %s', (origin) =>
    expect(isFromOurPage(asked({ host: 'porchlight.example', origin }))).toBe(false),
  );
});

describe('the page a button stood on', () => {
  const back = (referer?: string) => cameFrom(asked({ referer, host: 'porchlight.example' }));

  it('is a path of this house', () => {
    expect(back('https://porchlight.example/stays/1?x=y#z')).toBe('/stays/1');
    expect(back()).toBe('/');
    const referer = 'https://porchlight.example/stays?tab=left#z';
    expect(sameAsBefore(asked({ referer, host: 'porchlight.example' }))).toBe('/stays?tab=left');
    expect(sameAsBefore(asked({ referer, host: 'another.example' }))).toBe('/');
    expect(cameFrom(asked({ host: 'porchlight.example' }), '/calls')).toBe('/calls');
  });

  it.each([
    'https://porchlight.example//evil.example',
    'https://porchlight.example/\\evil.example',
    'https://porchlight.example/%0d%0aSet-Cookie:a=b',
    'https://evil.example/sign-out',
    'https://porchlight.example.evil.example/help',
    'javascript:alert(1)',
    'data:text/html,x',
    'not an address',
  ])('is never another site or a header: %s', (referer) => {
    const address = new URL(back(referer), 'https://porchlight.example');
    expect(address.host).toBe('porchlight.example');
    expect(back(referer)).not.toMatch(/[\r\n]|evil\.example\/|^\/sign-out/);
  });
});
