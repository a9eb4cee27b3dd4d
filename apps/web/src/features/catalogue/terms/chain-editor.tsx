import { Button, Group, NativeSelect, Textarea } from '@mantine/core';
import {
  type ChainInput,
  type ChainStep,
  chainSteps,
  defaultChain,
  objectionToChain,
  possibleSteps,
  subjectOfChain,
} from '@tinhgon/rules/chain-version';
import type { ChainView, FunctionSeatView } from '@tinhgon/rules/views/terms';
import { FUNCTIONS, type StepKey } from '@tinhgon/rules/vocabulary';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import cols from '../../../components/cols.module.css';
import { DayInput } from '../../../components/day-input.tsx';
import { FailureNote } from '../../../components/failure-note.tsx';
import { Note } from '../../../components/note.tsx';
import { today } from '../../../format/today.ts';
import { useWords } from '../../../language/use-words.ts';
import { useTRPCClient } from '../../../server/trpc.ts';
import { useSave } from '../use-save.ts';
import { ChainChart } from './chain-chart.tsx';
import { ClockFields } from './clock-fields.tsx';
import styles from './terms.module.css';

interface ChainEditorProps {
  readonly chain: ChainView;
  /** The newest version of the chain, on which the new one is based. */
  readonly newest: number;
  readonly seats: readonly FunctionSeatView[];
  readonly onClose: () => void;
}

/** Makes the next version of a chain. The drawing follows what is entered; a broken chain cannot be saved. */
export function ChainEditor({ chain, newest, seats, onClose }: ChainEditorProps) {
  const { t } = useTranslation();
  const { capital, reason: words } = useWords();
  const client = useTRPCClient();
  const [steps, setSteps] = useState<readonly ChainStep[]>(chain.steps);
  const [from, setFrom] = useState<string | null>(today());
  const [to, setTo] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const save = useSave((input: ChainInput) => client.terms.saveChain.mutate(input), onClose);
  const of = subjectOfChain(chain.id);
  const problem = objectionToChain(chain.id, steps);
  const absent = possibleSteps(chain.id).filter((key) => !steps.some((step) => step.key === key));
  const stepName = (key: string) => capital('step', key);
  const change = (key: StepKey, facts: Partial<ChainStep>) =>
    setSteps(steps.map((step) => (step.key === key ? { ...step, ...facts } : step)));
  const missing = [
    problem && words(problem.code, problem.details),
    from === null && t('terms.fromMissing'),
    reason.trim() === '' && t('terms.reasonMissing'),
  ].filter((line) => typeof line === 'string');
  return (
    <section aria-label={t('terms.editChain')}>
      <div className={cols.cols}>
        <div>
          {steps.map((step) => (
            <fieldset key={step.key} className={styles.step}>
              <legend className="medium">{stepName(step.key)}</legend>
              <Group gap="xs" align="end" wrap="wrap">
                <NativeSelect
                  label={t('terms.function')}
                  data={FUNCTIONS.map((value) => ({ value, label: capital('function', value) }))}
                  value={step.function}
                  onChange={(event) => {
                    const chosen = FUNCTIONS.find((value) => value === event.currentTarget.value);
                    if (chosen) change(step.key, { function: chosen });
                  }}
                />
                <NativeSelect
                  label={t('terms.scope')}
                  data={[
                    { value: 'lead-agency', label: t('terms.leadAgency') },
                    { value: 'national', label: t('terms.national') },
                  ]}
                  value={step.scope}
                  onChange={(event) =>
                    change(step.key, {
                      scope: event.currentTarget.value === 'national' ? 'national' : 'lead-agency',
                    })
                  }
                />
                <ClockFields
                  of={of}
                  label={t('terms.clock')}
                  value={step.clock}
                  onChange={(clock) => change(step.key, { clock })}
                />
                <NativeSelect
                  label={t('terms.next')}
                  data={[
                    { value: '', label: t('terms.end') },
                    ...steps
                      .filter(({ key }) => key !== step.key)
                      .map(({ key }) => ({ value: key, label: stepName(key) })),
                  ]}
                  value={step.next ?? ''}
                  onChange={(event) =>
                    change(step.key, {
                      next: steps.find(({ key }) => key === event.currentTarget.value)?.key ?? null,
                    })
                  }
                />
                <Button
                  variant="subtle"
                  size="sm"
                  onClick={() => setSteps(withoutStep(steps, step.key))}
                  aria-label={t('terms.leaveOutStep', { step: stepName(step.key) })}
                >
                  {t('terms.leaveOut')}
                </Button>
              </Group>
            </fieldset>
          ))}
          <Group gap="xs" mb="md">
            {absent.map((key) => (
              <Button
                key={key}
                variant="default"
                size="xs"
                onClick={() => setSteps(withStep(chain.id, steps, key))}
              >
                {t('terms.addStep', { step: stepName(key) })}
              </Button>
            ))}
          </Group>
        </div>
        <div>
          <ChainChart steps={steps} label={t('terms.drawing')} seats={seats} />
        </div>
      </div>
      <div className={styles.fields}>
        <Group gap="md" align="start">
          <DayInput label={t('terms.beginFrom')} required value={from} onChange={setFrom} />
          <DayInput label={t('terms.beginTo')} value={to} onChange={setTo} />
        </Group>
        <Textarea
          label={t('app.reason')}
          required
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {save.failure && <FailureNote failure={save.failure} />}
        <div role="status">
          {missing.length > 0 && (
            <Note tone={problem ? 'late' : 'plain'}>
              {missing.map((line) => (
                <p key={line}>{line}</p>
              ))}
            </Note>
          )}
        </div>
        <Group gap="sm">
          <Button
            loading={save.pending}
            disabled={missing.length > 0}
            onClick={() =>
              void save.run({
                id: chain.id,
                basedOn: newest,
                steps: [...steps],
                from: from ?? '',
                to,
                reason,
              })
            }
          >
            {t('terms.saveVersion', { version: newest + 1 })}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
        </Group>
      </div>
    </section>
  );
}

/** What led to the step leads on to what came after it. */
function withoutStep(steps: readonly ChainStep[], key: StepKey): ChainStep[] {
  const gone = steps.find((step) => step.key === key);
  return steps
    .filter((step) => step.key !== key)
    .map((step) => (step.next === key ? { ...step, next: gone?.next ?? null } : step));
}

/** The step in its place among the product's own, between the one before it and what came after that. */
function withStep(chainId: string, steps: readonly ChainStep[], key: StepKey): ChainStep[] {
  const order = possibleSteps(chainId);
  const own = chainSteps(defaultChain(chainId) ?? { steps: [] }).find((step) => step.key === key);
  const at = steps.findLastIndex((step) => order.indexOf(step.key) < order.indexOf(key));
  const before = steps[at];
  const added: ChainStep = {
    ...(own ?? {
      function: 'procedure-control',
      scope: 'lead-agency',
      clock: { kind: 'working-days', days: 5 },
    }),
    key,
    next: before ? before.next : (steps[0]?.key ?? null),
  };
  const linked = steps.map((step, index) => (index === at ? { ...step, next: key } : step));
  return [...linked.slice(0, at + 1), added, ...linked.slice(at + 1)];
}
