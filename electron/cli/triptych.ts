#!/usr/bin/env node
/** Entry of the command line under plain Node 20 or newer. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { resourceFolders } from '../resource-folders';
import { runCli } from './run';

const root = path.resolve(import.meta.dirname, '..', '..');
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
process.exitCode = await runCli(process.argv.slice(2), { resources: resourceFolders(root, null), appVersion: version });
