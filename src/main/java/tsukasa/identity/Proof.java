package tsukasa.identity;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import tsukasa.kernel.Text;

/// How a person proved who they are, how strongly, and when; stands beside the person's id in the session.
///
/// @param level      1: one thing, such as reading a mailbox; 2: two independent things
/// @param signedInAt when the session began: its lifetime counts from here, whatever is proved later
/// @param provedAt   when anything was proved last
public record Proof(Way way, int level, Instant signedInAt, Instant provedAt) implements Serializable {
    /// How long a proof is good for what may only be done by somebody who is surely still there.
    public static final Duration FRESH = Duration.ofMinutes(10);

    /// Nothing one could rely on: as weak and as old as can be.
    public static final Proof NONE = new Proof(Way.MAIL_LINK, 1, Instant.EPOCH, Instant.EPOCH);

    /// The ways to prove who one is.
    public enum Way {
        MAIL_LINK("メールのリンク", "Mail link", 1),
        /// The authenticator verified its user: having it, and being or knowing what opens it, are two things.
        PASSKEY("パスキー", "Passkey", 2),
        ONE_TIME_CODE("メールのリンクと確認コード", "Mail link and one-time code", 2),
        RECOVERY_CODE("メールのリンクと回復コード", "Mail link and recovery code", 2),
        API_TOKEN("APIトークン", "API token", 2),
        /// A password and an address, as their owner wrote them.
        GBIZ_ENTRY("GビズIDエントリー", "gBizID Entry", 1),
        /// A password and a telephone, of somebody the registry has checked.
        GBIZ_PRIME("GビズIDプライム", "gBizID Prime", 2),
        GBIZ_MEMBER("GビズIDメンバー", "gBizID Member", 2),
        /// My Number Card and its PIN.
        DIGITAL_AUTH_APP("デジタル認証アプリ", "Digital Authentication App", 2),
        STAFF_ACCOUNT("職員アカウント", "Staff account", 1),
        STAFF_ACCOUNT_TWICE("職員アカウント（2つの確認）", "Staff account, two proofs", 2);

        private final Text title;
        private final int level;

        Way(String ja, String en, int level) {
            this.title = Text.of(ja, en);
            this.level = level;
        }

        public Text title() {
            return title;
        }

        public int level() {
            return level;
        }

        /// Proved by a provider elsewhere, and not by us.
        public boolean elsewhere() {
            return switch (this) {
                case MAIL_LINK, PASSKEY, ONE_TIME_CODE, RECOVERY_CODE, API_TOKEN -> false;
                case GBIZ_ENTRY, GBIZ_PRIME, GBIZ_MEMBER, DIGITAL_AUTH_APP, STAFF_ACCOUNT, STAFF_ACCOUNT_TWICE -> true;
            };
        }
    }

    /// Somebody who signs in now.
    public static Proof by(Way way, Instant now) {
        return new Proof(way, way.level(), now, now);
    }

    /// One more proof in the same session; a weaker way takes no strength away.
    public Proof raised(Way added, Instant now) {
        return new Proof(added, Math.max(level, added.level()), signedInAt, now);
    }

    public boolean fresh(Instant now) {
        return provedAt.isAfter(now.minus(FRESH));
    }

    /// For the session, which holds no class of ours.
    public String written() {
        return way + " " + level + " " + signedInAt.toEpochMilli() + " " + provedAt.toEpochMilli();
    }

    public static Optional<Proof> read(String written) {
        String[] parts = written.split(" ", -1);
        return Arrays.stream(Way.values())
                .filter(way -> parts.length == 4 && way.name().equals(parts[0]))
                .findFirst()
                .map(way -> new Proof(
                        way,
                        Integer.parseInt(parts[1]),
                        Instant.ofEpochMilli(Long.parseLong(parts[2])),
                        Instant.ofEpochMilli(Long.parseLong(parts[3]))));
    }
}
