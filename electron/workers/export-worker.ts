/** Entry of the export worker: one export, then it ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { exportReport } from '../../core/formats/exchange/export-report';
import type { ExportWork } from './exporter';

const { format, data, options } = workerData as ExportWork;
parentPort?.postMessage(exportReport(format, data, options));
