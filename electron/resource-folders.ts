/** Where files that come with the app stand: in the build's folder of a checkout, in the resources folder of an installed app. */
import path from 'node:path';

export interface ResourceFolders {
  /** Compiled lexicon, unpacked by the build. */
  lexicon: string;
  /** Sample reports. */
  samples: string;
  /** The built alignment worker. */
  alignWorker: string;
  /** The built export worker. */
  exportWorker: string;
  /** The built indexing worker. */
  indexWorker: string;
}

/** `root`: the checkout or the app's archive; `installed`: the resources folder of an installed app, else null. */
export function resourceFolders(root: string, installed: string | null): ResourceFolders {
  return {
    lexicon: installed ? path.join(installed, 'lexicon') : path.join(root, 'out', 'lexicon'),
    samples: installed ? path.join(installed, 'samples') : path.join(root, 'out', 'samples'),
    alignWorker: path.join(root, 'out', 'main', 'align-worker.js'),
    exportWorker: path.join(root, 'out', 'main', 'export-worker.js'),
    indexWorker: path.join(root, 'out', 'main', 'index-worker.js'),
  };
}
