package tsukasa.watching;

import tsukasa.kernel.Text;

/// What of a finding can change, and why one no longer matches.
public enum Fact {
    SCORE("深刻度の評価が変わった", "its score changed"),
    EXPLOITED("悪用が確認された", "it is known to be exploited"),
    NO_LONGER_EXPLOITED("悪用の一覧から外れた", "it left the catalogue of exploited ones"),
    FIX("修正版の情報が変わった", "the version with the fix changed"),
    RANGE("影響を受ける版の範囲が変わった", "the range of versions changed"),
    CERTAINTY("該当の確かさが変わった", "how certain it is changed"),
    RULED_OUT("この版は対象外になった", "this version is no longer concerned"),
    NOT_NAMED("この製品について述べられなくなった", "the product is no longer named"),
    REJECTED("脆弱性情報が取り下げられた", "the entry was rejected");

    private final Text words;

    Fact(String ja, String en) {
        this.words = Text.of(ja, en);
    }

    public Text words() {
        return words;
    }
}
