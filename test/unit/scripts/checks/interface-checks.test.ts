/** The checks must find what they are for; on the window itself they run in npm test. */
import { describe, expect, it } from 'vitest';
// @ts-expect-error plain JavaScript
import { findingsIn } from '../../../../scripts/checks/interface-text.mjs';
// @ts-expect-error plain JavaScript
import { findingsInCss, findingsInTsx } from '../../../../scripts/checks/logical-css.mjs';

const cssOf = (css: string): string[] => findingsInCss(css).map((f: { text: string }) => f.text);

describe('logical-css', () => {
  it.each([
    'margin-left: 1px',
    'padding-right: 2px',
    'left: 0',
    'width: 10px',
    'min-height: 2em',
    'text-align: left',
    'float: right',
    'border-left: 1px solid',
    'border-top-left-radius: 3px',
    'margin: 0 1px 0 2px',
    'transition: width 1s',
  ])('finds %s', (declaration) => {
    expect(cssOf(`a { color: red; ${declaration}; }`)).toEqual([declaration]);
  });

  it.each([
    'margin-inline-start: 1px',
    'inset-inline: 0',
    'inline-size: 1px',
    'margin: 0 1px',
    'text-align: start',
    'line-height: 1',
  ])('lets %s through', (declaration) => {
    expect(cssOf(`@media (max-width: 9px) { a:not([x="left: 1"]) { ${declaration}; } }`)).toEqual([]);
  });

  it('says the line, and is not fooled by comments', () => {
    expect(findingsInCss('/* left: 0;\n */\na {\n  left: 0;\n}')).toEqual([{ line: 4, text: 'left: 0' }]);
  });

  it('finds physical sides in style objects, unless they say why', () => {
    expect(findingsInTsx('<a style={{ left: x }} />')).toHaveLength(1);
    expect(findingsInTsx('<a style={{ inlineSize: x }} />')).toHaveLength(0);
    expect(findingsInTsx('// physical: the pointer\n<a style={{ left: x }} />')).toHaveLength(0);
  });
});

describe('interface-text', () => {
  const texts = (source: string): string[] => findingsIn('x.tsx', source).map((f: { text: string }) => f.text);

  it('finds words in and between tags', () => {
    expect(texts('const a = <p>Hello</p>;')).toEqual(['Hello']);
    expect(texts("const a = <p>{'Hello'}</p>;")).toEqual(['Hello']);
    expect(texts('const a = <input placeholder="Search here" />;')).toEqual(['Search here']);
    expect(texts('const a = <Button label={`Row ${n}`} />;')).toEqual(['Row']);
  });

  it('lets keys, class names, signs and numbers through', () => {
    expect(texts('const a = <p className="big box" title={t("x.title")}>{t("hello")} · {n}¶</p>;')).toEqual([]);
  });
});
