/** Short ways to write versions for tests. */
import type { AlignResult, AlignVersion } from '../../../../core/align/types';

/** Each text is a segment; its sentences are left to the aligner. */
export function version(lang: string, ...texts: string[]): AlignVersion {
  return { lang, segments: texts.map((text) => ({ text, sentences: [], boilerplate: false })) };
}

/** Cells of all rows in which at least two versions stand, as text, sorted. */
export function filledRows(result: AlignResult): string[] {
  return result.rows
    .filter((row) => row.cells.filter((cell) => cell.length > 0).length > 1)
    .map((row) => JSON.stringify(row.cells))
    .sort();
}

export const english = [
  'The flood destroyed the bridge over the river.',
  'The teacher took every child of the school to the hospital.',
  'The farmer lost the harvest: wheat rots in the rain.',
  'The minister promised money for the road and the market.',
  'In winter, snow stopped the train at the station all night.',
];
export const french = [
  'L’inondation a détruit le pont sur le fleuve.',
  'L’enseignant a mené chaque enfant de l’école à l’hôpital.',
  'Le paysan a perdu la récolte : le blé pourrit sous la pluie.',
  'Le ministre a fait la promesse d’argent pour la route et le marché.',
  'En hiver, la neige a arrêté le train à la gare toute la nuit.',
];
export const arabic = [
  'دمر الفيضان الجسر فوق النهر.',
  'نقل المعلم كل طفل من المدرسة إلى المستشفى.',
  'خسر الفلاح الحصاد: القمح يتعفن تحت المطر.',
  'وعد الوزير بالمال للطريق والسوق.',
  'في الشتاء أوقف الثلج القطار في المحطة طوال الليل.',
];
