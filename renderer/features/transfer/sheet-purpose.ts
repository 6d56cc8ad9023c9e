/** What an open sheet is for: a new report, further versions of one, or another text of a version. Decides words, room and work. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../core/contract/calls';
import { maxVersions, type NewVersion } from '../../../core/contract/schemas';
import { call } from '../../bridge/call';
import { useFormat } from '../../i18n/use-format';
import { type Sheet, useNavigation } from '../../state/navigation';
import { addVersions, createReport, type Progress, reviseVersion, type Submission } from './submit';

type Report = CallOutput<'reports.list'>['reports'][number];

export interface SheetPurpose {
  /** The sheet's heading. */
  heading: string;
  /** The large words over an empty sheet. */
  lead: string;
  /** On the button that does it. */
  action: string;
  isNew: boolean;
  /** Fewest and most versions that can be handed over. */
  least: number;
  room: number;
  submit(title: string, versions: NewVersion[], acceptUnrelated: boolean, onProgress: (p: Progress) => void): Submission;
  /** When all is stored. */
  done(reportId: Report['id']): void;
}

function useTarget(sheet: Sheet): Report | null {
  const [target, setTarget] = useState<Report | null>(null);
  const reportId = sheet.name === 'new-report' ? null : sheet.reportId;
  useEffect(() => {
    if (!reportId) return;
    void call('reports.list', {}).then((answer) => {
      const report = answer.ok ? answer.value.reports.find((r) => r.id === reportId) : undefined;
      if (report) setTarget(report);
    });
  }, [reportId]);
  return target;
}

export function useSheetPurpose(sheet: Sheet): SheetPurpose {
  const { t } = useTranslation('transfer');
  const format = useFormat();
  const target = useTarget(sheet);
  const { openReport, closeSheet, showRevisions } = useNavigation.getState();

  if (sheet.name === 'new-report')
    return {
      heading: t('title'),
      lead: t('add.lead'),
      action: t('foot.align'),
      isNew: true,
      least: 2,
      room: maxVersions,
      submit: (title, versions, acceptUnrelated, onProgress) =>
        createReport({ title: title || t('untitled'), kind: 'auto', versions, acceptUnrelated }, onProgress),
      done: openReport,
    };
  if (sheet.name === 'add-version')
    return {
      heading: target ? t('addTitle', { title: target.title }) : t('addTitleShort'),
      lead: t('add.lead'),
      action: t('foot.add'),
      isNew: false,
      least: 1,
      room: maxVersions - (target?.versions.length ?? 0),
      submit: (_title, versions, acceptUnrelated, onProgress) =>
        addVersions(sheet.reportId, versions, acceptUnrelated, onProgress),
      done: openReport,
    };
  const version = target?.versions.find((v) => v.id === sheet.versionId);
  return {
    heading: version
      ? t('revision.sheetTitle', { name: version.outlet || version.title || format.languageName(version.lang) })
      : t('revision.sheetTitleShort'),
    lead: t('revision.lead'),
    action: t('revision.replace'),
    isNew: false,
    least: 1,
    room: 1,
    submit: (_title, [first], acceptUnrelated, onProgress) =>
      reviseVersion({ reportId: sheet.reportId, versionId: sheet.versionId, version: first!, acceptUnrelated }, onProgress),
    done(reportId) {
      closeSheet();
      showRevisions(reportId);
    },
  };
}
