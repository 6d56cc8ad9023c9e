/** A file of an exchange format on its way in: its bytes, then what the importers make of them, again when a language is corrected. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ExchangeImport } from '../../../core/formats/exchange/importer';
import type { Failure } from '../../../core/model/result';
import type { ExchangeSource } from '../../state/exchange';
import { readExchange } from './read-exchange';

export interface SourceState {
  bytes: Uint8Array | null;
  read: ExchangeImport | null;
  failure: Failure | null;
  /** How much of the file is read, 0..1; null while nothing is being read. */
  progress: number | null;
  /** Reads a table again with the languages of its columns. */
  readAs(languages: readonly string[]): void;
}

export function useSource(source: ExchangeSource): SourceState {
  const [bytes, setBytes] = useState<Uint8Array | null>(null);
  const [read, setRead] = useState<ExchangeImport | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [progress, setProgress] = useState<number | null>(0);
  /** The reading that is under way; one begun later or a closed dialog stops it. */
  const reading = useRef<AbortController | null>(null);

  const parse = useCallback(
    async (from: Uint8Array, languages?: readonly string[]) => {
      reading.current?.abort();
      const mine = new AbortController();
      reading.current = mine;
      setProgress(0);
      const answer = await readExchange(
        { bytes: from, fileName: source.name, ...(languages ? { languages } : {}) },
        { signal: mine.signal, onProgress: setProgress },
      );
      if (reading.current !== mine) return;
      setProgress(null);
      if (!answer.ok) return setFailure(answer.error);
      setFailure(null);
      setRead(answer.value);
    },
    [source],
  );

  useEffect(() => {
    let gone = false;
    void source.read().then((answer) => {
      if (gone) return;
      if (answer.ok) {
        setBytes(answer.value);
        void parse(answer.value);
        return;
      }
      setProgress(null);
      setFailure(answer.error);
    });
    return () => {
      gone = true;
      reading.current?.abort();
      reading.current = null;
    };
  }, [source, parse]);

  const readAs = useCallback(
    (languages: readonly string[]) => {
      if (bytes) void parse(bytes, languages);
    },
    [bytes, parse],
  );
  return { bytes, read, failure, progress, readAs };
}
