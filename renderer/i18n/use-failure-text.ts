/** Failures in words: `errors.<code>` with the failure's values. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../core/model/result';
import { type Format, useFormat } from './use-format';

/** A size under either of the names that importers and services give it. */
function sizeOf(params: Readonly<Record<string, string | number>>, name: 'size' | 'limit', format: Format): string | undefined {
  const bytes = params[`${name}Bytes`];
  const megabytes = params[`${name}Mb`];
  if (typeof bytes === 'number') return format.bytes(bytes);
  return typeof megabytes === 'number' ? format.bytes(megabytes * 1_000_000) : undefined;
}

/** Gives the function that says a failure. */
export function useFailureText(): (failure: Failure) => string {
  const { t } = useTranslation('errors');
  const format = useFormat();
  return useCallback(
    (failure) => {
      const params = failure.params ?? {};
      return t(failure.code, {
        ...params,
        size: sizeOf(params, 'size', format) ?? '',
        limit: sizeOf(params, 'limit', format) ?? '',
      });
    },
    [t, format],
  );
}
