import { SegmentedControl, type SegmentedControlProps } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';

/** One of a few, side by side; on a phone below each other, where long words would be cut off. */
export function Segments(props: SegmentedControlProps) {
  const narrow = useMediaQuery('(max-width: 640px)');
  return <SegmentedControl {...props} orientation={narrow ? 'vertical' : 'horizontal'} />;
}
