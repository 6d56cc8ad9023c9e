// The parts of three libraries that importers use, typed without the DOM library, which core must not see.

declare module 'linkedom/worker' {
  export function parseHTML(html: string): { document: import('./html-dom').HtmlDocument };
}

declare module 'mammoth/mammoth.browser.js' {
  interface MammothMessage {
    type: 'warning' | 'error';
    message: string;
  }
  interface Mammoth {
    convertToHtml(
      input: { arrayBuffer: ArrayBuffer },
      options: { styleMap?: string[]; convertImage?: unknown; includeEmbeddedStyleMap?: boolean; externalFileAccess?: boolean },
    ): Promise<{ value: string; messages: MammothMessage[] }>;
    images: { imgElement(convert: (image: unknown) => Promise<{ src: string }>): unknown };
  }
  const mammoth: Mammoth;
  export default mammoth;
}

declare module '@mozilla/readability' {
  export class Readability<T> {
    constructor(
      document: unknown,
      options: { maxElemsToParse?: number; charThreshold?: number; keepClasses?: boolean; serializer: (node: T) => T },
    );
    parse(): {
      title?: string | null;
      content?: T | null;
      textContent?: string | null;
      siteName?: string | null;
      publishedTime?: string | null;
      lang?: string | null;
      byline?: string | null;
    } | null;
  }
}
