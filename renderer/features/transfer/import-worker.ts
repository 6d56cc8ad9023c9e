/** Where imported bytes are read: a worker of the sandboxed window, with no page, no files and no network. One file, one worker. */
import { answerImportRequest, type ImportRequest } from '../../../core/formats/worker-protocol';

self.addEventListener('message', (event: MessageEvent<ImportRequest>) => {
  void answerImportRequest(event.data).then((response) => self.postMessage(response));
});
