/** How a query is written and what keys do: under the empty box, and from the button beside it at any time. */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../../components/Kbd';
import { isOverlayOpen } from '../../components/overlays';
import { Popover } from '../../components/Popover';
import { useCommands } from '../../state/commands';

const signs = ['words', 'phrase', 'beginning', 'either', 'without', 'near'] as const;
const keys = [
  ['ArrowDown', 'lines'],
  ['Enter', 'open'],
  ['N', 'note'],
  ['Escape', 'box'],
  ['F1', 'help'],
] as const;

export function QuerySigns() {
  const { t } = useTranslation('search');
  return (
    <>
      <dl className="search-help">
        {signs.map((sign) => (
          <div key={sign}>
            <dt>
              <bdi dir="auto">{t(`help.${sign}.query`)}</bdi>
            </dt>
            <dd>{t(`help.${sign}.means`)}</dd>
          </div>
        ))}
      </dl>
      <p>{t('help.folded')}</p>
    </>
  );
}

export function SearchKeys() {
  const { t } = useTranslation('search');
  return (
    <dl className="search-help">
      {keys.map(([key, what]) => (
        <div key={key}>
          <dt>
            <Kbd keys={key} />
          </dt>
          <dd>{t(`help.${what}`)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The button beside the box; F1 presses it. */
export function HelpPopover() {
  const { t } = useTranslation('search');
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(
    () =>
      useCommands.getState().register([
        {
          id: 'search.help',
          group: 'view',
          label: 'search:help.title',
          keys: ['F1'],
          enabled: () => !isOverlayOpen(),
          inFields: true,
          run: () => setOpen((now) => !now),
        },
      ]),
    [],
  );
  return (
    <Popover
      open={open}
      onOpen={setOpen}
      label={t('help.title')}
      className="icon-button help-button"
      sign={<span aria-hidden="true">?</span>}
      button={button}
    >
      <div className="search-help-sheet">
        <QuerySigns />
        <h2>{t('help.keys')}</h2>
        <SearchKeys />
      </div>
    </Popover>
  );
}
