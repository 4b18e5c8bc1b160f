package tsukasa.scheme.form;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.identity.Extent;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Problem.Kind;
import tsukasa.kernel.Text;
import tsukasa.scheme.Drafts;
import tsukasa.scheme.Scheme;
import tsukasa.scheme.Schemes;

/// Opens, keeps and closes drafts. A draft that nobody touches ends by itself.
@Component
class DraftDesk implements Drafts {
    private static final Duration KEPT = Duration.ofDays(30);
    /// As long as the link that opened it.
    private static final Duration KEPT_FOR_CHANGE = Duration.ofDays(7);
    private final Schemes schemes;
    private final DraftStore drafts;
    private final Delegates delegates;
    private final Clock clock;

    DraftDesk(Schemes schemes, DraftStore drafts, Delegates delegates, Clock clock) {
        this.schemes = schemes;
        this.drafts = drafts;
        this.delegates = delegates;
        this.clock = clock;
    }

    @Transactional
    public Secret begin(Scheme scheme, Map<String, Object> answers) {
        return begin(scheme, answers, null, null);
    }

    /// Begun by a delegate for the organisation it acts for.
    @Transactional
    public Secret begin(Scheme scheme, Map<String, Object> answers, UUID actsFor) {
        return begin(scheme, answers, null, actsFor);
    }

    @Override
    @Transactional
    public String forChange(Scheme scheme, String number, Map<String, Object> answers) {
        Secret secret = begin(scheme, answers, number, null);
        return new Way(scheme, secret).to(Course.of(scheme, answers).first());
    }

    private Secret begin(Scheme scheme, Map<String, Object> answers, @Nullable String entry, @Nullable UUID actsFor) {
        Instant now = now();
        drafts.forget(now);
        Secret secret = Secret.fresh();
        Duration kept = entry == null ? KEPT : KEPT_FOR_CHANGE;
        String key = UUID.randomUUID().toString();
        drafts.add(
                secret.hash(),
                new Draft(scheme.id(), scheme.version(), answers, key, entry, now, now.plus(kept), null, actsFor));
        return secret;
    }

    Scheme scheme(String id) {
        return schemes.find(id)
                .orElseThrow(() -> Problem.notFound(Text.of("お探しのページはありません。", "There is no page at this address.")));
    }

    Opened open(String schemeId, String token) {
        Scheme scheme = scheme(schemeId);
        return open(scheme, Secret.parse(token).orElseThrow(DraftDesk::gone));
    }

    private Opened open(Scheme newest, Secret secret) {
        Draft draft = drafts.find(secret.hash(), newest.id(), now()).orElseThrow(DraftDesk::gone);
        delegates.require(draft, Extent.READ);
        Scheme scheme = draft.change() || draft.sent()
                ? schemes.version(newest.id(), draft.version()).orElse(newest)
                : newest;
        return new Opened(
                scheme, new Way(scheme, secret), draft, Course.of(scheme, draft.answers()), delegates.name(draft));
    }

    /// What one step says; nothing changes once the draft was sent.
    Opened save(Opened opened, Collection<String> fields, Map<String, Object> answers) {
        Instant now = now();
        Draft draft = opened.draft();
        delegates.require(draft, Extent.PREPARE);
        Instant expires = draft.change() ? draft.expiresAt() : now.plus(KEPT);
        drafts.save(opened.way().secret().hash(), fields, answers, now, expires);
        return open(opened.scheme(), opened.way().secret());
    }

    /// A draft with everything that belongs to it.
    ///
    /// @param forWhom the organisation it was begun for by a delegate
    record Opened(Scheme scheme, Way way, Draft draft, Course course, Optional<String> forWhom) {
        Map<String, Object> answers() {
            return course.answers(draft.answers());
        }
    }

    /// Whoever sends it, for the record.
    String sender(Opened opened) {
        delegates.require(opened.draft(), Extent.SUBMIT);
        return delegates.sender(opened.draft());
    }

    @Transactional
    public void sent(Opened opened, String number) {
        drafts.sent(opened.way().secret().hash(), number);
        delegates.sent(opened, number);
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
