/** A code's colour and shape. Decorative: its name always stands beside it. */
import { colourNumber } from './code-colours';

export function CodeSign({ colour }: { colour: string }) {
  return <span className="code-swatch" data-c={colourNumber(colour)} aria-hidden="true" />;
}
