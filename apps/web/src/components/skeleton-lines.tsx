import { Skeleton } from '@mantine/core';

/** Grey lines in the place of rows that are being fetched. */
export function SkeletonLines({
  count = 6,
  height = 20,
}: {
  readonly count?: number;
  readonly height?: number;
}) {
  return (
    <div>
      {Array.from({ length: count }, (_, index) => (
        <Skeleton key={index} height={height} mb={16} radius={4} />
      ))}
    </div>
  );
}
