import { Select, TextInput } from '@mantine/core';
import type { MappingField } from '@tinhgon/rules/mapping/field';
import type { MappedProblem } from '@tinhgon/rules/views/import-mapping';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './own.module.css';
import { useChoices } from './use-choices.ts';
import { useFieldName } from './use-field-name.ts';

interface EditableCellProps {
  readonly field: MappingField;
  /** As the spreadsheet names it. */
  readonly cell: string;
  /** As the file has it, or as it was corrected before the last check. */
  readonly written: string;
  readonly corrected: string | undefined;
  readonly problem: MappedProblem | undefined;
  /** `null`: as the file has it, after all. */
  readonly onCorrect: (value: string | null) => void;
}

/** What the server shows of a longer cell: mending it would lose the rest. */
const SHOWN_CHARACTERS = 2_000;
const WRONG = 'data-wrong-cell';

/**
 * A wrong cell stands open, with what is wrong below it; any other opens when it is pressed. Enter keeps what was
 * typed and goes to the next wrong one, Escape leaves the cell as it was.
 */
export function EditableCell(props: EditableCellProps) {
  const { t } = useTranslation();
  const nameOf = useFieldName();
  const [open, setOpen] = useState(false);
  // Whoever closes a cell with a key goes on from it.
  const back = useRef(false);
  const { field, cell, written, corrected, problem, onCorrect } = props;
  const choices = useChoices(field);
  const now = corrected ?? written;
  const mended = corrected !== undefined && corrected !== written;
  const shown = choices.find(({ value }) => value === now)?.label ?? now;
  const label = t('import.own.cellOf', { field: nameOf(field), cell });
  if (written.length > SHOWN_CHARACTERS) {
    return (
      <>
        {now}
        {problem && <p className="small late">{problem.message}</p>}
      </>
    );
  }
  if (!problem && !open) {
    return (
      <>
        <button
          type="button"
          className={styles.cell}
          ref={(button) => {
            if (button && back.current) button.focus();
            back.current = false;
          }}
          aria-label={`${label}: ${shown || t('import.own.blank')}. ${t('import.own.edit')}`}
          onClick={() => setOpen(true)}
        >
          {shown || '–'}
        </button>
        {mended && <span className="small soft">{t('import.own.mended')}</span>}
      </>
    );
  }
  const error = problem && !mended ? `${cell}: ${problem.message}` : undefined;
  const close = (byKey: boolean) => {
    // A wrong cell stays open.
    back.current = byKey && open;
    setOpen(false);
  };
  return (
    <>
      {field.choices.length > 0 && !field.list ? (
        <ChoiceCell {...props} label={label} now={now} error={error} onClose={close} opened={open} />
      ) : (
        <TextCell
          label={label}
          now={now}
          error={error}
          wrong={problem !== undefined}
          opened={open}
          onCorrect={onCorrect}
          onClose={close}
        />
      )}
      {mended && problem && <span className="small soft">{t('import.own.mended')}</span>}
    </>
  );
}

interface InputProps {
  readonly label: string;
  readonly now: string;
  readonly error: string | undefined;
  readonly opened: boolean;
  readonly onClose: (byKey: boolean) => void;
}

function TextCell({
  label,
  now,
  error,
  wrong,
  opened,
  onCorrect,
  onClose,
}: InputProps & Pick<EditableCellProps, 'onCorrect'> & { readonly wrong: boolean }) {
  const [typed, setTyped] = useState<string | null>(null);
  // Leaving the field right after Escape still sees what had been typed.
  const dropped = useRef(false);
  const input = useOpened(opened);
  const keep = (byKey: boolean) => {
    if (typed !== null && typed !== now && !dropped.current) onCorrect(typed);
    setTyped(null);
    onClose(byKey);
  };
  const keys = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape') {
      dropped.current = true;
      setTyped(null);
      onClose(true);
    } else if (event.key === 'Enter') {
      // The cell that takes the focus would otherwise be pressed by the same key.
      event.preventDefault();
      const all = [...document.querySelectorAll<HTMLElement>(`[${WRONG}]`)];
      const next = all[all.indexOf(event.currentTarget) + 1];
      // Leaving the cell keeps what was typed in it.
      if (wrong && next) next.focus();
      else keep(true);
    }
  };
  return (
    <TextInput
      aria-label={label}
      size="xs"
      errorProps={{ fz: 12.5 }}
      {...(wrong ? { [WRONG]: '' } : {})}
      ref={input}
      value={typed ?? now}
      error={error}
      onChange={(event) => {
        dropped.current = false;
        setTyped(event.currentTarget.value);
      }}
      onBlur={() => keep(false)}
      onKeyDown={keys}
    />
  );
}

function ChoiceCell({
  field,
  label,
  now,
  error,
  opened,
  problem,
  onCorrect,
  onClose,
}: InputProps & EditableCellProps) {
  const { t } = useTranslation();
  const choices = useChoices(field);
  const known = choices.some(({ value }) => value === now);
  const input = useOpened(opened);
  return (
    <Select
      aria-label={label}
      size="xs"
      errorProps={{ fz: 12.5 }}
      searchable
      ref={input}
      {...(problem ? { [WRONG]: '' } : {})}
      // The word of the file stays in sight until another is chosen.
      placeholder={now || t('import.own.choose')}
      data={choices}
      value={known ? now : null}
      error={error}
      nothingFoundMessage={t('app.nothingFound')}
      onChange={(code) => {
        onCorrect(code === null ? null : code);
        onClose(true);
      }}
      onBlur={() => onClose(false)}
    />
  );
}

/** A cell that was opened to be mended takes the focus. */
function useOpened(opened: boolean) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (opened) input.current?.focus();
  }, [opened]);
  return input;
}
