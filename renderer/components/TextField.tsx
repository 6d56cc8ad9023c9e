/** A labelled line (or box) of text; its direction follows what is written in it. */
import { type ComponentProps, type ReactNode, type Ref, useId } from 'react';

interface TextFieldProps {
  label: string;
  value: string;
  onChange(value: string): void;
  hideLabel?: boolean;
  lang?: string | undefined;
  placeholder?: string;
  /** Explains the field; read out with it. */
  hint?: ReactNode;
  maxLength?: number;
  rows?: number;
  inputRef?: Ref<HTMLInputElement>;
  type?: 'text' | 'search';
  onKeyDown?: ComponentProps<'input'>['onKeyDown'];
}

export function TextField({
  label,
  value,
  onChange,
  hideLabel = false,
  lang,
  hint,
  rows,
  inputRef,
  type = 'text',
  ...rest
}: TextFieldProps) {
  const id = useId();
  const hintId = `${id}-hint`;
  const { onKeyDown, ...shared } = {
    ...rest,
    id,
    className: 'input',
    dir: 'auto',
    lang: lang === 'und' ? undefined : lang,
    value,
    'aria-describedby': hint ? hintId : undefined,
  };
  return (
    <div className="field">
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : 'field-label'}>
        {label}
      </label>
      {rows ? (
        <textarea {...shared} rows={rows} onChange={(e) => onChange(e.target.value)} />
      ) : (
        <input {...shared} ref={inputRef} type={type} onKeyDown={onKeyDown} onChange={(e) => onChange(e.target.value)} />
      )}
      {hint && (
        <p className="field-hint" id={hintId}>
          {hint}
        </p>
      )}
    </div>
  );
}
