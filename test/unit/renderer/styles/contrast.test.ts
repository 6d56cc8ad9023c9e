/** Text 4.5:1 and marks 3:1 (WCAG 2.2, 1.4.3 and 1.4.11) in every theme, computed from the tokens. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(path.resolve(import.meta.dirname, '../../../../renderer/styles/tokens.css'), 'utf8');

function tokensOf(selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`);
  expect(start, selector).toBeGreaterThanOrEqual(0);
  const block = css.slice(start, css.indexOf('}', start));
  return Object.fromEntries([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map((m) => [m[1]!, m[2]!]));
}

const paper = tokensOf(':root');
const themes: Record<string, Record<string, string>> = { paper };
for (const name of ['white', 'night', 'contrast']) themes[name] = { ...paper, ...tokensOf(`:root[data-theme="${name}"]`) };

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const surfaces = ['paper', 'raised', 'sunk'];
const text: [string, string[]][] = [
  ['ink', [...surfaces, 'accent-soft', 'danger-soft', 'lit', 'lit-strong']],
  ['ink-2', [...surfaces, 'accent-soft']],
  ['ink-3', surfaces],
  ['accent', [...surfaces, 'accent-soft']],
  ['on-accent', ['accent']],
  ['danger', ['paper', 'raised']],
  ['unsure', ['paper', 'raised']],
  ['sure', ['paper', 'raised']],
];
const marks: [string, string[]][] = [
  ['control', surfaces],
  ['focus', surfaces],
  ['danger', ['danger-soft']],
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((n): [string, string[]] => [`code-${n}`, ['paper', 'raised']]),
];

describe.each(Object.keys(themes))('theme %s', (name) => {
  const theme = themes[name]!;
  const pairs = (list: [string, string[]][]) =>
    list.flatMap(([front, backs]) => backs.map((back): [string, string] => [front, back]));
  it.each(pairs(text))('%s on %s is readable', (front, back) => {
    expect(contrast(theme[front]!, theme[back]!)).toBeGreaterThanOrEqual(name === 'contrast' ? 7 : 4.5);
  });
  it.each(pairs(marks))('%s on %s can be seen', (front, back) => {
    expect(contrast(theme[front]!, theme[back]!)).toBeGreaterThanOrEqual(3);
  });
});
