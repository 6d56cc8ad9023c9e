/** Texts of ours in old encodings, made by turning the decoders round: no encoder but UTF-8 comes with the platform. */
import { decodeAs } from '../../core/formats/encoding';

export function encodeAs(text: string, label: string): Uint8Array {
  const bytesOf = new Map<string, number>();
  for (let byte = 255; byte >= 0; byte -= 1) bytesOf.set(decodeAs(Uint8Array.of(byte), label)?.text ?? '', byte);
  return Uint8Array.from(text, (char) => {
    const byte = bytesOf.get(char);
    if (byte === undefined) throw new Error(`${label} has no ${char}`);
    return byte;
  });
}

export const arabicText =
  'قرر مجلس المدينة يوم الثلاثاء فتح الجسر القديم أمام المشاة في الربيع. وقالت المتحدثة باسم البلدية إن الأعمال تأخرت ثلاثة أشهر، وشكرت السكان على صبرهم.';
export const frenchText =
  'Le conseil de la ville a décidé mardi de rouvrir le vieux pont aux piétons dès le printemps. À la mairie, la porte-parole a remercié les habitants de leur patience, après trois mois de retard.';
