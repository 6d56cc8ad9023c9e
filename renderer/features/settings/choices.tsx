/** A group of radio buttons drawn as chips. */
import { type ReactNode, useId } from 'react';
import { directionOf } from '../../../core/model/languages';

export interface ChoiceOption<T extends string> {
  value: T;
  label: string;
  lang?: string;
  sample?: ReactNode;
}
interface ChoicesProps<T extends string> {
  label: string;
  current: T;
  options: readonly ChoiceOption<T>[];
  onChoose(value: T): void;
}

export function Choices<T extends string>({ label, current, options, onChoose }: ChoicesProps<T>) {
  const group = useId();
  return (
    <fieldset className="choices">
      <legend>{label}</legend>
      <div className="choices-row">
        {options.map(({ value, label: name, lang, sample }) => (
          <label key={value} className="choice">
            <input type="radio" name={group} value={value} checked={value === current} onChange={() => onChoose(value)} />
            {sample}
            <span lang={lang} dir={lang ? directionOf(lang) : undefined}>
              {name}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
