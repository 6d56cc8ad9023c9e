import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { Button } from '../../../../renderer/components/Button';
import { Dialog } from '../../../../renderer/components/Dialog';
import { Menu } from '../../../../renderer/components/Menu';
import { isOverlayOpen } from '../../../../renderer/components/overlays';
import { show } from '../support/show';

function Page() {
  const [open, setOpen] = useState(0);
  const [done, setDone] = useState('');
  return (
    <main>
      <Button onClick={() => setOpen(1)}>Open</Button>
      <p data-testid="done">{done}</p>
      {open > 0 && (
        <Dialog title="First" onClose={() => setOpen(0)} footer={<Button onClick={() => setOpen(2)}>More</Button>}>
          <input aria-label="Field" />
          <Menu label="Choices" items={['Apple', 'Pear'].map((label) => ({ id: label, label, run: () => setDone(label) }))} />
        </Dialog>
      )}
      {open > 1 && (
        <Dialog title="Second" onClose={() => setOpen(1)}>
          <Button>Inside</Button>
        </Dialog>
      )}
    </main>
  );
}

describe('Dialog', () => {
  it('closes the topmost by Escape also while nothing has the focus', async () => {
    const user = userEvent.setup();
    await show(<Page />);
    await user.click(screen.getByText('Open'));
    await user.click(screen.getByText('More'));
    (document.activeElement as HTMLElement).blur();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog', { name: 'Second' })).toBeNull();
    expect(screen.getByRole('dialog', { name: 'First' })).toBeTruthy();
    (document.activeElement as HTMLElement).blur();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
  });
  it('takes the focus, keeps it in both directions, gives it back', async () => {
    const user = userEvent.setup();
    await show(<Page />);
    await user.click(screen.getByText('Open'));
    expect(document.activeElement).toBe(screen.getByLabelText('Field'));
    expect(document.getElementById('root')?.inert).toBe(true);
    const seen = new Set<Element | null>();
    for (let i = 0; i < 6; i++) {
      await user.tab();
      seen.add(document.activeElement);
      expect(document.activeElement?.closest('[role="dialog"]')).not.toBeNull();
    }
    expect(seen.size).toBe(4);
    screen.getByLabelText('Close').focus();
    await user.tab({ shift: true });
    expect(document.activeElement).toBe(screen.getByText('More'));
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(screen.getByText('Open'));
    expect(document.getElementById('root')?.inert).toBe(false);
    expect(isOverlayOpen()).toBe(false);
  });

  it('enters a group of radio buttons at the chosen one', async () => {
    await show(
      <Dialog title="Colours" onClose={() => {}}>
        <input type="radio" name="colour" aria-label="Red" />
        <input type="radio" name="colour" aria-label="Blue" defaultChecked />
      </Dialog>,
    );
    expect(document.activeElement).toBe(screen.getByLabelText('Blue'));
  });

  it('with a text to be read begins at the button that closes; Tab reaches the text', async () => {
    const user = userEvent.setup();
    await show(
      <Dialog title="About" onClose={() => {}} reading>
        <p>A long text.</p>
      </Dialog>,
    );
    expect(document.activeElement).toBe(screen.getByLabelText('Close'));
    await user.tab();
    expect(document.activeElement).toBe(screen.getByRole('document'));
  });

  it('stacks: Escape closes the topmost, and only what lies under it is inert', async () => {
    const user = userEvent.setup();
    await show(<Page />);
    await user.click(screen.getByText('Open'));
    await user.click(screen.getByText('More'));
    const [first, second] = [...document.querySelectorAll<HTMLElement>('.layer')];
    expect([first?.inert, second?.inert]).toEqual([true, false]);
    await user.keyboard('{Escape}');
    expect(first?.inert).toBe(false);
    expect(document.activeElement).toBe(screen.getByText('More'));
  });

  it('gives the focus back to a dialog below when two above it close together', async () => {
    const user = userEvent.setup();
    function Two() {
      const [above, setAbove] = useState(false);
      return (
        <Dialog title="Below" onClose={() => {}}>
          <Button>Before it</Button>
          <Button onClick={() => setAbove(true)}>Go on</Button>
          {above && (
            <Dialog title="Above" onClose={() => {}}>
              <input aria-label="Words" />
              <Dialog title="Sure?" onClose={() => {}}>
                <Button onClick={() => setAbove(false)}>Let go</Button>
              </Dialog>
            </Dialog>
          )}
        </Dialog>
      );
    }
    await show(<Two />);
    await user.click(screen.getByText('Go on'));
    await user.click(screen.getByText('Let go'));
    expect(screen.queryByText('Let go')).toBeNull();
    expect(document.activeElement).toBe(screen.getByText('Go on'));
  });

  it('lets a menu inside close before itself', async () => {
    const user = userEvent.setup();
    await show(<Page />);
    await user.click(screen.getByText('Open'));
    await user.click(screen.getByLabelText('Choices'));
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('menu')).toBeNull();
    expect(screen.getByRole('dialog')).toBeTruthy();
  });
});

describe('Menu', () => {
  it('moves by arrows and letters, runs, and gives the focus back', async () => {
    const user = userEvent.setup();
    await show(<Page />);
    await user.click(screen.getByText('Open'));
    const button = screen.getByLabelText('Choices');
    button.focus();
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement?.textContent).toBe('Apple');
    await user.keyboard('{ArrowUp}');
    expect(document.activeElement?.textContent).toBe('Pear');
    await user.keyboard('{ArrowDown}p');
    expect(document.activeElement?.textContent).toBe('Pear');
    await user.keyboard('{Enter}');
    expect(screen.getByTestId('done').textContent).toBe('Pear');
    expect(document.activeElement).toBe(button);
  });
});
