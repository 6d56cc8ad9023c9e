/** The main process's part of an export: the library process makes the files, a person says where they go, here they are written. */
import path from 'node:path';
import type { CallOutput } from '../../core/contract/calls';
import type { ExportRequest } from '../../core/contract/exchange';
import { safeFileName } from '../../core/formats/exchange/file-name';
import { ExpectedError, type Result } from '../../core/model/result';
import type { Handlers } from './handlers';
import { freePlace, writeWhole } from './save-files';

type Made = CallOutput<'export.make'>;

export interface Places {
  /** Asks for a file's place; null when the person gave none. */
  file(name: string): Promise<string | null>;
  /** Asks for a folder. */
  folder(): Promise<string | null>;
}

/** A name from the window is a suggestion to the person: no folders in it, no direction marks. */
function plainName(name: string): string {
  const { name: stem, ext } = path.parse(path.basename(name));
  return safeFileName(stem) + (/^\.[a-z0-9]{1,10}$/i.test(ext) ? ext : '');
}

/** `print` makes the PDF of what the window shows for print. */
export function exportRunHandlers(
  make: (request: ExportRequest) => Promise<Result<unknown>>,
  places: Places,
  print: () => Promise<Uint8Array>,
): Handlers<'export.run' | 'files.save' | 'files.savePdf'> {
  return {
    'files.savePdf': async ({ name }) => {
      const place = await places.file(`${safeFileName(name)}.pdf`);
      if (place === null) return { name: null };
      await writeWhole(place, await print());
      return { name: path.basename(place) };
    },
    'files.save': async ({ name, bytes }) => {
      const place = await places.file(plainName(name));
      if (place === null) return { name: null };
      await writeWhole(place, bytes);
      return { name: path.basename(place) };
    },
    'export.run': async (request) => {
      const answer = await make(request);
      if (!answer.ok) throw new ExpectedError(answer.error.code, answer.error.params);
      const { files, report } = answer.value as Made;
      const [only] = files;
      if (only && files.length === 1) {
        const place = await places.file(only.name);
        if (place === null) return { saved: [], report };
        await writeWhole(place, only.bytes);
        return { saved: [path.basename(place)], report };
      }
      const folder = await places.folder();
      if (folder === null) return { saved: [], report };
      const saved: string[] = [];
      for (const { name, bytes } of files) {
        const place = await freePlace(folder, name);
        await writeWhole(place, bytes);
        saved.push(path.basename(place));
      }
      return { saved, report };
    },
  };
}
