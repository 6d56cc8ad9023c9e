/** triptych check: whether a library is whole, its schema, what it holds; as JSON. Writes nothing. */
import { parseArgs } from 'node:util';
import { ExpectedError } from '../../core/model/result';
import { checkLibrary } from '../library/check';
import { type Command, UsageError } from './command';

export const checkCommand: Command = async (args, { print }) => {
  const { values } = parseArgs({ args, options: { library: { type: 'string' } } });
  if (!values.library) throw new UsageError('missingOption', { option: '--library' });
  const found = checkLibrary(values.library);
  await print(`${JSON.stringify(found)}\n`);
  if (!found.ok) throw new ExpectedError('library-damaged');
};
