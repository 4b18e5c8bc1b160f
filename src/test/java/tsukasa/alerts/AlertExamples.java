package tsukasa.alerts;

import java.util.Set;
import java.util.UUID;
import tsukasa.identity.Role;
import tsukasa.identity.Visitor;
import tsukasa.kernel.foureyes.DraftOutcome;

/// People and words for tests of alerts.
public final class AlertExamples {
    public static final Visitor WRITER = staff("0a1e0001-0000-4000-8000-000000000001", "書記 一", Role.STAFF);
    public static final Visitor COLLEAGUE = staff("0a1e0001-0000-4000-8000-000000000002", "同僚 二", Role.SUPERVISOR);
    public static final Visitor APPROVER = staff("0a1e0001-0000-4000-8000-000000000003", "承認 三", Role.SUPERVISOR);

    private AlertExamples() {}

    private static Visitor staff(String id, String name, Role role) {
        return new Visitor(UUID.fromString(id), name, name.hashCode() + "@example.jp", Set.of(role), null);
    }

    /// @param subject told apart by the words of its title
    public static AlertWords words(String subject) {
        return new AlertWords(
                subject + "の脆弱性について",
                "Vulnerability in " + subject,
                "攻撃が確認されています。\n\n直ちに更新してください。",
                "Attacks have been observed.\n\nUpdate at once.",
                "修正された版に更新してください。",
                "Update to a fixed version.",
                "CRITICAL",
                "風システムズ / " + subject + " | 1.0 – 1.4",
                "CVE-2026-7001, cve-2026-1234567",
                "https://example.jp/advisory 製品開発者の発表",
                "security@example.jp",
                "",
                "");
    }

    public static AlertDraft done(DraftOutcome<AlertDraft> outcome) {
        return switch (outcome) {
            case DraftOutcome.Done<AlertDraft>(AlertDraft draft) -> draft;
            case DraftOutcome.Refused<AlertDraft> refused -> throw new AssertionError(refused);
        };
    }

    public static AlertNumber published(AlertWriting desk, String subject) {
        AlertDraft draft = done(desk.begin(words(subject), WRITER));
        AlertDraft sent = done(desk.submit(draft.id(), draft.seen(), WRITER));
        return done(desk.publish(sent.id(), sent.seen(), java.util.Optional.empty(), APPROVER))
                .of()
                .orElseThrow();
    }

    public static void closed(AlertWriting desk, AlertDraft.Kind kind, AlertNumber number) {
        AlertDraft draft = done(desk.begin(kind, number, WRITER));
        AlertDraft said =
                done(desk.write(draft.id(), draft.seen(), draft.words().saying("収束。", "Over."), WRITER));
        AlertDraft sent = done(desk.submit(draft.id(), said.seen(), WRITER));
        done(desk.publish(sent.id(), sent.seen(), java.util.Optional.empty(), APPROVER));
    }
}
