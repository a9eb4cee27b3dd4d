import { useQuery } from '@tanstack/react-query';
import { nameOwnSteps } from '../language/i18n.ts';
import { useTRPC, useTRPCClient } from './trpc.ts';

/** Learns what the checks people added to chains are called; true once that was tried, so that no page shows keys. */
export function useOwnSteps(enabled: boolean): boolean {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const query = useQuery({
    queryKey: trpc.terms.ownSteps.queryKey(),
    queryFn: async () => {
      const steps = await client.terms.ownSteps.query();
      nameOwnSteps(steps);
      return steps;
    },
    enabled,
  });
  return query.isFetched;
}
