package tsukasa.plan.reading;

import java.util.Locale;
import java.util.stream.Collectors;
import tsukasa.kernel.Language;
import tsukasa.plan.Doubt;
import tsukasa.plan.ReadingResult;
import tsukasa.plan.ReadingSummary;
import tsukasa.plan.TableCheck;

/// The report for programs. Written by hand: the only strings are ours and labels, and a library would cost a tenth of
/// the second an import may take.
final class JsonReport {
    private JsonReport() {}

    static String of(ReadingResult.Read read, ReadingSummary summary, Language language) {
        return """
                {
                  "summary": {
                    "sections": %d,
                    "items": %d,
                    "sentences": %d,
                    "indicators": %d,
                    "tables": %d,
                    "cells": %d,
                    "identities": {"exact": %d, "withinRounding": %d, "wrong": %d}
                  },
                  "doubts": [%s],
                  "wrong": [%s]
                }""".formatted(
                summary.sections(),
                summary.items(),
                summary.sentences(),
                summary.indicators(),
                summary.tables(),
                summary.cells(),
                summary.exact(),
                summary.withinRounding(),
                summary.wrong().size(),
                read.doubts().stream()
                        .map(d -> doubt(d, language))
                        .collect(Collectors.joining(",", "", read.doubts().isEmpty() ? "" : "\n  ")),
                summary.wrong().stream()
                        .map(JsonReport::wrong)
                        .collect(Collectors.joining(",", "", summary.wrong().isEmpty() ? "" : "\n  ")));
    }

    private static String doubt(Doubt doubt, Language language) {
        return "\n    {\"line\": %d, \"lines\": %d, \"what\": %s, \"kind\": %s}"
                .formatted(
                        doubt.line(),
                        doubt.lines(),
                        string(doubt.what().in(language)),
                        string(doubt.kind().name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    private static String wrong(TableCheck check) {
        return "\n    {\"table\": %s, \"row\": %s, \"column\": %s, \"stated\": %d, \"computed\": %d}"
                .formatted(
                        string(check.table()),
                        string(check.row()),
                        string(check.column()),
                        check.stated(),
                        check.computed());
    }

    static String string(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                default -> {
                    boolean escaped = c < 0x20 || c >= 0x7F && c <= 0x9F || Character.isSurrogate(c) || c == '\u2028';
                    json.append(escaped ? "\\u%04x".formatted((int) c) : String.valueOf(c));
                }
            }
        }
        return json.append('"').toString();
    }
}
