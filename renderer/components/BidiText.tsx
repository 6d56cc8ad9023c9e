/**
 * The only place where text of unknown direction is put on screen. The run is isolated, its direction is found from its letters
 * unless given, its language is marked, and direction controls inside it are shut in and shown as small marks. The text content
 * stays the same, character by character, so offsets into it keep their meaning.
 */
import { type ElementType, Fragment, type ReactNode } from 'react';
import type { Direction } from '../../core/model/text';
import { markBidiControls, strongDirection } from '../../core/text/direction';

const bidiControl = /([\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069])/;

/** A text's runs with each direction control isolated and named; for readers that mark up parts of a text themselves. */
export function withBidiMarks(text: string): ReactNode {
  if (!bidiControl.test(text)) return text;
  return text.split(bidiControl).map((piece, i) => {
    const key = `${i}`;
    if (i % 2 === 0) return <Fragment key={key}>{piece}</Fragment>;
    return (
      <bdi key={key} className="bidi-mark" data-mark={markBidiControls(piece).slice(1, -1)}>
        {piece}
      </bdi>
    );
  });
}

interface BidiTextProps {
  text: string;
  /** BCP 47; left out where nothing is known. */
  lang?: string | undefined;
  dir?: Direction | undefined;
  as?: ElementType;
  className?: string | undefined;
}

export function BidiText({ text, lang, dir, as: Element = 'bdi', className }: BidiTextProps) {
  const direction = dir ?? strongDirection(text) ?? 'auto';
  return (
    <Element className={className} dir={direction} lang={lang === 'und' ? undefined : lang}>
      {withBidiMarks(text)}
    </Element>
  );
}
