import { Button } from '@mantine/core';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { getDocument, GlobalWorkerOptions, version } from 'pdfjs-dist/legacy/build/pdf.mjs';
// oxlint-disable-next-line import/default -- Vite makes the address of the file out of it.
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SkeletonLines } from '../skeleton-lines.tsx';
import styles from './file-preview.module.css';

GlobalWorkerOptions.workerSrc = workerAddress;

/** Where the build puts what some files need: decoders of scans, fonts and character maps they do not bring. */
const PARTS = new URL(`/assets/pdfjs-${version}/`, globalThis.location.href).href;
const OPTIONS = {
  withCredentials: true,
  enableXfa: false,
  wasmUrl: `${PARTS}wasm/`,
  cMapUrl: `${PARTS}cmaps/`,
  cMapPacked: true,
  standardFontDataUrl: `${PARTS}standard_fonts/`,
  iccUrl: `${PARTS}iccs/`,
} as const;

/** A file can name one page millions of times: what is drawn is bounded by what somebody asks for. */
const PAGES_AT_ONCE = 200;
/** Of a drawn page, in dots: a page can claim to be any size. */
const TALLEST = 8_000;

/** Loaded when somebody looks at a PDF: drawn here from its bytes, so that nothing in it runs. */
export function PdfPages({ address, onBroken }: { readonly address: string; readonly onBroken: () => void }) {
  const { t } = useTranslation();
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  const [most, setMost] = useState(PAGES_AT_ONCE);
  useEffect(() => {
    const task = getDocument({ url: address, ...OPTIONS });
    task.promise.then(setPdf, onBroken);
    return () => void task.destroy();
  }, [address, onBroken]);
  if (!pdf) {
    return (
      <div aria-busy="true" role="status" aria-label={t('app.loading')}>
        <SkeletonLines count={8} />
      </div>
    );
  }
  return (
    <>
      <ol className={styles.pages}>
        {Array.from({ length: Math.min(most, pdf.numPages) }, (_, index) => (
          <Page key={index} pdf={pdf} number={index + 1} />
        ))}
      </ol>
      {most < pdf.numPages && (
        <Button variant="default" onClick={() => setMost(most + PAGES_AT_ONCE)}>
          {t('files.morePages', { shown: most, of: pdf.numPages })}
        </Button>
      )}
    </>
  );
}

/** Pages are drawn when they come near the window: a hundred of them cost no more than those that are read. */
function Page({ pdf, number }: { readonly pdf: PDFDocumentProxy; readonly number: number }) {
  const { t } = useTranslation();
  const place = useRef<HTMLLIElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [near, setNear] = useState(number === 1);
  const [words, setWords] = useState('');
  useEffect(() => {
    const seen = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setNear(true);
      },
      { rootMargin: '600px' },
    );
    if (place.current) seen.observe(place.current);
    return () => seen.disconnect();
  }, []);
  useEffect(() => {
    if (!near) return undefined;
    let stop = () => {};
    const draw = async () => {
      const page = await pdf.getPage(number);
      const width = place.current?.clientWidth ?? 800;
      const natural = page.getViewport({ scale: 1 });
      const scale = Math.min((width / natural.width) * globalThis.devicePixelRatio, TALLEST / natural.height);
      const viewport = page.getViewport({ scale });
      const to = canvas.current;
      if (!to) return;
      to.width = viewport.width;
      to.height = viewport.height;
      const drawing = page.render({ canvas: to, viewport });
      stop = () => drawing.cancel();
      const { items } = await page.getTextContent();
      setWords(items.map((item) => ('str' in item ? item.str : '')).join(' '));
      await drawing.promise;
    };
    draw().catch(() => {});
    return () => stop();
  }, [near, pdf, number]);
  const label = t('files.page', { number, of: pdf.numPages });
  return (
    <li ref={place}>
      <canvas ref={canvas} role="img" aria-label={label} className={styles.sheet} />
      <span className="visually-hidden">{words}</span>
      <span className={`small soft ${styles.number}`} aria-hidden="true">
        {label}
      </span>
    </li>
  );
}
