/** The way to the bin, with the number of reports in it. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { BinDialog } from './BinDialog';
import { useLibrary } from './library-store';

export function BinButton() {
  const { t } = useTranslation('library');
  const count = useLibrary((s) => s.bin.length);
  const [open, setOpen] = useState(false);
  return (
    <p className="bin-button">
      <Button variant="quiet" icon="trash" onClick={() => setOpen(true)}>
        {count > 0 ? t('bin.open', { count }) : t('bin.title')}
      </Button>
      {open && <BinDialog onClose={() => setOpen(false)} />}
    </p>
  );
}
