package tsukasa.scheme.form;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Problem.Kind;
import tsukasa.kernel.Text;
import tsukasa.scheme.Drafts;
import tsukasa.scheme.Scheme;

/// Opens, keeps and closes drafts. A draft that nobody touches ends by itself.
@Component
class DraftDesk implements Drafts {
    private static final Duration KEPT = Duration.ofDays(30);
    /// As long as the link that opened it.
    private static final Duration KEPT_FOR_CHANGE = Duration.ofDays(7);
    private final DraftStore drafts;
    private final Clock clock;

    DraftDesk(DraftStore drafts, Clock clock) {
        this.drafts = drafts;
        this.clock = clock;
    }

    @Transactional
    public Secret begin(Scheme scheme, Map<String, Object> answers) {
        return begin(scheme, answers, null);
    }

    @Override
    @Transactional
    public String forChange(Scheme scheme, String number, Map<String, Object> answers) {
        Secret secret = begin(scheme, answers, number);
        return new Way(scheme, secret).to(Course.of(scheme, answers).first());
    }

    private Secret begin(Scheme scheme, Map<String, Object> answers, @Nullable String entry) {
        Instant now = now();
        drafts.forget(now);
        Secret secret = Secret.fresh();
        Duration kept = entry == null ? KEPT : KEPT_FOR_CHANGE;
        String key = UUID.randomUUID().toString();
        drafts.add(secret.hash(), new Draft(scheme.id(), answers, key, entry, now, now.plus(kept), null));
        return secret;
    }

    Draft open(Scheme scheme, Secret secret) {
        return drafts.find(secret.hash(), scheme.id(), now()).orElseThrow(DraftDesk::gone);
    }

    /// What one step says; nothing changes once the draft was sent.
    Draft save(Scheme scheme, Secret secret, Collection<String> fields, Map<String, Object> answers) {
        Draft draft = open(scheme, secret);
        Instant now = now();
        Instant expires = draft.change() ? draft.expiresAt() : now.plus(KEPT);
        drafts.save(secret.hash(), fields, answers, now, expires);
        return open(scheme, secret);
    }

    void sent(Secret secret, String number) {
        drafts.sent(secret.hash(), number);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    static Problem gone() {
        return new Problem(
                Kind.GONE,
                Text.of(
                        "この下書きはありません。期限が過ぎたか、アドレスが違います。",
                        "There is no such draft. It has ended, or the address is wrong."),
                Text.of(
                        "アドレスを最後まで写したか確かめるか、はじめから入力してください。",
                        "Check that the address was copied to its end, or start again."));
    }
}
