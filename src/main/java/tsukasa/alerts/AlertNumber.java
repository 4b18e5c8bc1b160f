package tsukasa.alerts;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The number of an alert, `2021-0007`: the year of its first publication in Japan, and its place in it. It is given at
/// publication, so no gap tells that something is being written.
public record AlertNumber(int year, int number) implements Comparable<AlertNumber> {
    private static final Pattern WRITTEN = Pattern.compile("([0-9]{4})-([0-9]{4,6})");

    public static Optional<AlertNumber> read(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        return written.matches()
                ? Optional.of(new AlertNumber(Integer.parseInt(written.group(1)), Integer.parseInt(written.group(2))))
                : Optional.empty();
    }

    @Override
    public int compareTo(AlertNumber other) {
        return year == other.year ? Integer.compare(number, other.number) : Integer.compare(year, other.year);
    }

    @Override
    public String toString() {
        return "%04d-%04d".formatted(year, number);
    }
}
