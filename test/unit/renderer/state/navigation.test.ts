/** Files that the system hands over: a new report, more for the one that is begun, or the next one when another sheet is closed. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { FileToken, ReportId } from '../../../../core/model/ids';
import { type Incoming, useNavigation } from '../../../../renderer/state/navigation';

const file = (name: string): Incoming => ({ type: 'chosen', token: name as FileToken, name });
const report = 'r' as ReportId;
const { handOver, addVersion, closeSheet, openReport, openLibrary, newReport } = useNavigation.getState();
const sheet = () => useNavigation.getState().sheet;

beforeEach(() => useNavigation.setState({ sheet: null, waiting: [], dialog: null }));

describe('files handed over', () => {
  it('begin a new report, and join the one that is begun', () => {
    expect(handOver([file('a')])).toBe(false);
    const first = sheet();
    expect(first).toMatchObject({ name: 'new-report', incoming: [{ name: 'a' }] });
    expect(handOver([file('b')])).toBe(false);
    expect(sheet()).toMatchObject({ name: 'new-report', incoming: [{ name: 'b' }], id: (first as { id: number }).id });
  });
  it('wait beside a sheet for something else, all of them, and then begin one of their own', () => {
    for (const leave of [closeSheet, () => openReport(report), openLibrary]) {
      addVersion(report, [file('version')]);
      expect(handOver([file('a')])).toBe(true);
      expect(handOver([file('b')])).toBe(true);
      expect(sheet()).toMatchObject({ name: 'add-version', incoming: [{ name: 'version' }] });
      leave();
      expect(sheet()).toMatchObject({ name: 'new-report', incoming: [{ name: 'a' }, { name: 'b' }] });
      closeSheet();
      expect(sheet()).toBeNull();
      expect(useNavigation.getState().waiting).toEqual([]);
    }
  });
  it('begin another sheet than the one that was closed, so that nothing of that is in it', () => {
    newReport([file('a')]);
    const before = sheet();
    useNavigation.getState().wait([file('b')]);
    openReport(report);
    expect(sheet()).toMatchObject({ name: 'new-report', incoming: [{ name: 'b' }] });
    expect((sheet() as { id: number }).id).not.toBe((before as { id: number }).id);
  });
});
