/** What docs/data-safety.md promises of the window: isolated, walled in, deaf to the network. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { callNames } from '../../core/contract/calls';
import { journey } from '../support/journey';

journey('the window', { languages: ['en'], complains: true }, (running) => {
  let canary: Server;
  let address: string;
  let requests = 0;

  test.beforeAll(async () => {
    canary = createServer((_q, answer) => {
      requests++;
      answer.end();
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => canary.once('listening', resolve));
    address = `http://127.0.0.1:${(canary.address() as AddressInfo).port}/`;
  });
  test.afterAll(() => {
    canary.close();
  });

  test('has no Node, a sandbox, and one bridge with two functions and a signal', async () => {
    const { page, app } = running;
    expect(
      await page.evaluate(() => ['require', 'process', 'module', 'Buffer'].map((k) => typeof (globalThis as never)[k])),
    ).toEqual(Array(4).fill('undefined'));
    expect(await page.evaluate(() => Object.keys((window as never as { triptych: object }).triptych).sort())).toEqual([
      'call',
      'flushed',
      'on',
    ]);
    const preferences = await app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]!.webContents as unknown as {
        getLastWebPreferences(): Electron.WebPreferences;
      };
      const p = contents.getLastWebPreferences();
      return [p.sandbox, p.contextIsolation, p.nodeIntegration, p.webviewTag ?? false, p.webSecurity];
    });
    expect(preferences).toEqual([true, true, false, false, true]);
  });

  test('runs no inline script, no eval, and reaches no address by any means', async () => {
    const { page } = running;
    const outcome = await page.evaluate(async (url) => {
      const tried: Record<string, unknown> = {};
      try {
        const s = document.createElement('script');
        s.textContent = 'window.__ran = 1';
        document.head.append(s);
      } catch {
        // trusted types refuse even the text
      }
      tried.inline = (window as never as { __ran?: number }).__ran ?? null;
      // Later, because the debugger through which this runs may eval at once.
      tried.eval = await new Promise((resolve) =>
        setTimeout(() => {
          try {
            // biome-ignore lint/security/noGlobalEval: that it fails is the point
            resolve(globalThis.eval('1 + 1'));
          } catch (error) {
            resolve((error as Error).name);
          }
        }),
      );
      tried.fetch = await fetch(url).then(
        () => 'answered',
        () => 'blocked',
      );
      const image = new Image();
      tried.image = await new Promise((resolve) => {
        image.onload = () => resolve('loaded');
        image.onerror = () => resolve('blocked');
        image.src = url;
      });
      tried.beacon = await new Promise((resolve) => {
        try {
          const socket = new WebSocket(url.replace('http', 'ws'));
          socket.onopen = () => resolve('open');
          socket.onerror = () => resolve('blocked');
        } catch {
          resolve('blocked');
        }
      });
      return tried;
    }, address);
    expect(outcome).toEqual({ inline: null, eval: 'EvalError', fetch: 'blocked', image: 'blocked', beacon: 'blocked' });
    expect(requests).toBe(0);
  });

  test('goes nowhere else and opens no second window', async () => {
    const { page, app } = running;
    const home = page.url();
    await page.evaluate((url) => {
      location.href = url;
      window.open(url);
      const a = document.createElement('a');
      a.href = url;
      a.target = '_blank';
      document.body.append(a);
      a.click();
      a.remove();
    }, address);
    await page.waitForTimeout(500);
    expect(page.url()).toBe(home);
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    expect(requests).toBe(0);
  });

  test('serves only the bundle: no way up, no other host, no NUL', async () => {
    const { page } = running;
    const statuses = await page.evaluate(async () => {
      const paths = [
        '../package.json',
        '..%2f..%2fpackage.json',
        '%2e%2e/%2e%2e/package.json',
        '//etc/passwd',
        'index.html%00.js',
        '....//package.json',
      ];
      const base = location.origin === 'null' ? `${location.protocol}//${location.host}/` : `${location.origin}/`;
      const answers = [];
      for (const p of paths)
        answers.push(
          await fetch(base + p).then(
            (r) => (r.ok ? r.text() : ''),
            () => '',
          ),
        );
      return answers.map((text) => text.includes('"triptych"') || text.includes('root:'));
    });
    expect(statuses).toEqual(Array(6).fill(false));
  });

  test('grants no permission', async () => {
    const { page } = running;
    const denied = await page.evaluate(async () => {
      const states = [];
      for (const name of ['geolocation', 'notifications', 'camera', 'microphone'])
        states.push((await navigator.permissions.query({ name: name as PermissionName })).state);
      return states;
    });
    expect(denied.every((s) => s !== 'granted')).toBe(true);
  });

  test('answers malformed calls with an error and stays whole', async () => {
    const { page } = running;
    const answers = await page.evaluate(
      async (names) => {
        const bridge = (window as never as { triptych: { call(name: string, input: unknown): Promise<unknown> } }).triptych;
        const results: unknown[] = [];
        const hostile: unknown[] = [
          null,
          7,
          'x',
          [],
          { __proto__: { admin: true } },
          JSON.parse('{"__proto__":{"a":1},"reportId":"../../x"}'),
          { reportId: 'x'.repeat(100_000) },
        ];
        for (const name of [...names, '__proto__', 'constructor', 'no.such'])
          for (const input of hostile) results.push(await bridge.call(name, input).catch(() => ({ ok: false })));
        return results.filter((r) => (r as { ok?: boolean }).ok !== false && (r as { ok?: boolean }).ok !== true).length;
      },
      callNames.filter((n) => n !== 'files.choose'),
    );
    expect(answers).toBe(0);
    // Not by a locator: those wait for the navigations that were refused above.
    expect(await page.evaluate(() => document.querySelectorAll('button').length)).toBeGreaterThan(0);
  });
});
