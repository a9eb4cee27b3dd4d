import { Button, type ButtonProps } from '@mantine/core';
import type { permission } from '@tinhgon/rules/views/common';
import { type ReactNode, useId } from 'react';
import type { z } from 'zod';
import { useWords } from '../language/use-words.ts';

type Permission = z.infer<typeof permission>;

interface ExplainedButtonProps extends ButtonProps {
  readonly may: Permission | undefined;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/**
 * A button that stays reachable when it may not be used, so that anybody can read why: the reason is its
 * description, and `useReasons` prints it once below the row of buttons.
 */
export function ExplainedButton({ may, onClick, children, ...props }: ExplainedButtonProps) {
  const { reason } = useWords();
  const id = useId();
  const allowed = may?.allowed ?? false;
  const why = may?.code && !allowed ? reason(may.code, may.details ?? {}) : null;
  return (
    <>
      <Button
        {...props}
        {...(!allowed && { 'data-disabled': true })}
        aria-disabled={!allowed}
        aria-describedby={why ? id : undefined}
        title={why ?? undefined}
        onClick={() => allowed && onClick()}
      >
        {children}
      </Button>
      {why && (
        <span id={id} className="visually-hidden">
          {why}
        </span>
      )}
    </>
  );
}

/** The reasons of the buttons that may not be used, each once. */
export function useReasons(permissions: readonly (Permission | undefined)[]): string[] {
  const { reason } = useWords();
  return [
    ...new Set(
      permissions.flatMap((may) => (may?.code && !may.allowed ? [reason(may.code, may.details ?? {})] : [])),
    ),
  ];
}
