/** The main process's part of an export: the library process makes the files, a person says where they go, here they are written. */
import path from 'node:path';
import type { CallOutput } from '../../core/contract/calls';
import type { ExportRequest } from '../../core/contract/exchange';
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

export function exportRunHandlers(
  make: (request: ExportRequest) => Promise<Result<unknown>>,
  places: Places,
): Handlers<'export.run'> {
  return {
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
