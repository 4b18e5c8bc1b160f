package tsukasa.plan;

import org.jspecify.annotations.Nullable;

/// Where in the plan something stands, e.g. `Ⅰ-1-(1-2)-②-a`; an indicator's place is `Ⅰ-1-KPI-②`. Stable for the year.
public record Place(String value) implements Comparable<Place> {
    public Place {
        if (value.isBlank() || value.length() > 80) {
            throw new IllegalArgumentException("not a place in a plan: «" + value + "»");
        }
    }

    /// The place one level up, or null at a section. A step in parentheses, `(1-2)`, is one step.
    public @Nullable Place parent() {
        int depth = 0;
        for (int i = value.length() - 1; i > 0; i--) {
            char c = value.charAt(i);
            depth += c == ')' ? 1 : c == '(' ? -1 : 0;
            if (c == '-' && depth == 0) {
                return new Place(value.substring(0, i));
            }
        }
        return null;
    }

    /// Whether it is the other or stands below it.
    public boolean within(Place above) {
        int length = above.value.length();
        return value.startsWith(above.value) && (value.length() == length || value.charAt(length) == '-');
    }

    /// 別紙: a table behind the text.
    public boolean annex() {
        return value.startsWith("別紙");
    }

    /// As people read it: Roman numerals in plain letters, since the full-width ones leave gaps between them.
    public String label() {
        StringBuilder label = new StringBuilder();
        value.codePoints().forEach(c -> {
            boolean roman = c >= 0x2160 && c <= 0x216B;
            label.append(
                    roman
                            ? java.text.Normalizer.normalize(Character.toString(c), java.text.Normalizer.Form.NFKC)
                            : Character.toString(c));
        });
        return label.toString();
    }

    /// For `id` attributes and addresses: Roman section as digits, circled numbers plain, no parentheses:
    /// `1-1-1-2-2-a`, `annex-1-4`.
    public String slug() {
        return java.text.Normalizer.normalize(value, java.text.Normalizer.Form.NFKC)
                .replace("別紙", "annex-")
                .replace("IX", "9")
                .replace("VIII", "8")
                .replace("VII", "7")
                .replace("VI", "6")
                .replace("IV", "4")
                .replace("V", "5")
                .replace("III", "3")
                .replace("II", "2")
                .replaceAll("^I(?=-|$)", "1")
                .replace("(", "")
                .replace(")", "");
    }

    @Override
    public int compareTo(Place other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
