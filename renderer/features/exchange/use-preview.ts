/** What an export would give, asked of the host a moment after the last choice; an answer to an older choice is dropped. */
import { useEffect, useState } from 'react';
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

/** `request`: null while it is not complete. */
export function usePreview(request: ExportRequest | null): PreviewState {
  const [state, setState] = useState<PreviewState>({ looking: true, preview: null, failure: null });
  const key = request && JSON.stringify(request);
  useEffect(() => {
    if (key === null) {
      setState({ looking: false, preview: null, failure: null });
      return;
    }
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
      setState({ looking: false, preview: answer.ok ? answer.value : null, failure: answer.ok ? null : answer.error });
    }, pauseMs);
    return () => {
      stale = true;
      clearTimeout(timer);
      // A long report takes seconds in some formats: nobody waits for this one any more.
      if (asked) void call('export.cancel', {});
    };
  }, [key]);
  return state;
}
