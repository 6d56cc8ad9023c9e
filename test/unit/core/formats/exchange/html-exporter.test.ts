// @vitest-environment jsdom
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { exportReport } from '../../../../../core/formats/exchange/export-report';
import { htmlStyle, htmlStyleHash } from '../../../../../core/formats/exchange/html-style';
import type { ReportData } from '../../../../../core/model/report-data';
import { exportOptions } from './arbitrary-report';
import { sampleReport } from './sample-report';

function page(data: ReportData): Document {
  const result = exportReport('html', data, exportOptions);
  if (!result.ok) throw new Error(result.error.code);
  return new DOMParser().parseFromString(new TextDecoder().decode(result.value.files[0]!.bytes), 'text/html');
}

describe('html', () => {
  it('allows its own style sheet by hash, and nothing else', () => {
    const hash = createHash('sha256').update(htmlStyle).digest('base64');
    expect(htmlStyleHash).toBe(`sha256-${hash}`);
    const document = page(sampleReport());
    const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')!.getAttribute('content');
    expect(policy).toBe(`default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`);
    expect(document.querySelector('style')!.textContent).toBe(htmlStyle);
  });

  it('holds no script, no address and no handler, whatever the texts say', () => {
    const data = sampleReport();
    const evil = '</td><script>alert(1)</script><img src=x onerror=alert(1)>"\'<!--';
    data.report.title = evil;
    data.versions[0]!.info.title = evil;
    data.versions[0]!.segments[1] = { ...data.versions[0]!.segments[1]!, text: evil };
    data.notes[1]!.body = evil;
    data.notes[1]!.targets[0]!.quote.exact = evil;
    data.codes[1]!.name = evil;
    const document = page(data);
    expect(document.querySelectorAll('script, img, iframe, object, link, svg, form, base')).toHaveLength(0);
    for (const element of document.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        expect(name.startsWith('on') || name === 'style' || name === 'src').toBe(false);
        if (name === 'href') expect(value).toMatch(/^#/);
      }
    }
    expect(document.querySelector('h1')!.textContent).toBe(evil);
  });

  it('gives every cell its language and direction, and the table that of the base', () => {
    const data = sampleReport();
    data.report.baseVersionId = data.versions[2]!.info.id;
    const document = page(data);
    expect(document.querySelector('table')!.dir).toBe('rtl');
    const cells = [...document.querySelectorAll<HTMLElement>('tbody tr:first-child td')];
    expect(cells.map((cell) => [cell.lang, cell.dir])).toEqual([
      ['en', 'ltr'],
      ['fr', 'ltr'],
      ['ar', 'rtl'],
    ]);
    expect([...document.querySelectorAll('td.absent')].map((cell) => cell.textContent)).toEqual([
      'Not in this version',
      'Not in this version',
    ]);
  });

  it('shows overlapping notes piece by piece, with links there and back', () => {
    const document = page(sampleReport());
    expect([...document.querySelectorAll('mark.several')].map((m) => m.textContent)).toEqual(['million 😀 euros']);
    for (const a of document.querySelectorAll('a')) expect(document.querySelector(a.getAttribute('href')!)).not.toBeNull();
  });
});
