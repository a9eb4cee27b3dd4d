import { Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { GraphNode } from '@tinhgon/rules/views/dependencies';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './graph.module.css';
import { BOX, layOut, type Placed } from './lay-out.ts';
import type { Drawn } from './merge-graphs.ts';
import { neighbour } from './neighbour.ts';
import { useNodeWords } from './use-node-words.ts';

interface DrawingProps {
  readonly drawn: Drawn;
  readonly focus: string;
  readonly isExpanded: (node: GraphNode) => boolean;
  readonly onExpand: (node: GraphNode) => void;
}

const ZOOM = { least: 0.3, most: 2, step: 1.25 } as const;

/** The picture: boxes joined by lines, moved through with the arrow keys, expanded with a click or Enter. */
export function Drawing({ drawn, focus, isExpanded, onExpand }: DrawingProps) {
  const { t } = useTranslation();
  const words = useNodeWords();
  const [zoom, setZoom] = useState(1);
  const [chosen, setChosen] = useState(focus);
  const boxes = useRef(new Map<string, SVGGElement>());
  const { placed, width, height } = useMemo(() => layOut(drawn), [drawn]);
  const places = new Map(placed.map((one) => [one.node.id, one]));
  const current = places.get(chosen) ?? places.get(focus) ?? placed[0];
  const before = useRef<ReadonlySet<string>>(new Set());
  // A group that was opened is gone, and with it the keyboard's place: what it held takes it over.
  useEffect(() => {
    const known = before.current;
    before.current = new Set(placed.map(({ node }) => node.id));
    if (before.current.has(chosen)) return;
    const next = placed.find(({ node }) => !known.has(node.id))?.node.id ?? focus;
    setChosen(next);
    if (document.activeElement === document.body) boxes.current.get(next)?.focus();
  }, [placed, chosen, focus]);
  const turn = (by: number) =>
    setZoom((now) => Math.min(ZOOM.most, Math.max(ZOOM.least, by === 0 ? 1 : now * by)));
  const onKey = (event: KeyboardEvent, one: Placed) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onExpand(one.node);
      return;
    }
    const next = neighbour(event.key, one, placed, drawn.edges);
    if (!next) return;
    event.preventDefault();
    setChosen(next.node.id);
    boxes.current.get(next.node.id)?.focus();
  };
  return (
    <>
      <Group gap="xs" mb="xs" className="no-print">
        <Button variant="default" size="compact-sm" onClick={() => turn(1 / ZOOM.step)}>
          {t('dependencies.smaller')}
        </Button>
        <Button variant="default" size="compact-sm" onClick={() => turn(ZOOM.step)}>
          {t('dependencies.larger')}
        </Button>
        <Button variant="default" size="compact-sm" onClick={() => turn(0)}>
          {t('dependencies.actualSize')}
        </Button>
        <span className="small soft">{t('dependencies.legend')}</span>
      </Group>
      <div className={styles.window}>
        <svg
          width={width * zoom}
          height={height * zoom}
          viewBox={`0 0 ${width} ${height}`}
          role="group"
          aria-label={t('dependencies.drawing')}
        >
          {drawn.edges.map((edge) => {
            const from = places.get(edge.document);
            const to = places.get(edge.to);
            if (!from || !to) return null;
            const touches = edge.document === current?.node.id || edge.to === current?.node.id;
            return (
              <path
                key={`${edge.document} ${edge.to}`}
                d={curve(from, to)}
                className={[styles.edge, edge.complete ? '' : styles.waits, touches ? styles.near : ''].join(
                  ' ',
                )}
              />
            );
          })}
          {placed.map((one) => (
            <g
              key={one.node.id}
              ref={(box) => {
                if (box) boxes.current.set(one.node.id, box);
                else boxes.current.delete(one.node.id);
              }}
              transform={`translate(${one.x} ${one.y})`}
              className={styles.node}
              role="button"
              tabIndex={one === current ? 0 : -1}
              aria-expanded={isExpanded(one.node)}
              aria-current={one.node.id === focus ? 'true' : undefined}
              onClick={() => {
                setChosen(one.node.id);
                onExpand(one.node);
              }}
              onFocus={() => setChosen(one.node.id)}
              onKeyDown={(event) => onKey(event, one)}
            >
              <rect
                width={BOX.width}
                height={BOX.height}
                rx={one.node.kind === 'document' ? 2 : 10}
                className={[
                  styles.box,
                  one.node.kind === 'group' ? styles.group : '',
                  one.node.id === focus ? styles.focus : '',
                ].join(' ')}
              />
              <foreignObject width={BOX.width} height={BOX.height}>
                <div className={styles.words}>
                  <div className={styles.title}>{words.title(one.node)}</div>
                  <div className={isLate(one.node) ? styles.late : styles.state}>{words.state(one.node)}</div>
                </div>
              </foreignObject>
            </g>
          ))}
        </svg>
      </div>
      {current && <Chosen node={current.node} />}
    </>
  );
}

/** What the chosen box says in full, and the way to its page. */
function Chosen({ node }: { readonly node: GraphNode }) {
  const { t } = useTranslation();
  const words = useNodeWords();
  return (
    <p>
      <span className="medium">{words.title(node)}</span>{' '}
      <span className={isLate(node) ? 'late' : 'soft'}>{words.state(node)}</span>
      {node.kind !== 'group' && (
        <>
          {' · '}
          <Link
            to={node.kind === 'document' ? '/documents/$code' : '/procedures/$code'}
            params={{ code: node.code }}
          >
            {t('dependencies.openPage')}
          </Link>
        </>
      )}
    </p>
  );
}

const isLate = (node: GraphNode): boolean => node.kind === 'document' && node.daysLate > 0;

function curve(from: Placed, to: Placed): string {
  const x1 = from.x + BOX.width;
  const y1 = from.y + BOX.height / 2;
  const y2 = to.y + BOX.height / 2;
  const middle = (x1 + to.x) / 2;
  return `M ${x1} ${y1} C ${middle} ${y1}, ${middle} ${y2}, ${to.x} ${y2}`;
}
