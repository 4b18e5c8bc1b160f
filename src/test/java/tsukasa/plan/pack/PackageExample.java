package tsukasa.plan.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tsukasa.plan.PackageProblem;
import tsukasa.plan.PackageReading;
import tsukasa.plan.Plan;

/// The smallest package without a fault, to be spoilt in one place.
final class PackageExample {
    static final String SQL = """
            -- How many walks in a period?
            select record_id as row_id, subject, occurred_on, dimension, amount, denominator, link,
                   case when approved_at is null then 1 when occurred_on < :from then 1 else 2 end as passed,
                   recorded_at
              from plan.pub_record_v1
             where occurred_on <= :as_of and recorded_at <= :known_at
            """;
    private final Map<String, String> files = new LinkedHashMap<>();

    PackageExample() {
        files.put("plan.yaml", """
                format: 1
                id: park
                year: 2024
                title: {ja: 公園の計画, en: Plan of the parks}
                agency: {ja: 公園機構, en: Park agency}
                legal-basis: {ja: 公園法, en: Parks act}
                departments:
                  green: {ja: 緑地部, en: Green}
                units:
                  walk: {ja: 回, en: walks}
                  share: {ja: 割合, en: share, ratio: true}
                items: [items.yaml]
                indicators: [indicators/P-1.yaml]
                targets: targets.yaml
                tables: tables.yaml
                grading: grading.yaml
                """);
        files.put("items.yaml", """
                - {place: Ⅰ, level: section, title: {ja: 散歩, en: Walks}}
                - {place: Ⅰ-①, level: measure, title: {ja: 歩く, en: Walk}, department: green, rows: [1]}
                - {place: Ⅰ-②, level: measure, title: {ja: 再び歩く, en: Walk again}, repeats: Ⅰ-①}
                - {place: Ⅰ-KPI, level: item, title: {ja: 指標, en: Indicators}}
                - {place: Ⅰ-KPI-①, level: measure, title: {ja: 回数, en: Number}}
                """);
        files.put("indicators/P-1.yaml", """
                id: P-1
                place: Ⅰ-KPI-①
                section: Ⅰ
                title: {ja: 散歩の回数, en: Number of walks}
                definition: {ja: 散歩を数えます。, en: Counts walks.}
                thresholds:
                  - id: P-1.a
                    title: {ja: 散歩, en: Walks}
                    kind: flow
                    unit: walk
                    comparator: '>='
                    target: 100
                    query:
                      file: indicators/P-1.a.sql
                      version: 1
                      steps: [{ja: すべて, en: All}, {ja: 承認済み, en: Approved}]
                """);
        files.put("indicators/P-1.a.sql", SQL);
        files.put("targets.yaml", """
                - id: T-1
                  places: [Ⅰ-①]
                  title: {ja: ベンチ, en: Benches}
                  comparator: '>='
                  value: '2'
                  unit: {ja: 台, en: benches}
                  note: {ja: 新しいもの, en: New ones}
                """);
        files.put("tables.yaml", """
                accounts:
                  - {id: general, title: {ja: 一般, en: General}, segments: [trees]}
                segments:
                  - {id: trees, title: {ja: 木, en: Trees}, sections: [Ⅰ]}
                personnel:
                  - {table: 1-1, account: general, millions: 3, segments: {trees: 3}}
                tables:
                  - id: 1-1
                    kind: budget
                    account: general
                    title: {ja: 予算, en: Budget}
                    columns:
                      - {code: trees, title: {ja: 木, en: Trees}}
                      - {code: total, title: {ja: 計, en: Total}}
                    rows:
                      - {code: rev.grant, label: {ja: 交付金, en: Grant}, depth: 1, cells: [nil, 0]}
                      - {code: rev.total, label: {ja: 計, en: Total}, depth: 0, cells: [-4, blank]}
                """);
        files.put("grading.yaml", """
                authority: {ja: 指針, en: Guidelines}
                standard: B
                rules:
                  - {grade: A, from: 120%, meaning: {ja: 良い, en: Good}}
                  - {grade: B, from: 0, meaning: {ja: 普通, en: Standard}}
                """);
    }

    PackageExample file(String path, String content) {
        files.put(path, content);
        return this;
    }

    PackageExample without(String path) {
        files.remove(path);
        return this;
    }

    PackageExample replace(String path, String what, String by) {
        String before = String.valueOf(files.get(path));
        if (!before.contains(what)) {
            throw new IllegalArgumentException("the example has no «" + what + "» in " + path);
        }
        files.put(path, before.replace(what, by));
        return this;
    }

    Path writeTo(Path folder) {
        try {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Plan accepted(Path folder) {
        return PackageFolders.accepted(writeTo(folder));
    }

    /// What a reader of this package complains about.
    List<PackageProblem> problems(Path folder) {
        return switch (PackageFolders.read(writeTo(folder))) {
            case PackageReading.Accepted _ -> List.of();
            case PackageReading.Rejected refusal -> refusal.problems();
        };
    }
}
