package tsukasa.plan.reading;

import tsukasa.kernel.Text;

/// What the reader says when bytes are no readable plan.
final class Refusals {
    static final Text EMPTY =
            Text.of("ファイルに文字がありません。計画の本文を保存し直してください。", "The file holds no text. Save the text of the plan again.");
    static final Text BINARY = Text.of(
            "文字のファイルではないか、文字コードを判別できません。UTF-8 のテキストとして保存し直してください。",
            "This is no text, or its encoding is not known. Save it as UTF-8 text.");
    static final Text CUT_CHARACTER = Text.of(
            "最後の文字が途中で切れています。元のファイルの末尾を確かめてください。",
            "The last character is cut in two. Compare the end with the original.");
    static final Text UNREADABLE_CHARACTER = Text.of(
            "読めない文字が「\uFFFD」になっています。原文で確かめてください。", "An unreadable character became \uFFFD. Compare with the original.");

    private Refusals() {}

    static Text otherFormat(String format) {
        return Text.of(
                format + " のファイルです。テキストとして書き出したものを指定してください。",
                "This is a " + format + " file. Export it as plain text first.");
    }

    static Text tooManyLines(int lines, int most) {
        return Text.of(
                "計画ではないようです: 文字のある行が %,d 行あります（%,d 行まで）。計画の本文だけを指定してください。".formatted(lines, most),
                "This does not look like a plan: %,d lines, where at most %,d are read. Give the text of the plan alone."
                        .formatted(lines, most));
    }

    static Text webPage() {
        return Text.of(
                "ウェブページ（HTML）です。ページを開き、本文を選んで写し、テキストとして保存したものを指定してください。",
                "This is a web page (HTML). Open it, copy the text of the plan, and save that as plain text.");
    }

    static Text data(String format) {
        return Text.of(
                format + " のデータで、計画の本文ではありません。年度計画の本文をテキストとして保存したものを指定してください。",
                "This is " + format
                        + " data and not the text of a plan. Give the plan's own text, saved as plain text.");
    }

    static Text mail() {
        return Text.of(
                "電子メールです。計画の本文だけをテキストとして保存したものを指定してください。",
                "This is an e-mail. Save only the text of the plan as plain text, and give that.");
    }

    static Text image() {
        return Text.of(
                "画像です。文字を認識（OCR）させ、テキストとして書き出したものを指定してください。",
                "This is an image. Have its characters recognised (OCR) and export them as plain text first.");
    }

    static Text archive() {
        return Text.of(
                "圧縮されたファイルです。展開し、計画のテキストを指定してください。",
                "This is a compressed file. Unpack it and give the text of the plan.");
    }

    static Text readAs(String charset) {
        return Text.of("文字コードを " + charset + " と判断しました。", "Read as " + charset + ".");
    }

    static Text control(char c) {
        String code = "U+%04X".formatted((int) c);
        return Text.of("制御文字 " + code + " をそのまま残しました。", "Control character " + code + " kept as it is.");
    }

    static Text unknownProfile(String name, Iterable<String> known) {
        return Text.of(
                "番号の様式「" + name + "」はありません。使えるのは " + String.join(", ", known) + " です。",
                "There is no numbering style «" + name + "». Known: " + String.join(", ", known) + ".");
    }

    static Text noNumbering(int lines, int markers) {
        return Text.of(
                "計画ではないようです: %,d 行のうち、番号の付いた項目が %d 件しか見つかりません。年度計画の本文を指定してください。".formatted(lines, markers),
                "This does not look like a plan: only %d numbered items in %,d lines. Give the text of an annual plan."
                        .formatted(markers, lines));
    }

    static Text law(int articles) {
        return Text.of(
                "計画ではないようです: 「第○条」で始まる行が %d 行あり、法令や規程の形をしています。年度計画の本文を指定してください。".formatted(articles),
                "This does not look like a plan: %d lines are articles (第○条), as in a law. Give the text of an annual plan."
                        .formatted(articles));
    }

    static Text noPlanWords(int found) {
        return Text.of(
                "計画ではないようです: 年度、中期目標、とるべき措置、予算など、計画に現れる語が %d 種類しかありません。年度計画の本文を指定してください。".formatted(found),
                ("This does not look like a plan: only %d of the words that plans use (fiscal year, objectives, measures,"
                                + " budget …) occur. Give the text of an annual plan.")
                        .formatted(found));
    }
}
