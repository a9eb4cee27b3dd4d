import { Button, Group, Textarea } from '@mantine/core';
import {
  type ChainInput,
  type ChainStep,
  objectionToChain,
  possibleSteps,
  subjectOfChain,
} from '@tinhgon/rules/chain-version';
import { keyedSteps } from '@tinhgon/rules/own-step';
import type { ChainView, FunctionSeatView } from '@tinhgon/rules/views/terms';
import type { StepKey } from '@tinhgon/rules/vocabulary';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import cols from '../../../components/cols.module.css';
import { DayInput } from '../../../components/day-input.tsx';
import { FailureNote } from '../../../components/failure-note.tsx';
import { Note } from '../../../components/note.tsx';
import { today } from '../../../format/today.ts';
import { useWords } from '../../../language/use-words.ts';
import { useTRPCClient } from '../../../server/trpc.ts';
import { useSave } from '../../../server/use-save.ts';
import { ChainChart } from './chain-chart.tsx';
import { withMoved, withoutStep, withOwnStep, withStep } from './editing.ts';
import { StepFields } from './step-fields.tsx';
import styles from './terms.module.css';
import { useStepTitle } from './use-step-title.ts';

interface ChainEditorProps {
  readonly chain: ChainView;
  /** All versions of the chain, newest first. */
  readonly versions: readonly ChainView[];
  /** The newest version of the chain, on which the new one is based. */
  readonly newest: number;
  readonly seats: readonly FunctionSeatView[];
  readonly onClose: () => void;
}

/** Makes the next version of a chain. The drawing follows what is entered; a broken chain cannot be saved. */
export function ChainEditor({ chain, versions, newest, seats, onClose }: ChainEditorProps) {
  const { t } = useTranslation();
  const { capital, reason: words } = useWords();
  const titleOf = useStepTitle();
  const client = useTRPCClient();
  const [steps, setSteps] = useState<readonly ChainStep[]>(chain.steps);
  const [from, setFrom] = useState<string | null>(today());
  const [to, setTo] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const save = useSave((input: ChainInput) => client.terms.saveChain.mutate(input), onClose);
  const of = subjectOfChain(chain.id);
  const problem = objectionToChain(chain.id, steps);
  const absent = possibleSteps(chain.id).filter((key) => !steps.some((step) => step.key === key));
  const faulty = steps.find(({ key }) => key === problem?.details?.['step']);
  const problemWords =
    problem && words(problem.code, { ...problem.details, ...(faulty ? { step: titleOf(faulty) } : {}) });
  const problemAt = (index: number) => {
    const [list, place, ...field] = problem?.field?.split('.') ?? [];
    return problemWords && list === 'steps' && place === String(index)
      ? { field: field.join('.'), words: problemWords }
      : null;
  };
  const change = (key: StepKey, facts: Partial<ChainStep>) =>
    setSteps(steps.map((step) => (step.key === key ? { ...step, ...facts } : step)));
  const missing = [
    problemWords,
    from === null && t('terms.fromMissing'),
    reason.trim() === '' && t('terms.reasonMissing'),
  ].filter((line) => typeof line === 'string');
  return (
    <section aria-label={t('terms.editChain')}>
      <div className={cols.cols}>
        <div>
          {steps.map((step, index) => (
            <StepFields
              key={step.key}
              of={of}
              step={step}
              steps={steps}
              onChange={(facts) => change(step.key, facts)}
              onLeaveOut={() => setSteps(withoutStep(steps, step.key))}
              onMove={(by) => setSteps(withMoved(steps, step.key, by))}
              problem={problemAt(index)}
            />
          ))}
          <Group gap="xs" my="md">
            {absent.map((key) => (
              <Button
                key={key}
                variant="default"
                size="xs"
                onClick={() => setSteps(withStep(chain.id, steps, key))}
              >
                {t('terms.addStep', { step: capital('step', key) })}
              </Button>
            ))}
            <Button variant="default" size="xs" onClick={() => setSteps(withOwnStep(chain.id, steps))}>
              {t('terms.addOwnStep')}
            </Button>
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
                steps: keyedSteps(
                  chain.id,
                  steps,
                  versions.flatMap((version) => version.steps),
                ),
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
