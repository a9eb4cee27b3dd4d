import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { FormProvider, type Resolver, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ConflictNote } from '../../../components/conflict-note.tsx';
import { focusField } from '../../../components/focus-field.ts';
import { FormSummary } from '../../../components/form-summary.tsx';
import { Note } from '../../../components/note.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { useServerErrors } from '../../../server/use-server-errors.ts';
import type { CommandFailure } from '../../../server/use-command.ts';
import { CheckPlan } from './check-plan.tsx';
import { fieldLabel } from './field-label.ts';
import { type Draft, type Names, type PlanValues, planValuesSchema } from './form-values.ts';
import { HeaderFields } from './header-fields.tsx';
import { MeasureList } from './measure-list.tsx';
import { NamesContext } from './names-context.ts';
import styles from './plan-form.module.css';
import { useAutosave } from './use-autosave.ts';

interface PlanFormProps {
  readonly draftKey: string;
  readonly initial: Draft;
  /** When the form was opened from a stored draft: its time. */
  readonly restoredAt: string | null;
  readonly onStartOver: () => void;
  readonly isNew: boolean;
  /** Procedures that are shown nowhere in the form, and with them the plan's own text: they are not to be changed. */
  readonly locked?: ReadonlySet<string>;
  /** Once submitted, its dates move by request alone. */
  readonly datesFixed?: boolean;
  readonly pending: boolean;
  readonly failure: CommandFailure | null;
  readonly onReload?: () => void;
  readonly onSend: (values: PlanValues) => Promise<boolean>;
}

const NONE: ReadonlySet<string> = new Set();

/** A plan as a form: filled in, checked, sent; saved as a draft all the while. */
export function PlanForm(props: PlanFormProps) {
  const { t, i18n } = useTranslation();
  const [names, setNames] = useState<Names>(props.initial.names);
  /** The failure known when the check began: a newer one about a field leads back to the form. */
  const [check, setCheck] = useState<{ readonly failure: CommandFailure | null } | null>(null);
  const focus = useRef<string | null>(null);
  const form = useForm<PlanValues>({
    resolver: zodResolver(planValuesSchema) as unknown as Resolver<PlanValues>,
    defaultValues: props.initial.values,
    shouldFocusError: false,
  });
  const locked = props.locked ?? NONE;
  const own = props.initial.values.measures.filter((one) => !locked.has(one.procedureCode)).length;
  const autosave = useAutosave(props.draftKey, form, names);
  const unplaced = useServerErrors(form, props.failure, { prefix: props.isNew ? '' : 'content.' });
  const checking = check !== null && (props.failure === check.failure || unplaced !== null);
  useEffect(() => {
    if (checking || !focus.current) return;
    focusField(focus.current);
    focus.current = null;
  }, [checking]);

  const send = async () => {
    autosave.stop();
    if (!(await props.onSend(form.getValues()))) autosave.resume();
  };
  const change = (field: string) => {
    focus.current = field;
    setCheck(null);
  };
  const problem = <ConflictNote failure={unplaced} onReload={() => props.onReload?.()} />;
  return (
    <NamesContext value={{ names, addNames: (more) => setNames((known) => ({ ...known, ...more })) }}>
      <FormProvider {...form}>
        {checking ? (
          <CheckPlan
            isNew={props.isNew}
            locked={locked}
            pending={props.pending}
            problem={problem}
            onChange={change}
            onSend={() => void send()}
          />
        ) : (
          <form
            className={styles.form}
            noValidate
            onSubmit={(event) => void form.handleSubmit(() => setCheck({ failure: props.failure }))(event)}
          >
            {props.restoredAt && <Restored at={props.restoredAt} onStartOver={props.onStartOver} />}
            {problem}
            <FormSummary errors={form.formState.errors} labels={(path) => fieldLabel(i18n, path)} />
            {locked.size > 0 ? (
              <Note>
                <p>{t('returns.editing', { count: own, of: own + locked.size })}</p>
              </Note>
            ) : (
              <HeaderFields isNew={props.isNew} datesFixed={props.datesFixed ?? false} />
            )}
            <MeasureList locked={locked} />
            <Group>
              <Button type="submit">{t('planForm.check')}</Button>
              <SaveState {...autosave} />
            </Group>
          </form>
        )}
      </FormProvider>
    </NamesContext>
  );
}

function Restored({ at, onStartOver }: { readonly at: string; readonly onStartOver: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Note>
      <p>{t('planForm.restored', { moment: format.moment(at) })}</p>
      <Button variant="default" size="xs" onClick={onStartOver}>
        {t('planForm.startOver')}
      </Button>
    </Note>
  );
}

function SaveState({
  savedAt,
  failed,
  owed,
}: {
  readonly savedAt: string | null;
  readonly failed: boolean;
  readonly owed: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <span className={failed ? 'small soon' : 'small soft'} role="status">
      {failed
        ? t('planForm.notSaved')
        : owed
          ? t('planForm.saving')
          : savedAt && t('planForm.savedAt', { time: format.time(savedAt) })}
    </span>
  );
}
