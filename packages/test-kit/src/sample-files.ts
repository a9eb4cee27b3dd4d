export {
  pdfOf,
  sampleDocx,
  samplePdf,
  samplePng,
  sampleScan,
  sampleZip,
} from '@tinhgon/infra/demo/small-files';
