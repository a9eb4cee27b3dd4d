import type { DateBook } from './book.ts';
import type { DateEventBody } from './event.ts';

/** The book of dates after one more event. */
export function evolveBook(book: DateBook, event: DateEventBody): DateBook {
  switch (event.type) {
    case 'dateChangeRequested':
      return { ...book, requests: [...book.requests, event.request] };
    case 'dateChangeApproved':
      return {
        ...book,
        requests: book.requests.filter(({ id }) => id !== event.requestId),
        changes: [...book.changes, event.change],
      };
    case 'dateChangeRefused':
      return { ...book, requests: book.requests.filter(({ id }) => id !== event.requestId) };
    case 'delayExplained':
      return { ...book, delays: [...book.delays, event.delay] };
  }
}
