/** Program of a thread: reckons one forecast, says it and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { forecast } from '@tinhgon/rules/forecast/forecast';
import type { ForecastTask } from './forecasts.ts';

const { known, question } = workerData as ForecastTask;
parentPort?.postMessage(forecast(known, question));
