import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useAlignmentDialog } from '../../../../../renderer/features/alignment/alignment-dialog';
import { RangeProgress } from '../../../../../renderer/features/alignment/RangeProgress';
import { show } from '../../support/show';

const { setRangeWork } = useAlignmentDialog.getState();

describe('progress of aligning selected rows again', () => {
  afterEach(() => setRangeWork(null));

  it('shows nothing for work that is over at once', async () => {
    await show(<RangeProgress />);
    act(() => setRangeWork({ done: 0, cancel: () => undefined }));
    expect(screen.queryByRole('progressbar')).toBeNull();
    act(() => setRangeWork(null));
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(screen.queryByRole('progressbar')).toBeNull();
  });
  it('says how far it has got, and stops it', async () => {
    const cancel = vi.fn();
    await show(<RangeProgress />);
    act(() => setRangeWork({ done: 0, cancel }));
    const bar = await screen.findByRole('progressbar');
    act(() => setRangeWork({ done: 0.4, cancel }));
    expect(bar.getAttribute('aria-valuenow')).toBe('40');
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(cancel).toHaveBeenCalledTimes(1);
    act(() => setRangeWork(null));
    expect(screen.queryByRole('progressbar')).toBeNull();
  });
});
