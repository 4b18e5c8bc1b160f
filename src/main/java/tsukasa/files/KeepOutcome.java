package tsukasa.files;

import tsukasa.kernel.Text;

/// How keeping a file can end.
public sealed interface KeepOutcome {
    /// It is kept and given out.
    record Kept(KeptFile file) implements KeepOutcome {}

    /// It is kept, and given out once it was scanned or released.
    record Quarantined(KeptFile file) implements KeepOutcome {}

    /// Nothing was kept: why, and what to do.
    sealed interface Refused extends KeepOutcome {
        Text why();

        Text next();
    }

    record Empty() implements Refused {
        @Override
        public Text why() {
            return Text.of("ファイルが空です。", "The file is empty.");
        }

        @Override
        public Text next() {
            return Text.of("中身のあるファイルを選んでください。", "Choose a file with content.");
        }
    }

    record TooBig(long limit) implements Refused {
        @Override
        public Text why() {
            long megabytes = limit / 1024 / 1024;
            return Text.of("ファイルが" + megabytes + " MBを超えています。", "The file is larger than " + megabytes + " MB.");
        }

        @Override
        public Text next() {
            return Text.of("分けるか、小さくしてください。", "Split it or make it smaller.");
        }
    }

    /// Of no type that is kept.
    record RefusedType() implements Refused {
        @Override
        public Text why() {
            return Text.of("中身が、受け付けている種類のファイルではありません。", "Its content is of no type that is accepted.");
        }

        @Override
        public Text next() {
            return Text.of(
                    FileType.allowed().ja() + "にしてください。",
                    "Use " + FileType.allowed().en() + ".");
        }
    }

    /// Its name says something else than its content.
    record OtherThanItsName(FileType content) implements Refused {
        @Override
        public Text why() {
            return Text.of(
                    "名前と中身が合いません。中身は" + content.title().ja() + "です。",
                    "Its name does not fit its content, which is "
                            + content.title().en() + ".");
        }

        @Override
        public Text next() {
            return Text.of(
                    "末尾が「." + content.ending() + "」の正しい名前にするか、ファイルを選び直してください。",
                    "Give it a name that ends in ." + content.ending() + ", or choose another file.");
        }
    }

    /// Macros and other programs inside a document.
    record WithMacros() implements Refused {
        @Override
        public Text why() {
            return Text.of("ファイルにマクロが入っています。", "The file contains macros.");
        }

        @Override
        public Text next() {
            return Text.of("マクロなしの形式（.xlsx、.docxなど）で保存し直してください。", "Save it without macros (.xlsx, .docx and so on).");
        }
    }

    /// Nobody could look inside, so nobody could check it.
    record Encrypted() implements Refused {
        @Override
        public Text why() {
            return Text.of(
                    "パスワードのかかったファイルは、中身を検査できないため受け付けていません。", "It has a password, so its content cannot be checked.");
        }

        @Override
        public Text next() {
            return Text.of(
                    "パスワードを外してください。機密のファイルは、保存するときに暗号化されます。",
                    "Remove the password. Confidential files are encrypted where we keep them.");
        }
    }

    /// An archive that would unpack to far more than it says, or is no whole archive.
    record Unsound() implements Refused {
        @Override
        public Text why() {
            return Text.of(
                    "ファイルが壊れているか、展開すると異常に大きくなります。", "The file is damaged, or unpacks to far more than is sensible.");
        }

        @Override
        public Text next() {
            return Text.of("元のソフトで開き、保存し直してください。", "Open it in its program and save it again.");
        }
    }

    /// @param finding what the scanner calls it
    record Infected(String finding) implements Refused {
        @Override
        public Text why() {
            return Text.of(
                    "ウイルスが見つかりました（" + finding + "）。保存していません。", "A virus was found (" + finding + "). It was not kept.");
        }

        @Override
        public Text next() {
            return Text.of("端末を検査し、情報セキュリティ担当に知らせてください。", "Scan your computer and tell your security officer.");
        }
    }
}
