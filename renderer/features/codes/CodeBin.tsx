/** Codes that were deleted: they come back with their passages, or go for good. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Code } from '../../../core/model/code';
import { call } from '../../bridge/call';
import { BidiText } from '../../components/BidiText';
import { BinList } from '../../components/BinList';
import { CodeSign } from '../../components/CodeSign';
import { editCode, useCodes } from '../../state/codes';
import { sayFailure } from '../../state/report-failure';

export function CodeBin() {
  const { t } = useTranslation('codes');
  const codes = useCodes((s) => s.codes);
  const [binned, setBinned] = useState<readonly Code[]>([]);
  const [emptied, setEmptied] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the bin changes with the codes and when it is emptied
  useEffect(() => {
    void call('codes.bin', {}).then((answer) => answer.ok && setBinned(answer.value.codes));
  }, [codes, emptied]);
  const empty = async () => {
    const answer = await call('codes.emptyBin', {});
    if (!answer.ok) sayFailure(answer.error);
    setEmptied((n) => n + 1);
  };
  const count = binned.length;
  return (
    <details className="code-bin" hidden={count === 0}>
      <summary>{t('bin.title', { count })}</summary>
      <BinList
        items={binned.map((code) => ({
          id: code.id,
          line: (
            <>
              <CodeSign colour={code.colour} />
              <BidiText as="span" className="grow" text={code.name} />
            </>
          ),
        }))}
        words={{
          restore: t('bin.restore'),
          empty: t('bin.empty'),
          askTitle: t('bin.askTitle'),
          ask: t('bin.ask', { count }),
          emptyYes: t('bin.emptyYes'),
        }}
        fallback='[role="treeitem"][tabindex="0"]'
        onRestore={(codeId) => void editCode({ type: 'restore', codeId: codeId as Code['id'] })}
        onEmpty={() => void empty()}
      />
    </details>
  );
}
