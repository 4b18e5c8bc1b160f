package tsukasa.demo.companies;

import java.util.List;
import java.util.random.RandomGenerator;

/// Company names made of a stem, a trade and a legal form; kana and Latin letters follow from the parts.
final class CompanyNames {
    record Part(String ja, String kana, String en) {}

    record Name(String ja, String kana, String en) {}

    private static final List<Part> STEMS = parts("""
            あおば アオバ Aoba|みなと ミナト Minato|ひがし ヒガシ Higashi|みなみ ミナミ Minami|北斗 ホクト Hokuto|霧島 キリシマ Kirishima
            駿河 スルガ Suruga|つくば ツクバ Tsukuba|小林 コバヤシ Kobayashi|白波 シラナミ Shiranami|若葉 ワカバ Wakaba|朝日野 アサヒノ Asahino
            光陽 コウヨウ Koyo|大樹 タイジュ Taiju|千歳 チトセ Chitose|松原 マツバラ Matsubara|桜井 サクライ Sakurai|富士見 フジミ Fujimi
            三輪 ミワ Miwa|森川 モリカワ Morikawa|石橋 イシバシ Ishibashi|高砂 タカサゴ Takasago|清流 セイリュウ Seiryu|瑞穂 ミズホ Mizuho
            八雲 ヤクモ Yakumo|青嶺 アオネ Aone|いよ イヨ Iyo|はまゆう ハマユウ Hamayu|ときわ トキワ Tokiwa|銀河 ギンガ Ginga
            東雲 シノノメ Shinonome|七海 ナナミ Nanami|岩瀬 イワセ Iwase|藤代 フジシロ Fujishiro|早瀬 ハヤセ Hayase|天竜 テンリュウ Tenryu
            立花 タチバナ Tachibana|須磨 スマ Suma|美里 ミサト Misato|荒川 アラカワ Arakawa|日向 ヒナタ Hinata|雪代 ユキシロ Yukishiro""");
    private static final List<Part> SECOND = parts("""
            第一 ダイイチ Daiichi|新 シン Shin|中央 チュウオウ Chuo|総合 ソウゴウ Sogo|共同 キョウドウ Kyodo|協和 キョウワ Kyowa
            大和 ヤマト Yamato|和光 ワコウ Wako|平成 ヘイセイ Heisei|友愛 ユウアイ Yuai|開成 カイセイ Kaisei|誠和 セイワ Seiwa""");
    private static final List<Part> FORMS = parts("""
            株式会社 カブシキガイシャ Co.,_Ltd.|有限会社 ユウゲンガイシャ Ltd.|合同会社 ゴウドウガイシャ LLC""");

    private CompanyNames() {}

    static Name draw(Trade trade, RandomGenerator random) {
        Part stem = pick(STEMS, random);
        boolean longer = random.nextInt(3) == 0;
        Part second = pick(SECOND, random);
        Part word = trade.words().get(random.nextInt(trade.words().size()));
        Part form = FORMS.get(random.nextInt(10) < 7 ? 0 : 1 + random.nextInt(2));
        String ja = stem.ja() + (longer ? second.ja() : "") + word.ja();
        String kana = stem.kana() + (longer ? second.kana() : "") + word.kana();
        String en = stem.en() + (longer ? " " + second.en() : "") + " " + word.en() + " " + form.en();
        return new Name(random.nextInt(5) == 0 ? ja + form.ja() : form.ja() + ja, kana, en);
    }

    private static Part pick(List<Part> parts, RandomGenerator random) {
        return parts.get(random.nextInt(parts.size()));
    }

    static List<Part> parts(String table) {
        return table.lines()
                .flatMap(line -> java.util.Arrays.stream(line.strip().split("\\|")))
                .map(entry -> entry.split(" "))
                .map(fields -> new Part(fields[0], fields[1], fields[2].replace('_', ' ')))
                .toList();
    }
}
