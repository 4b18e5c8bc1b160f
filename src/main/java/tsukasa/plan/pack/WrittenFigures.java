package tsukasa.plan.pack;

import java.util.List;
import java.util.Map;
import tsukasa.plan.Accounts;
import tsukasa.plan.GradingRules;
import tsukasa.plan.MoneyTable;
import tsukasa.plan.MoneyTable.Cell;
import tsukasa.plan.OtherTarget;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;

/// The files of a package that hold figures: other targets, money tables, grading rules.
final class WrittenFigures {
    private final Plan plan;

    WrittenFigures(Plan plan) {
        this.plan = plan;
    }

    List<Map<String, Object>> targets() {
        return plan.targets().stream().map(WrittenFigures::target).toList();
    }

    private static Map<String, Object> target(OtherTarget target) {
        Map<String, Object> written = Written.keys();
        written.put("id", target.id());
        written.put("places", places(target.places()));
        written.put("title", Written.words(target.title()));
        written.put("comparator", target.comparator());
        written.put("value", target.value());
        written.put("unit", Written.words(target.unit()));
        written.put("note", Written.words(target.note()));
        return written;
    }

    private static List<String> places(List<Place> places) {
        return places.stream().map(Place::value).toList();
    }

    Map<String, Object> grading() {
        GradingRules rules = plan.grading();
        Map<String, Object> written = Written.keys();
        written.put("authority", Written.words(rules.authority()));
        written.put("standard", rules.standard());
        written.put(
                "rules",
                rules.rules().stream()
                        .map(rule -> {
                            Map<String, Object> line = Written.keys();
                            line.put("grade", rule.grade());
                            line.put("from", rule.from().toString());
                            if (rule.needsQuality()) {
                                line.put("needs-quality", true);
                            }
                            line.put("meaning", Written.words(rule.meaning()));
                            return line;
                        })
                        .toList());
        return written;
    }

    Map<String, Object> tables() {
        Map<String, Object> written = Written.keys();
        Written.put(
                written,
                "accounts",
                plan.accounts().accounts().stream()
                        .map(account -> {
                            Map<String, Object> line = Written.keys();
                            line.put("id", account.id());
                            line.put("title", Written.words(account.title()));
                            Written.put(line, "segments", account.segments());
                            Written.put(line, "sections", places(account.sections()));
                            return line;
                        })
                        .toList());
        Written.put(
                written,
                "segments",
                plan.accounts().segments().stream()
                        .map(segment -> {
                            Map<String, Object> line = Written.keys();
                            line.put("id", segment.id());
                            line.put("title", Written.words(segment.title()));
                            Written.put(line, "sections", places(segment.sections()));
                            return line;
                        })
                        .toList());
        Written.put(
                written,
                "personnel",
                plan.accounts().personnel().stream()
                        .map(WrittenFigures::personnel)
                        .toList());
        written.put("tables", plan.tables().stream().map(WrittenFigures::table).toList());
        return written;
    }

    private static Map<String, Object> personnel(Accounts.PersonnelEstimate estimate) {
        Map<String, Object> written = Written.keys();
        written.put("table", estimate.table());
        written.put("account", estimate.account());
        written.put("millions", estimate.millions());
        Map<String, Object> parts = Written.keys();
        estimate.segments().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(part -> parts.put(part.getKey(), part.getValue()));
        Written.put(written, "segments", parts);
        estimate.note().ifPresent(note -> written.put("note", Written.words(note)));
        return written;
    }

    private static Map<String, Object> table(MoneyTable table) {
        Map<String, Object> written = Written.keys();
        written.put("id", table.id());
        written.put("kind", Written.name(table.kind()));
        written.put("account", table.account());
        written.put("title", Written.words(table.title()));
        written.put(
                "columns",
                table.columns().stream()
                        .map(column -> {
                            Map<String, Object> line = Written.keys();
                            line.put("code", column.code());
                            line.put("title", Written.words(column.title()));
                            return line;
                        })
                        .toList());
        written.put(
                "rows",
                table.rows().stream()
                        .map(row -> {
                            Map<String, Object> line = Written.keys();
                            line.put("code", row.code());
                            line.put("label", Written.words(row.label()));
                            line.put("depth", row.depth());
                            line.put(
                                    "cells",
                                    row.cells().stream()
                                            .map(WrittenFigures::cell)
                                            .toList());
                            return line;
                        })
                        .toList());
        Written.put(written, "notes", table.notes().stream().map(Written::words).toList());
        return written;
    }

    private static Object cell(Cell cell) {
        return switch (cell) {
            case Cell.Figure(long millions) -> millions;
            case Cell.Nil nil -> "nil";
            case Cell.Blank blank -> "blank";
        };
    }
}
