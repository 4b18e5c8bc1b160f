package tsukasa.audit;

import java.time.LocalDate;
import tsukasa.kernel.Text;

/// One thing that is not as it was sealed.
public sealed interface AuditFault {
    LocalDate day();

    /// In words.
    Text what();

    /// Of one entry.
    sealed interface OfEntry extends AuditFault {
        long seq();
    }

    /// What the entry says is not what was sealed.
    record Changed(LocalDate day, long seq, long id) implements OfEntry {
        @Override
        public Text what() {
            return Text.of("内容が変わっています。", "It does not say what was sealed.");
        }
    }

    /// No entry stands at this place any more.
    ///
    /// @param last the last place of the gap
    record Missing(LocalDate day, long seq, long last) implements OfEntry {
        @Override
        public Text what() {
            long count = last - seq + 1;
            return count == 1
                    ? Text.of("記録がなくなっています。", "It is missing.")
                    : Text.of(
                            seq + "から" + last + "までの" + count + "件がなくなっています。",
                            count + " are missing, " + seq + " to " + last + ".");
        }
    }

    /// It was sealed at another place.
    record Reordered(LocalDate day, long seq, long id, long sealedAs) implements OfEntry {
        @Override
        public Text what() {
            return Text.of(
                    "順番が変わっています。元は" + sealedAs + "番です。", "It was moved; it was sealed as number " + sealedAs + ".");
        }
    }

    /// Right in itself, but it does not follow the entry before it.
    record Unlinked(LocalDate day, long seq, long id) implements OfEntry {
        @Override
        public Text what() {
            return Text.of(
                    "前の記録とつながっていません。どちらかが差し替えられています。",
                    "It does not follow the entry before it: one of the two was replaced.");
        }
    }

    /// Nothing was sealed at this place.
    record Added(LocalDate day, long seq, long id) implements OfEntry {
        @Override
        public Text what() {
            return Text.of("封印のあとに加えられています。", "It was put in after the day was sealed.");
        }
    }

    /// A whole day, or several, are gone before this one.
    record DayMissing(LocalDate day, long ordinal, long expected) implements AuditFault {
        @Override
        public Text what() {
            return Text.of(
                    "この日の前の" + (ordinal - expected) + "日分がなくなっています。",
                    "Before this day, " + (ordinal - expected) + " whole day(s) are missing.");
        }
    }

    /// Entries of a day that has no seal.
    record DayUnsealed(LocalDate day) implements AuditFault {
        @Override
        public Text what() {
            return Text.of("記録があるのに、この日の封印がありません。", "There are entries, but the day's seal is gone.");
        }
    }

    /// The seal of the day does not fit its entries or the day before.
    record BadSeal(LocalDate day) implements AuditFault {
        @Override
        public Text what() {
            return Text.of("封印が、この日の記録または前の日と合いません。", "The seal fits neither its entries nor the day before.");
        }
    }

    /// The signature is not that of the key.
    record BadSignature(LocalDate day, String keyId) implements AuditFault {
        @Override
        public Text what() {
            return Text.of("署名が正しくありません（鍵 " + keyId + "）。", "The signature is wrong (key " + keyId + ").");
        }
    }

    /// Signed by a key that is not one of ours.
    record UnknownKey(LocalDate day, String keyId) implements AuditFault {
        @Override
        public Text what() {
            return Text.of(
                    "信頼する鍵ではない鍵で署名されています（鍵 " + keyId + "）。",
                    "It is signed by a key that is not trusted (key " + keyId + ").");
        }
    }

    /// A root that was published is not in the trail any more.
    record NotAsPublished(LocalDate day) implements AuditFault {
        @Override
        public Text what() {
            return Text.of("公表した根と違うか、この日がなくなっています。", "It is not as its root was published, or the day is gone.");
        }
    }
}
