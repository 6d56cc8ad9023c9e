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
  /** Reads a table again with the languages of its columns. */
  readAs(languages: readonly string[]): void;
}

export function useSource(source: ExchangeSource): SourceState {
  const [bytes, setBytes] = useState<Uint8Array | null>(null);
  const [read, setRead] = useState<ExchangeImport | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  /** An answer to an older reading is dropped. */
  const reading = useRef(0);

  const parse = useCallback(
    async (from: Uint8Array, languages?: readonly string[]) => {
      reading.current += 1;
      const mine = reading.current;
      const answer = await readExchange({ bytes: from, fileName: source.name, ...(languages ? { languages } : {}) });
      if (reading.current !== mine) return;
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
      if (!answer.ok) return setFailure(answer.error);
      setBytes(answer.value);
      void parse(answer.value);
    });
    return () => {
      gone = true;
      reading.current += 1;
    };
  }, [source, parse]);

  const readAs = useCallback(
    (languages: readonly string[]) => {
      if (bytes) void parse(bytes, languages);
    },
    [bytes, parse],
  );
  return { bytes, read, failure, readAs };
}
