package tsukasa.plan.record;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.plan.NewRecord;

/// The form of one result as it was sent, before anything is believed.
record ResultInput(
        @Nullable String threshold,
        @Nullable String subject,
        @Nullable String occurredOn,
        @Nullable String dimension,
        @Nullable String amount,
        @Nullable String denominator,
        @Nullable String department,
        @Nullable String note,
        @Nullable String key) {
    static final ResultInput EMPTY = new ResultInput(null, null, null, null, null, null, null, null, null);

    /// What cannot be read at all; what it must be like, the rules say.
    Errors errors(Frame frame) {
        Errors errors = Errors.none();
        if (ResultsFile.day(text(occurredOn)).isEmpty()) {
            errors = errors.with(
                    "occurredOn",
                    frame.say("日付を読めません。2021-12-31の形で書いてください。", "The date cannot be read. Write it like 2021-12-31."));
        }
        if (ResultsFile.number(text(amount)).isEmpty()) {
            errors = errors.with(
                    "amount", frame.say("数を読めません。整数で書いてください。", "The figure cannot be read. Write a whole number."));
        }
        if (!text(denominator).isBlank()
                && ResultsFile.number(text(denominator)).isEmpty()) {
            errors = errors.with(
                    "denominator",
                    frame.say("全体の数を読めません。整数で書いてください。", "The total cannot be read. Write a whole number."));
        }
        return errors;
    }

    /// Only after [#errors(Frame)] found none.
    NewRecord record() {
        return new NewRecord(
                text(threshold),
                text(subject).strip(),
                ResultsFile.day(text(occurredOn)).orElseThrow(),
                Optional.of(text(dimension).strip()).filter(d -> !d.isEmpty()),
                ResultsFile.number(text(amount)).orElseThrow(),
                ResultsFile.number(text(denominator)),
                text(note).strip(),
                text(department),
                Optional.of(text(key)).filter(k -> k.matches("form:[0-9a-f-]{36}")));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
