package tsukasa.scheme.lookup;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tsukasa.kernel.Prefecture;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.SortedBy;
import tsukasa.scheme.FormField;
import tsukasa.scheme.Scheme;

/// What someone looks for in a register. What is not understood is left out, but for the date: a wrong day would give
/// a wrong answer without anybody noticing.
///
/// @param small only small and medium companies, or only the others
/// @param asOf  the day on which the entries stand
/// @param known only what had been recorded by the end of this day; empty: all that is known today
record Search(
        Scheme scheme,
        String text,
        Optional<Prefecture> prefecture,
        Optional<FormField.Choice> industry,
        Optional<Scheme.Level> level,
        Optional<Boolean> small,
        LocalDate asOf,
        Optional<LocalDate> known,
        Order order) {
    private static final int LONGEST = 100;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}]");

    enum Order {
        NEWEST("-date", "lower(valid) desc, entry_id desc"),
        OLDEST("date", "lower(valid), entry_id"),
        BY_NAME("name", "kana, entry_id"),
        BY_NAME_BACKWARDS("-name", "kana desc, entry_id desc");

        private final String word;
        private final String sql;

        Order(String word, String sql) {
            this.word = word;
            this.sql = sql;
        }

        String sql() {
            return sql;
        }

        Order backwards() {
            return switch (this) {
                case NEWEST -> OLDEST;
                case OLDEST -> NEWEST;
                case BY_NAME -> BY_NAME_BACKWARDS;
                case BY_NAME_BACKWARDS -> BY_NAME;
            };
        }

        SortedBy sortedBy() {
            return SortedBy.read(word);
        }
    }

    /// The same words as in the address.
    record Asked(
            String q,
            String prefecture,
            String industry,
            String level,
            String company,
            String asOf,
            String knownAt,
            String sort) {
        /// Nothing but a day.
        static Asked on(String asOf) {
            return new Asked("", "", "", "", "", asOf, "", "");
        }
    }

    static Search of(Scheme scheme, Asked asked, LocalDate today) {
        return new Search(
                scheme,
                clean(asked.q()),
                Prefecture.ofCode(asked.prefecture()),
                industries(scheme)
                        .filter(c -> c.value().equals(asked.industry()))
                        .findFirst(),
                scheme.level(asked.level()),
                switch (asked.company()) {
                    case "small" -> Optional.of(true);
                    case "other" -> Optional.of(false);
                    default -> Optional.empty();
                },
                day(asked.asOf(), today),
                asked.knownAt().isBlank() ? Optional.empty() : Optional.of(day(asked.knownAt(), today)),
                Stream.of(Order.values())
                        .filter(o -> o.word.equals(asked.sort()))
                        .findFirst()
                        .orElse(Order.NEWEST));
    }

    static Stream<FormField.Choice> industries(Scheme scheme) {
        FormField field = scheme.fields().get(scheme.register().industry());
        return field == null ? Stream.empty() : field.choices().stream();
    }

    private static String clean(String typed) {
        String text = CONTROL.matcher(typed).replaceAll(" ").strip();
        return text.length() > LONGEST ? text.substring(0, LONGEST).strip() : text;
    }

    private static LocalDate day(String typed, LocalDate today) {
        if (typed.isBlank()) {
            return today;
        }
        try {
            LocalDate day = LocalDate.parse(typed.strip());
            if (!day.isAfter(today) && day.getYear() >= 1950) {
                return day;
            }
        } catch (DateTimeParseException _) {
            // answered below, like a day that is out of range
        }
        throw Problem.invalid(
                Text.of("基準日を読み取れません。", "The date cannot be read."),
                Text.of("今日までの日付を 2022-03-31 の形で指定してください。", "Give a day up to today, as in 2022-03-31."));
    }

    /// Nothing but what the counts by prefecture, industry and level already know.
    boolean withoutText() {
        return text.isEmpty() && known.isEmpty();
    }
}
