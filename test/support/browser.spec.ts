import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { checkAccessibility, checkHtml, openBrowser } from './browser.js';

const document = (body: string) =>
  `<!DOCTYPE html>\n<html lang="en"><head><title>Beds</title></head><body><main><h1>Beds</h1>${body}</main></body></html>`;

describe('the test browser', () => {
  let browser: Browser;
  let server: Server;
  let body = '';

  beforeAll(async () => {
    browser = await openBrowser();
    server = createServer((_request, response) => {
      response.setHeader('Content-Type', 'text/html');
      response.setHeader(
        'Content-Security-Policy',
        "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
      );
      response.end(document(body));
    }).listen(0, '127.0.0.1');
  });

  afterAll(async () => {
    await browser.close();
    server.close();
  });

  async function open(shown: string): Promise<{ page: Page; refused: string[] }> {
    body = shown;
    const page = await browser.newPage();
    const refused: string[] = [];
    page.on('console', (message) => refused.push(message.text()));
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    return { page, refused };
  }

  it('finds what keeps people out, with the content security policy on', async () => {
    const { page, refused } = await open('<input><script>document.title = "run"</script>');
    expect((await checkAccessibility(page)).join()).toMatch(/^label \(critical\)/);
    expect(await page.title()).toBe('Beds');
    expect(refused.join()).toContain('Content Security Policy');
  });

  it('finds nothing on a page that is as it should be', async () => {
    const { page, refused } = await open('<label>Name <input></label>');
    expect(await checkAccessibility(page)).toEqual([]);
    expect(refused).toEqual([]);
  });

  it('keeps the site of another address out, as every browser does', async () => {
    const { page } = await open('');
    await page.goto('about:blank');
    const { port } = server.address() as AddressInfo;
    const read = page.evaluate(
      (address) => fetch(address).then((answer) => answer.text()),
      `http://127.0.0.1:${port}/`,
    );
    await expect(read).rejects.toThrow(/Failed to fetch/);
  });

  it('draws letters', async () => {
    const { page } = await open('<span>Room 1</span><p>iiii</p>');
    expect((await page.locator('span').boundingBox())!.width).toBeGreaterThan(20);
  });
});

describe('the HTML check', () => {
  it('finds nothing in a page that is as it should be', () =>
    expect(checkHtml(document('<p>Free</p>'))).toEqual([]));

  it.each([
    ['a tag left open', '<p><b>Free</p>', 'close-order'],
    [
      'a button inside a link',
      '<a href="/"><button type="button">Free</button></a>',
      'element-permitted-content',
    ],
    ['a style the policy refuses', '<p style="color: red">Free</p>', 'no-inline-style'],
    ['an input without a label', '<input type="text" name="q">', 'input-missing-label'],
    ['an id given twice', '<p id="a">1</p><p id="a">2</p>', 'no-dup-id'],
  ])('finds %s', (_what, html, rule) => expect(checkHtml(document(html)).join()).toContain(`(${rule})`));
});
