package tsukasa.files.keeping;

/// A name as people may be shown it.
final class ShownName {
    private static final int LONGEST = 200;

    private ShownName() {}

    /// Without folders, control characters and characters that turn the reading direction; the ending stays.
    static String of(String given) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String clean = last.codePoints()
                .filter(c -> !Character.isISOControl(c)
                        && Character.getType(c) != Character.FORMAT
                        && Character.getType(c) != Character.SURROGATE
                        && c != '"')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        String shown = clean.isEmpty() || clean.chars().allMatch(c -> c == '.') ? "file" : clean;
        return shown.length() <= LONGEST ? shown : cut(shown);
    }

    private static String cut(String shown) {
        int from = shown.length() - LONGEST;
        return shown.substring(Character.isLowSurrogate(shown.charAt(from)) ? from + 1 : from);
    }
}
