import type { BottleneckCommand } from '@tinhgon/rules/bottleneck/command';
import type { CampaignCommand } from '@tinhgon/rules/campaign/command';
import type { InspectionCommand } from '@tinhgon/rules/inspection/command';
import { useTRPCClient } from './trpc.ts';
import { type Body, type CommandSender, useSender } from './use-command.ts';

export type BottleneckCommandBody = Body<BottleneckCommand>;
export type CampaignCommandBody = Body<CampaignCommand>;
export type InspectionCommandBody = Body<InspectionCommand>;

export function useBottleneckCommand(code: string): CommandSender<BottleneckCommandBody> {
  const client = useTRPCClient();
  return useSender('bottlenecks', (command) =>
    client.bottlenecks.command.mutate({ code, command: command as BottleneckCommand }),
  );
}

export function useCampaignCommand(code: string): CommandSender<CampaignCommandBody> {
  const client = useTRPCClient();
  return useSender('campaigns', (command) =>
    client.campaigns.command.mutate({ code, command: command as CampaignCommand }),
  );
}

export function useInspectionCommand(code: string): CommandSender<InspectionCommandBody> {
  const client = useTRPCClient();
  return useSender('inspections', (command) =>
    client.inspections.command.mutate({ code, command: command as InspectionCommand }),
  );
}
