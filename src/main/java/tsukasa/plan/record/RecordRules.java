package tsukasa.plan.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tsukasa.kernel.Text;
import tsukasa.plan.NewRecord;
import tsukasa.plan.Plan;
import tsukasa.plan.RecordOutcome.Refused;
import tsukasa.plan.Threshold;

/// What an entered result must be like to be counted.
final class RecordRules {
    static final String VIEW = "plan.pub_record_v1";

    private RecordRules() {}

    /// The thresholds of a plan that are counted from entered results.
    static List<Threshold> enterable(Plan plan) {
        return plan.thresholds().stream()
                .filter(threshold -> threshold.query().sources().contains(VIEW))
                .toList();
    }

    /// Empty when the record may be kept.
    static Optional<Refused> check(NewRecord record, List<Plan> plans, LocalDate today) {
        Optional<Plan> plan = plans.stream()
                .filter(p -> p.year().contains(record.occurredOn()))
                .findFirst();
        Optional<Threshold> threshold = plan.flatMap(p -> enterable(p).stream()
                .filter(t -> t.id().equals(record.threshold()))
                .findFirst());
        if (threshold.isEmpty() && plans.stream().noneMatch(p -> knows(p, record.threshold()))) {
            return refused(
                    "threshold",
                    "手で記録する目標ではありません。",
                    "This target is not counted from entered results.",
                    "一覧から選んでください。",
                    "Choose one from the list.");
        }
        if (threshold.isEmpty()) {
            return refused(
                    "occurredOn",
                    "計画の年度の外の日付です。",
                    "The date is outside the plan's year.",
                    "年度の中の日付にしてください。",
                    "Enter a date within the year.");
        }
        return text(record, plan.orElseThrow())
                .or(() -> date(record, threshold.get(), today))
                .or(() -> amount(record, threshold.get()));
    }

    private static boolean knows(Plan plan, String threshold) {
        return enterable(plan).stream().anyMatch(t -> t.id().equals(threshold));
    }

    private static Optional<Refused> text(NewRecord record, Plan plan) {
        if (record.subject().isBlank() || record.subject().length() > 200 || control(record.subject())) {
            return refused(
                    "subject",
                    "対象が空か、長すぎるか、使えない文字を含みます。",
                    "The subject is empty, too long, or has unusable characters.",
                    "200字以内で書いてください。",
                    "Write it in at most 200 characters.");
        }
        if (record.dimension()
                .filter(d -> d.isBlank() || d.length() > 100 || control(d))
                .isPresent()) {
            return refused(
                    "dimension",
                    "区分が長すぎるか、使えない文字を含みます。",
                    "The category is too long or has unusable characters.",
                    "100字以内で書くか、空のままにしてください。",
                    "Write at most 100 characters, or leave it empty.");
        }
        if (record.note().length() > 2000 || record.note().indexOf(0) >= 0) {
            return refused(
                    "note",
                    "メモが長すぎます。",
                    "The note is too long.",
                    "2,000字以内にしてください。",
                    "Keep it within 2,000 characters.");
        }
        if (plan.department(record.department()).isEmpty()) {
            return refused(
                    "department",
                    "計画にない部署です。",
                    "The plan knows no such department.",
                    "一覧から選んでください。",
                    "Choose one from the list.");
        }
        return Optional.empty();
    }

    private static boolean control(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    private static Optional<Refused> date(NewRecord record, Threshold threshold, LocalDate today) {
        if (record.occurredOn().isAfter(today)) {
            return refused(
                    "occurredOn",
                    "これからの日付です。",
                    "The date is in the future.",
                    "起きた日を書いてください。",
                    "Enter the day on which it happened.");
        }
        if (record.occurredOn().isBefore(threshold.from())
                || record.occurredOn().isAfter(threshold.asOf())) {
            return refused(
                    "occurredOn",
                    "この目標の期間の外の日付です。",
                    "The date is outside the period of this target.",
                    "期間の中の日付にしてください。",
                    "Enter a date within the period.");
        }
        return Optional.empty();
    }

    private static Optional<Refused> amount(NewRecord record, Threshold threshold) {
        boolean share = threshold.unit().ratio();
        if (record.amount() < 0 || record.amount() > 1_000_000_000_000L) {
            return refused(
                    "amount",
                    "数が範囲の外です。",
                    "The figure is out of range.",
                    "0以上1兆以下の整数を書いてください。",
                    "Enter a whole number from 0 to a million million.");
        }
        if (share != record.denominator().isPresent()) {
            return share
                    ? refused(
                            "denominator",
                            "割合の目標には、全体の数が要ります。",
                            "A share needs the number of all.",
                            "有効な回答の数を書いてください。",
                            "Enter how many valid answers there were.")
                    : refused(
                            "denominator",
                            "割合の目標ではありません。",
                            "This target is not a share.",
                            "全体の数を空にしてください。",
                            "Leave the number of all empty.");
        }
        if (record.denominator()
                .filter(all -> all <= 0 || all < record.amount())
                .isPresent()) {
            return refused(
                    "denominator",
                    "全体の数が、数えた数より小さくなっています。",
                    "The number of all is smaller than the part.",
                    "1以上で、数えた数以上にしてください。",
                    "Enter at least 1, and at least the part.");
        }
        return Optional.empty();
    }

    static Optional<Refused> refused(String field, String ja, String en, String nextJa, String nextEn) {
        return Optional.of(new Refused(field, Text.of(ja, en), Text.of(nextJa, nextEn)));
    }
}
