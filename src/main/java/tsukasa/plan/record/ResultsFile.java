package tsukasa.plan.record;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tsukasa.kernel.Text;
import tsukasa.kernel.table.CsvReader;
import tsukasa.plan.NewRecord;
import tsukasa.plan.RecordOutcome.Refused;

/// Reads many results from a CSV file and says of every line whether it could be entered.
final class ResultsFile {
    static final List<String> HEAD =
            List.of("threshold", "subject", "occurred_on", "dimension", "amount", "denominator", "department", "note");
    static final int LONGEST = 20_000;

    private ResultsFile() {}

    /// @param line counted from 1, the head being line 1
    record Line(int line, Optional<NewRecord> record, Optional<Refused> fault) {}

    /// What was found in the file: lines, or a fault of the file as a whole.
    record Reading(List<Line> lines, Optional<Refused> fault) {
        long good() {
            return lines.stream().filter(line -> line.fault().isEmpty()).count();
        }

        boolean ready() {
            return fault.isEmpty() && !lines.isEmpty() && good() == lines.size();
        }
    }

    /// @param sha256 of the file, so that the same line of the same file is entered once
    static Reading read(byte[] content, String sha256, Function<NewRecord, Optional<Refused>> check) {
        Optional<String> text = decoded(content);
        if (text.isEmpty()) {
            return broken(
                    "文字として読めません。",
                    "It cannot be read as text.",
                    "UTF-8かShift_JISのCSVにしてください。",
                    "Save it as CSV in UTF-8 or Shift_JIS.");
        }
        Optional<List<List<String>>> table = CsvReader.parse(text.get());
        if (table.isEmpty()) {
            return broken(
                    "引用符が閉じていません。",
                    "A quotation mark is not closed.",
                    "\"の対応を確かめてください。",
                    "Check that every \" has its partner.");
        }
        List<List<String>> rows = table.get();
        if (rows.isEmpty()
                || !rows.getFirst().stream().map(String::strip).toList().equals(HEAD)) {
            return broken(
                    "1行目の見出しが違います。",
                    "The head in line 1 is not as agreed.",
                    "見出しを " + String.join(",", HEAD) + " にしてください。",
                    "Make it " + String.join(",", HEAD) + ".");
        }
        if (rows.size() - 1 > LONGEST) {
            return broken(
                    "行が多すぎます。",
                    "There are too many lines.",
                    "1回に20,000行までにしてください。",
                    "Import at most 20,000 lines at a time.");
        }
        return new Reading(lines(rows, sha256, check), Optional.empty());
    }

    private static List<Line> lines(
            List<List<String>> rows, String sha256, Function<NewRecord, Optional<Refused>> check) {
        List<Line> lines = new ArrayList<>();
        for (int i = 1; i < rows.size(); i++) {
            if (!rows.get(i).stream().allMatch(String::isBlank)) {
                lines.add(line(i + 1, rows.get(i), sha256, check));
            }
        }
        return lines;
    }

    private static Line line(
            int number, List<String> cells, String sha256, Function<NewRecord, Optional<Refused>> check) {
        if (cells.size() != HEAD.size()) {
            return new Line(number, Optional.empty(), otherColumns());
        }
        Optional<LocalDate> day = day(cells.get(2));
        Optional<Long> amount = number(cells.get(4));
        if (day.isEmpty()) {
            return new Line(number, Optional.empty(), noDay());
        }
        if (amount.isEmpty() || (!cells.get(5).isBlank() && number(cells.get(5)).isEmpty())) {
            return new Line(number, Optional.empty(), noFigure());
        }
        NewRecord record = new NewRecord(
                cells.get(0).strip(),
                cells.get(1).strip(),
                day.get(),
                Optional.of(cells.get(3).strip()).filter(d -> !d.isEmpty()),
                amount.get(),
                number(cells.get(5)),
                cells.get(7).strip(),
                cells.get(6).strip(),
                Optional.of("csv:" + sha256 + ":" + number));
        return new Line(number, Optional.of(record), check.apply(record));
    }

    private static Optional<Refused> otherColumns() {
        return RecordRules.refused(
                "",
                "列の数が違います。",
                "The number of columns differs.",
                HEAD.size() + "列にしてください。",
                "Make it " + HEAD.size() + " columns.");
    }

    private static Optional<Refused> noDay() {
        return RecordRules.refused(
                "occurredOn",
                "日付を読めません。",
                "The date cannot be read.",
                "2021-12-31の形で書いてください。",
                "Write it like 2021-12-31.");
    }

    private static Optional<Refused> noFigure() {
        return RecordRules.refused(
                "amount", "数を読めません。", "The figure cannot be read.", "整数で書いてください。", "Write whole numbers.");
    }

    /// `2021-12-31`, in half-width or full-width digits. Years outside four digits are no dates.
    static Optional<LocalDate> day(String typed) {
        String plain = plain(typed).replace('/', '-');
        if (!plain.matches("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}")) {
            return Optional.empty();
        }
        String[] parts = plain.split("-", -1);
        try {
            return Optional.of(
                    LocalDate.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2])));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    /// A whole number, with or without thousands commas.
    static Optional<Long> number(String typed) {
        String plain = plain(typed).replace(",", "");
        return plain.matches("[0-9]{1,15}") ? Optional.of(Long.parseLong(plain)) : Optional.empty();
    }

    private static String plain(String typed) {
        return typed.length() > 64
                ? ""
                : Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
    }

    private static Optional<String> decoded(byte[] content) {
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("Windows-31J"))) {
            try {
                String text =
                        charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
                return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
            } catch (CharacterCodingException next) {
                continue;
            }
        }
        return Optional.empty();
    }

    private static Reading broken(String ja, String en, String nextJa, String nextEn) {
        return new Reading(List.of(), Optional.of(new Refused("file", Text.of(ja, en), Text.of(nextJa, nextEn))));
    }
}
