/** One code: name, description, colour, where it stands, merging and deleting. Each change is stored when its field is left. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Code } from '../../../core/model/code';
import type { CodeId } from '../../../core/model/ids';
import { Button } from '../../components/Button';
import { CodeSign } from '../../components/CodeSign';
import { codeColours, colourNumber } from '../../components/code-colours';
import { Select } from '../../components/Select';
import { TextField } from '../../components/TextField';
import { editCode, useCodes } from '../../state/codes';
import { familyOf, linesOf } from './tree';

interface CodeDetailsProps {
  code: Code;
  place(step: 1 | -1): Promise<void>;
  onGone(): void;
}

export function CodeDetails({ code, place, onGone }: CodeDetailsProps) {
  const { t } = useTranslation('codes');
  const codes = useCodes((s) => s.codes);
  const [name, setName] = useState(code.name);
  const [description, setDescription] = useState(code.description);
  const [into, setInto] = useState('');
  // Undo changes them from outside.
  useEffect(() => setName(code.name), [code.name]);
  useEffect(() => setDescription(code.description), [code.description]);
  const family = familyOf(codes, code.id);
  const others = linesOf(codes).filter((line) => !family.has(line.code.id));
  const options = others.map(({ code: other, path }) => ({ value: other.id, label: [...path, other.name].join(' › ') }));
  const target = others.find((line) => line.code.id === into)?.code;

  const storeName = () => {
    if (name.trim() !== '' && name.trim() !== code.name) void editCode({ type: 'update', codeId: code.id, name });
    else setName(code.name);
  };
  const storeDescription = () => {
    if (description !== code.description) void editCode({ type: 'update', codeId: code.id, description });
  };
  return (
    <section className="code-details" aria-label={t('details.title', { name: code.name })}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: stored when the focus leaves the field */}
      <div onBlur={storeName}>
        <TextField
          label={t('details.name')}
          value={name}
          maxLength={500}
          onChange={setName}
          onKeyDown={(e) => {
            if (e.key === 'Enter') storeName();
          }}
        />
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: as above */}
      <div onBlur={storeDescription}>
        <TextField
          label={t('details.description')}
          value={description}
          rows={4}
          maxLength={20_000}
          hint={t('details.descriptionHint')}
          onChange={setDescription}
        />
      </div>
      <fieldset className="code-colours">
        <legend>{t('details.colour')}</legend>
        {codeColours.map((colour) => (
          <label key={colour} title={t(`colours.${colourNumber(colour)}` as 'colours.1')}>
            <input
              type="radio"
              name="code-colour"
              aria-label={t(`colours.${colourNumber(colour)}` as 'colours.1')}
              checked={colourNumber(code.colour) === colourNumber(colour)}
              onChange={() => void editCode({ type: 'update', codeId: code.id, colour })}
            />
            <CodeSign colour={colour} />
          </label>
        ))}
      </fieldset>
      <Select
        label={t('details.parent')}
        value={code.parentId ?? ''}
        options={[{ value: '', label: t('details.top') }, ...options]}
        onChange={(value) =>
          void editCode({
            type: 'move',
            codeId: code.id,
            parentId: value === '' ? null : (value as CodeId),
            order: codes.length,
          })
        }
      />
      <div className="code-row">
        <Button icon="up" onClick={() => void place(-1)}>
          {t('details.up')}
        </Button>
        <Button icon="down" onClick={() => void place(1)}>
          {t('details.down')}
        </Button>
      </div>
      {options.length > 0 && (
        <div className="code-row">
          <Select
            label={t('details.mergeInto')}
            value={into}
            options={[{ value: '', label: t('details.choose') }, ...options]}
            onChange={setInto}
          />
          <Button
            disabled={!target}
            onClick={() => {
              if (!target) return;
              onGone();
              void editCode({ type: 'merge', codeId: code.id, into: target.id });
            }}
          >
            {t('details.merge')}
          </Button>
        </div>
      )}
      <div className="code-row">
        <Button
          variant="danger"
          icon="trash"
          onClick={() => {
            onGone();
            void editCode({ type: 'delete', codeId: code.id });
          }}
        >
          {t('details.delete')}
        </Button>
      </div>
    </section>
  );
}
