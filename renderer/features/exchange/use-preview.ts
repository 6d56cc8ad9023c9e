/** What an export would give, asked of the host a moment after the last choice; an answer to an older choice is dropped. */
import { useEffect, useRef, useState } from 'react';
import type { CallOutput } from '../../../core/contract/calls';
import type { ExportRequest } from '../../../core/contract/exchange';
import type { Failure } from '../../../core/model/result';
import { call } from '../../bridge/call';
import { flushDrafts } from '../../state/drafts';

export type Preview = CallOutput<'export.preview'>;
export interface PreviewState {
  looking: boolean;
  preview: Preview | null;
  failure: Failure | null;
}

const pauseMs = 200;

/** `held`: the export itself is being made. A preview that is under way gives way to it and is begun again afterwards. */
export function usePreview(request: ExportRequest, held: boolean): PreviewState {
  const [state, setState] = useState<PreviewState>({ looking: true, preview: null, failure: null });
  const key = JSON.stringify(request);
  /** The choice that the state answers to. */
  const answered = useRef<string | null>(null);
  useEffect(() => {
    if (held || answered.current === key) return;
    let stale = false;
    let asked = false;
    setState((s) => ({ ...s, looking: true, failure: null }));
    const timer = setTimeout(async () => {
      // A note that is being typed goes along.
      await flushDrafts();
      if (stale) return;
      asked = true;
      const answer = await call('export.preview', JSON.parse(key) as ExportRequest);
      asked = false;
      if (stale) return;
      answered.current = key;
      setState({ looking: false, preview: answer.ok ? answer.value : null, failure: answer.ok ? null : answer.error });
    }, pauseMs);
    return () => {
      stale = true;
      clearTimeout(timer);
      // A long report takes seconds in some formats: nobody waits for this one any more.
      if (asked) void call('export.cancel', { what: 'preview' });
    };
  }, [key, held]);
  return held ? { ...state, looking: false } : state;
}
