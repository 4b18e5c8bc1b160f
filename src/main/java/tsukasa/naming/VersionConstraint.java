package tsukasa.naming;

/// One bound of a range of versions, such as `>=1.2`.
public record VersionConstraint(Comparator comparator, String version) {
    /// How the versions that are meant stand to the version that is named.
    public enum Comparator {
        EQUAL(""),
        NOT_EQUAL("!="),
        LESS("<"),
        AT_MOST("<="),
        GREATER(">"),
        AT_LEAST(">="),
        ANY("*");

        private final String sign;

        Comparator(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }

        /// `<` or `<=`.
        public boolean upper() {
            return this == LESS || this == AT_MOST;
        }

        /// `>` or `>=`.
        public boolean lower() {
            return this == GREATER || this == AT_LEAST;
        }

        /// Whether the named version itself is meant.
        public boolean includes() {
            return this == EQUAL || this == AT_MOST || this == AT_LEAST || this == ANY;
        }
    }

    @Override
    public String toString() {
        return comparator.sign() + version;
    }
}
