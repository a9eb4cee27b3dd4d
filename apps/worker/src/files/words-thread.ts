/** Program of a thread: reads the words of one file, whatever strangers put into it, and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { FILE_TYPES } from '@tinhgon/rules/files/file';
import { pdfText } from './pdf-text.ts';
import type { FileToRead } from './words-of-file.ts';
import { wordText } from './word-text.ts';

const { mime, bytes } = workerData as FileToRead;
const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
parentPort?.postMessage(mime === FILE_TYPES.pdf ? await pdfText(file) : await wordText(file));
