import { Problem } from '../problem.ts';
import type { Language } from './functions.ts';
import { PROBLEM_SENTENCES } from './problems.ts';
import { PROGRESS_WORDS, type ProgressWords } from './progress.ts';

/** Language of the person at the terminal: Vietnamese when the machine says so. */
export function terminalLanguage(environment: NodeJS.ProcessEnv = process.env): Language {
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '';
  return locale.startsWith('vi') ? 'vi' : 'en';
}

export function progressWords(): ProgressWords {
  return PROGRESS_WORDS[terminalLanguage()];
}

/** The one place where a failure becomes a sentence. What nobody foresaw keeps its stack trace. */
export function explain(error: unknown, language: Language = terminalLanguage()): string {
  if (error instanceof Problem) return PROBLEM_SENTENCES[language][error.code](error.details);
  if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') {
    return PROBLEM_SENTENCES[language].DISK_FULL({});
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
