package tsukasa.demo.year;

import java.util.List;

/// What the demonstration year tells of one threshold until the end of December.
///
/// @param subjects   what the records are about; for a count of different subjects, each record has one of its own
/// @param dimensions shared out in turn
/// @param byMonth    what April to December add; for a share, how many were in favour
/// @param asked      for a share, how many were asked each month
record Told(
        String threshold,
        Kind kind,
        List<String> subjects,
        List<String> dimensions,
        List<Integer> byMonth,
        List<Integer> asked) {
    enum Kind {
        /// Each unit is a record with its own subject.
        ONE_BY_ONE,
        /// A record for each subject and dimension carries an amount.
        AMOUNTS,
        /// Answers in favour over answers.
        SHARE
    }

    static final List<Told> ALL = List.of(
            each("SEC-1.a", "重要インフラ企業 %03d", List.of("電力", "ガス", "鉄道", "金融", "化学", "水道"), 7, 8, 9, 9, 8, 9, 11, 11, 11),
            amounts(
                    "SEC-3.a",
                    List.of("中小企業の情報セキュリティ対策ガイドライン", "制御システムのリスク分析ガイド", "インターネット安全教室 教材"),
                    List.of("一般企業", "中小企業", "重要インフラ関連企業"),
                    4100,
                    4600,
                    5200,
                    4900,
                    4700,
                    5500,
                    5900,
                    5700,
                    5610),
            share(
                    "SEC-3.b",
                    "ガイドライン利用者アンケート",
                    List.of(0, 0, 292, 0, 0, 405, 0, 0, 479),
                    List.of(0, 0, 380, 0, 0, 520, 0, 0, 600)),
            each("SEC-4.a", "連携組織 %03d", List.of("消費者団体", "通信事業者団体"), 0, 0, 0, 1, 0, 0, 0, 1, 0),
            each(
                    "SEC-5.a",
                    "受講者 %03d",
                    List.of("中核人材育成プログラム", "責任者向けプログラム", "短期プログラム"),
                    0,
                    0,
                    48,
                    21,
                    14,
                    26,
                    31,
                    28,
                    18),
            amounts(
                    "SEC-6.a",
                    List.of("修了者の取組"),
                    List.of("演習実施", "ポリシー策定", "組織変更", "企画・提案"),
                    8,
                    9,
                    10,
                    11,
                    10,
                    12,
                    12,
                    13,
                    12),
            amounts("HRD-1.a", List.of("未踏修了生の成果"), List.of("新技術の創出", "資金確保", "ビジネスマッチング"), 0, 1, 2, 1, 2, 2, 2, 2, 2),
            each("HRD-2.a", "修了生 %03d", List.of("全国大会", "地方大会", "講演会"), 0, 2, 4, 6, 11, 8, 4, 3, 3),
            share(
                    "HRD-4.a",
                    "企業における試験の活用調査",
                    List.of(0, 0, 0, 0, 0, 0, 0, 0, 1062),
                    List.of(0, 0, 0, 0, 0, 0, 0, 0, 2000)),
            amounts(
                    "ICT-1.a",
                    List.of("情報セキュリティ白書2021", "デジタル変革の動向報告", "人材の動向報告"),
                    List.of("ダウンロード", "頒布"),
                    9800,
                    11200,
                    12100,
                    13400,
                    12800,
                    14100,
                    15300,
                    15100,
                    14602),
            amounts(
                    "ICT-2.a",
                    List.of("デジタル変革の実践手引書", "組込み開発の指針", "データ共通理解の手引き"),
                    List.of("ダウンロード", "頒布"),
                    38100,
                    40200,
                    42600,
                    43900,
                    42100,
                    44800,
                    46300,
                    45900,
                    45215),
            share(
                    "ICT-2.b",
                    "手引書利用者アンケート",
                    List.of(0, 0, 0, 0, 310, 0, 0, 565, 0),
                    List.of(0, 0, 0, 0, 430, 0, 0, 770, 0)),
            amounts(
                    "ICT-3.a",
                    List.of("ITスキル標準のページ"),
                    List.of("閲覧"),
                    3100,
                    3400,
                    3600,
                    3800,
                    3700,
                    3900,
                    4100,
                    4150,
                    4054),
            each("ICT-4.a", "診断組織 %03d", List.of("製造", "情報通信", "小売", "建設"), 9, 10, 11, 12, 11, 12, 13, 13, 13),
            each("ICT-5.a", "設計プロジェクト %03d", List.of("自律移動ロボット"), 0, 0, 0, 0, 0, 0, 1, 0, 0));

    private static Told each(String threshold, String subject, List<String> dimensions, Integer... byMonth) {
        return new Told(threshold, Kind.ONE_BY_ONE, List.of(subject), dimensions, List.of(byMonth), List.of());
    }

    private static Told amounts(String threshold, List<String> subjects, List<String> dimensions, Integer... byMonth) {
        return new Told(threshold, Kind.AMOUNTS, subjects, dimensions, List.of(byMonth), List.of());
    }

    private static Told share(String threshold, String subject, List<Integer> inFavour, List<Integer> asked) {
        return new Told(threshold, Kind.SHARE, List.of(subject), List.of("全回答"), inFavour, asked);
    }
}
