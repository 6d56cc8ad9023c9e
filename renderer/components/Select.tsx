/** A labelled native select: the platform's own list is the most accessible one there is. */
import { useId } from 'react';

export interface Option {
  value: string;
  label: string;
  /** Where the label is in another language than the interface. */
  lang?: string;
}
interface SelectProps {
  label: string;
  value: string;
  options: readonly Option[];
  onChange(value: string): void;
  hideLabel?: boolean;
  disabled?: boolean;
}

export function Select({ label, value, options, onChange, hideLabel = false, disabled = false }: SelectProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : 'field-label'}>
        {label}
      </label>
      <select id={id} className="input select" value={value} disabled={disabled} onChange={(e) => onChange(e.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
