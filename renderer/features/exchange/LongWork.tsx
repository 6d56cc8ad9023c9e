/** The foot of a dialog while something takes long: short work shows words alone, longer work a bar and a count. */
import { useEffect, useState } from 'react';
import { ProgressBar } from '../../components/ProgressBar';

/** Work that ends before this shows no bar. */
const patienceMs = 400;

interface LongWorkProps {
  label: string;
  /** 0..1. */
  done: number;
  onCancel?: (() => void) | undefined;
}

export function LongWork({ label, done, onCancel }: LongWorkProps) {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  if (isLong) return <ProgressBar label={label} done={done} {...(onCancel ? { onCancel } : {})} />;
  return (
    <p role="status" className="grow">
      {label}
    </p>
  );
}
