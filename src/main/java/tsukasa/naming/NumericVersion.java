package tsukasa.naming;

/// Versions that are up to four numbers between dots, as nearly all are (`10.0.22631.3447`), as one number: it orders
/// them as [VersionScheme#GENERIC] does, so that ranges of them are asked without reading them again.
///
/// @param rank not negative, but for [#NONE]
public record NumericVersion(long rank) {
    /// What is no such version.
    public static final NumericVersion NONE = new NumericVersion(-1);

    private static final int PLACES = 4;
    private static final int BITS = 16;
    private static final int LARGEST_FIRST = (1 << (BITS - 1)) - 1;
    private static final int LARGEST = (1 << BITS) - 1;

    /// What ends earlier counts as if zeros followed.
    public static NumericVersion of(String version) {
        long rank = 0;
        int places = 0;
        int at = 0;
        while (at < version.length()) {
            if (version.charAt(at) == '.') {
                at++;
                continue;
            }
            int value = 0;
            for (; at < version.length() && version.charAt(at) != '.'; at++) {
                int digit = version.charAt(at) - '0';
                if (digit < 0 || digit > 9 || value > LARGEST) {
                    return NONE;
                }
                value = 10 * value + digit;
            }
            if (value > (places == 0 ? LARGEST_FIRST : LARGEST) || value > 0 && places >= PLACES) {
                return NONE;
            }
            rank = places < PLACES ? rank << BITS | value : rank;
            places++;
        }
        return new NumericVersion(rank << BITS * Math.max(0, PLACES - places));
    }

    public boolean fits() {
        return rank >= 0;
    }
}
