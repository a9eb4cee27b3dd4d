import type { Language } from './functions.ts';

/** What the launcher says while it works. */
export interface ProgressWords {
  cleanedUp: (names: string) => string;
  waitingForPrevious: string;
  startingPostgres: string;
  adoptedPostgres: (pid: number) => string;
  checkingDatabase: string;
  downloadingTemporal: string;
  buildingTemporal: string;
  startingTemporal: string;
  checkingTemporal: string;
  migrating: string;
  startingIdentity: string;
  buildingWeb: string;
  startingWorkerAndApi: string;
  loadingDemo: string;
  demoKept: string;
  emptyKept: string;
  portMoved: (what: string, wanted: number, port: number) => string;
  restarting: (name: string, reason: string, seconds: number) => string;
  restarted: (name: string) => string;
  changed: (name: string) => string;
  ready: (url: string) => string;
  temporalUi: (url: string) => string;
  firstAdministrator: (subject: string) => string;
  people: string;
  morePeople: string;
  synthetic: string;
  howToStop: string;
  stopping: string;
  stopped: string;
  resetQuestion: (folder: string) => string;
  resetDone: string;
  resetNothing: string;
  resetKept: string;
  settling: string;
  backedUp: (path: string, moment: string) => string;
  removedOlder: (count: number) => string;
  restored: (path: string, folder: string) => string;
}

export const PROGRESS_WORDS: Readonly<Record<Language, ProgressWords>> = {
  en: {
    cleanedUp: (names) => `Ended what an earlier run had left behind: ${names}`,
    waitingForPrevious: 'Waiting for the earlier run to end …',
    startingPostgres: 'Starting PostgreSQL …',
    adoptedPostgres: (pid) => `PostgreSQL is already running (process ${pid})`,
    checkingDatabase: 'Checking the database of DATABASE_URL …',
    downloadingTemporal: 'Temporal is not installed: downloading it …',
    buildingTemporal:
      'The download is not reachable: building Temporal with Go (only once; takes some minutes) …',
    startingTemporal: 'Starting Temporal …',
    checkingTemporal: 'Checking Temporal at TEMPORAL_ADDRESS …',
    migrating: 'Bringing the database up to date …',
    startingIdentity: 'Starting the identity provider …',
    buildingWeb: 'Building the web application …',
    startingWorkerAndApi: 'Starting worker and API …',
    loadingDemo: 'Loading the demonstration data (only the first time) …',
    demoKept:
      'The data folder already holds the demonstration; --empty counts only for a new one (npm run reset).',
    emptyKept:
      'The data folder was begun with --empty, so the demonstration is not loaded (npm run reset for a new one).',
    portMoved: (what, wanted, port) => `Port ${wanted} is taken: ${what} uses ${port}`,
    restarting: (name, reason, seconds) =>
      `${name} ended unexpectedly (${reason}): starting it again in ${seconds} s`,
    restarted: (name) => `${name} is running again`,
    changed: (name) => `Sources changed: restarting ${name}`,
    ready: (url) => `Ready: ${url}`,
    temporalUi: (url) => `Workflows (Temporal UI): ${url}`,
    firstAdministrator: (subject) => `First administrator: ${subject}`,
    people: 'People to sign in as:',
    morePeople: 'All of them: npm run -s people · A token for scripts: npm run -s token -- --as <user>',
    synthetic: 'All data is synthetic.',
    howToStop: 'Ctrl+C stops everything.',
    stopping: 'Stopping …',
    stopped: 'Stopped.',
    resetQuestion: (folder) => `Delete all data in ${folder}? This cannot be undone. [y/N] `,
    resetDone: 'The data is deleted: npm start begins anew.',
    resetNothing: 'There is no data to delete.',
    resetKept: 'Nothing was deleted.',
    settling: 'Bringing Temporal up to the restored record …',
    backedUp: (path, moment) => `Backed up to ${path}: everything answered before ${moment} is in it.`,
    removedOlder: (count) => `Removed what is older than the backups to keep: ${count} files and folders.`,
    restored: (path, folder) => `Restored ${path} into ${folder}: npm start goes on with it.`,
  },
  vi: {
    cleanedUp: (names) => `Đã dừng phần còn lại của lần chạy trước: ${names}`,
    waitingForPrevious: 'Đang chờ lần chạy trước kết thúc …',
    startingPostgres: 'Đang khởi động PostgreSQL …',
    adoptedPostgres: (pid) => `PostgreSQL đang chạy sẵn (tiến trình ${pid})`,
    checkingDatabase: 'Đang kiểm tra cơ sở dữ liệu ở DATABASE_URL …',
    downloadingTemporal: 'Chưa có Temporal: đang tải …',
    buildingTemporal: 'Không tải được: đang biên dịch Temporal bằng Go (chỉ một lần, mất vài phút) …',
    startingTemporal: 'Đang khởi động Temporal …',
    checkingTemporal: 'Đang kiểm tra Temporal ở TEMPORAL_ADDRESS …',
    migrating: 'Đang cập nhật cấu trúc cơ sở dữ liệu …',
    startingIdentity: 'Đang khởi động dịch vụ định danh …',
    buildingWeb: 'Đang dựng ứng dụng web …',
    startingWorkerAndApi: 'Đang khởi động worker và API …',
    loadingDemo: 'Đang nạp dữ liệu minh họa (chỉ lần đầu) …',
    demoKept:
      'Thư mục dữ liệu đã có dữ liệu minh họa; --empty chỉ có tác dụng với thư mục mới (npm run reset).',
    emptyKept:
      'Thư mục dữ liệu được tạo với --empty nên không nạp dữ liệu minh họa (npm run reset để làm mới).',
    portMoved: (what, wanted, port) => `Cổng ${wanted} đã bị chiếm: ${what} dùng cổng ${port}`,
    restarting: (name, reason, seconds) =>
      `${name} dừng đột ngột (${reason}): khởi động lại sau ${seconds} giây`,
    restarted: (name) => `${name} đã chạy lại`,
    changed: (name) => `Mã nguồn thay đổi: khởi động lại ${name}`,
    ready: (url) => `Sẵn sàng: ${url}`,
    temporalUi: (url) => `Quy trình (Temporal UI): ${url}`,
    firstAdministrator: (subject) => `Người quản trị đầu tiên: ${subject}`,
    people: 'Có thể đăng nhập với vai:',
    morePeople: 'Tất cả: npm run -s people · Mã cho chương trình: npm run -s token -- --as <người dùng>',
    synthetic: 'Mọi dữ liệu đều là giả định.',
    howToStop: 'Ctrl+C để dừng tất cả.',
    stopping: 'Đang dừng …',
    stopped: 'Đã dừng.',
    resetQuestion: (folder) => `Xóa toàn bộ dữ liệu trong ${folder}? Không thể hoàn tác. [y/N] `,
    resetDone: 'Đã xóa dữ liệu: npm start sẽ bắt đầu lại từ đầu.',
    resetNothing: 'Không có dữ liệu để xóa.',
    resetKept: 'Không xóa gì.',
    settling: 'Đang đưa Temporal về khớp với hồ sơ đã khôi phục …',
    backedUp: (path, moment) => `Đã sao lưu vào ${path}: có đủ mọi việc được trả lời trước ${moment}.`,
    removedOlder: (count) => `Đã xóa những gì cũ hơn các bản sao lưu cần giữ: ${count} tệp và thư mục.`,
    restored: (path, folder) => `Đã khôi phục ${path} vào ${folder}: npm start sẽ làm tiếp từ đó.`,
  },
};
