import { Link } from '@tanstack/react-router';
import type { TotalsView } from '@tinhgon/rules/views/totals';
import type { ReactNode } from 'react';
import { today } from '../../format/today.ts';

interface DocumentsAtWorkProps {
  readonly totals: TotalsView;
  readonly ministry?: string;
  readonly phase?: 'open';
  readonly timing?: 'overdue';
  readonly className?: string;
  readonly children: ReactNode;
}

/**
 * A number of documents, with its list. The list of documents is of today: a number of another day stands
 * without one rather than lead to other documents.
 */
export function DocumentsAtWork({ totals, className, children, ...filters }: DocumentsAtWorkProps) {
  if (totals.asAt !== today()) return <span className={className}>{children}</span>;
  return (
    <Link to="/documents" search={{ programme: totals.programme, ...filters }} className={className}>
      {children}
    </Link>
  );
}
