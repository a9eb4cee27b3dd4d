import type { Language } from './functions.ts';

/** The sentences of the embedded provider's pages. */
export interface SignInWords {
  product: string;
  title: string;
  notice: string;
  otherLanguage: string;
  expiredTitle: string;
  expired: string;
  signOutTitle: string;
  signOut: string;
  signedOut: string;
  back: string;
}

export const SIGN_IN_WORDS: Readonly<Record<Language, SignInWords>> = {
  vi: {
    product: 'Tinh Gọn',
    title: 'Bạn muốn đăng nhập với vai của ai?',
    notice:
      'Bản dùng thử: mọi người và số liệu ở đây đều là giả định. Chọn một người để đăng nhập, không cần mật khẩu.',
    otherLanguage: 'English',
    expiredTitle: 'Không đăng nhập được',
    expired:
      'Lượt đăng nhập này đã hết hạn hoặc không hợp lệ. Hãy quay lại ứng dụng và bấm đăng nhập lần nữa.',
    signOutTitle: 'Đăng xuất?',
    signOut: 'Đăng xuất',
    signedOut: 'Bạn đã đăng xuất.',
    back: 'Về ứng dụng',
  },
  en: {
    product: 'Tinh Gọn',
    title: 'Whom do you want to sign in as?',
    notice:
      'Evaluation copy: everybody and every figure here is invented. Choose a person to sign in, no password needed.',
    otherLanguage: 'Tiếng Việt',
    expiredTitle: 'Sign-in did not work',
    expired: 'This sign-in has expired or is not valid. Go back to the application and sign in again.',
    signOutTitle: 'Sign out?',
    signOut: 'Sign out',
    signedOut: 'You have signed out.',
    back: 'Back to the application',
  },
};
