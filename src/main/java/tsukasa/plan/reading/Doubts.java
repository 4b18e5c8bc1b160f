package tsukasa.plan.reading;

import tsukasa.kernel.Text;

/// What the reader says about what it was unsure of.
final class Doubts {
    private Doubts() {}

    static Text furniture(String line) {
        return Text.of(
                "「" + line + "」をページ番号または柱として、文の外に残しました。",
                "«" + line + "» kept outside the sentences as a page number or running head.");
    }

    static Text outOfSequence(String marker) {
        String number = Characters.strip(marker);
        return Text.of(
                "番号「" + number + "」は前の番号に続いていません。項目として残しました。",
                "Number «" + number + "» does not follow the one before; kept as an item.");
    }

    static Text usedTwice(String place) {
        return Text.of(
                "位置 " + place + " は既にあります。別の位置として残しました。",
                "The place " + place + " exists already; kept under a place of its own.");
    }

    static Text extraLevel(String style) {
        return Text.of(
                "様式にない番号（" + style + "）を、直前の段の下の段として読みました。",
                "Numbers of a kind the style does not have (" + style + ") were read as one more level.");
    }

    static Text likeAHeading(String line) {
        String shown = line.length() > 24 ? line.substring(0, 24) + "…" : line;
        return Text.of(
                "「" + shown + "」は見出しか番号のようですが、この様式にはありません。上の項目の文として残しました。",
                "«" + shown
                        + "» looks like a heading or a number, but not of this style; kept as text of the item above.");
    }

    static Text more(int count) {
        return Text.of(
                "同じような箇所が、ほかに %,d か所あります。文はすべて残しています。".formatted(count),
                "There are %,d more places like these. All text is kept.".formatted(count));
    }

    static Text unclosed() {
        return Text.of("括弧が閉じていません。「。」で文を分けました。", "A bracket is not closed; sentences were split at 。 all the same.");
    }

    static Text noYear() {
        return Text.of("表題に年度が見つかりません。", "No fiscal year found in the title.");
    }

    static Text endsInSentence() {
        return Text.of(
                "最後の文が「。」で終わっていません。末尾が欠けていないか確かめてください。",
                "The last sentence does not end with 。; check whether the end is missing.");
    }

    static Text repeatWithoutOriginal(String place) {
        return Text.of(
                place + " は再掲とありますが、同じ文言の項目が見つかりません。",
                place + " says it is a repetition (再掲), but no item has the same words.");
    }

    static Text noComparator(String target) {
        return Text.of(
                "「" + target + "」に「以上」などの語がありません。以上として読みました。",
                "No 以上 (at least) is printed at «" + target + "»; read as at least.");
    }

    static Text strictly(String target) {
        return Text.of(
                "「" + target + "」は境の値を含まない言い方です。含むものとして読みました。",
                "«" + target + "» excludes the bound itself; read as including it.");
    }

    static Text fromReference(String target, String reference) {
        return Text.of(
                "「" + target + "」の値を「" + reference + "」から読みました。",
                "The value of «" + target + "» was taken from «" + reference + "».");
    }

    static Text noTarget(String title) {
        return Text.of("指標「" + title + "」に目標値が見つかりません。", "No target value found for the indicator «" + title + "».");
    }

    static Text countInParentheses(String target) {
        return Text.of(
                "目標値を括弧の中の「" + target + "」から読み、以上としました。",
                "The target was read from «" + target + "» in parentheses, as at least.");
    }
}
