package tsukasa.scheme.form;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tsukasa.audit.Action;
import tsukasa.audit.AuditTrail;
import tsukasa.audit.Deed;
import tsukasa.audit.KnownActions;
import tsukasa.audit.Thing;
import tsukasa.identity.Extent;
import tsukasa.identity.Mandate;
import tsukasa.identity.Organisation;
import tsukasa.identity.Organisations;
import tsukasa.identity.Visitor;
import tsukasa.kernel.CorporateNumber;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Problem.Kind;
import tsukasa.kernel.Text;
import tsukasa.scheme.FormField;
import tsukasa.scheme.Scheme;

/// Who may open, fill in and send a form that is for an organisation of others. Asked whenever such a draft is touched,
/// so what was ended, or has run out, ends here with the next click.
@Component
class Delegates {
    private static final Action SENT = Action.of("case.sent-for", "代理で提出", "Sent for another organisation");
    private final Organisations organisations;
    private final AuditTrail trail;

    Delegates(Organisations organisations, AuditTrail trail) {
        this.organisations = organisations;
        this.trail = trail;
    }

    @Bean
    static KnownActions delegateActions() {
        return KnownActions.of(SENT);
    }

    /// The organisation that whoever asks acts for by a mandate; empty for everybody else.
    Optional<UUID> giver(Scheme scheme, Extent extent) {
        Optional<Visitor> delegate = visitor().filter(one -> one.mandate() != null);
        Optional<UUID> giver = delegate.flatMap(Visitor::actsFor);
        giver.ifPresent(id -> refuseUnless(delegate.get().mayActFor(id, scheme.id(), extent)));
        return giver;
    }

    /// What is known of the organisation, filled in; its number is not to be changed.
    Map<String, Object> known(Scheme scheme, UUID id) {
        Organisation organisation = organisations.find(id).orElseThrow(Delegates::notYours);
        CorporateNumber number = organisation.profile().corporateNumber();
        if (number == null || scheme.subjectField().isEmpty()) {
            throw new Problem(
                    Kind.CONFLICT,
                    Text.of("この手続きは、代理ではできません。", "This cannot be done for another organisation."),
                    Text.of("ご本人に手続きを依頼してください。", "Please ask them to do it themselves."));
        }
        Map<String, Object> answers = new HashMap<>();
        answers.put(scheme.subjectField(), number.digits());
        put(scheme, scheme.register().name(), organisation.name(), answers);
        put(
                scheme,
                scheme.register().prefecture(),
                organisation.profile().prefecture().code(),
                answers);
        return answers;
    }

    private static void put(Scheme scheme, String field, String value, Map<String, Object> answers) {
        FormField asked = scheme.fields().get(field);
        boolean fits = asked != null
                && (asked.choices().isEmpty()
                        || asked.choices().stream()
                                .anyMatch(choice -> choice.value().equals(value)));
        if (fits) {
            answers.put(field, value);
        }
    }

    void require(Draft draft, Extent extent) {
        UUID actsFor = draft.actsFor();
        if (actsFor != null) {
            Visitor visitor = visitor().orElseThrow(Delegates::notYours);
            if (!actsFor.equals(visitor.organisation())) {
                throw notYours();
            }
            refuseUnless(visitor.mayActFor(actsFor, draft.scheme(), extent));
        }
    }

    /// `public`, or for an organisation of others the person who sends it, with whose member they are.
    String sender(Draft draft) {
        return draft.actsFor() == null
                ? "public"
                : visitor().map(Visitor::recordedName).orElse("public");
    }

    /// By `山田 花子（株式会社B）` for the organisation A: who did it, whose member they are, and for whom.
    void sent(DraftDesk.Opened opened, String number) {
        UUID actsFor = opened.draft().actsFor();
        if (actsFor != null) {
            trail.record(Deed.did(
                            SENT,
                            Thing.of(
                                    "case",
                                    number,
                                    opened.scheme().confidential()
                                            ? ""
                                            : opened.forWhom().orElse("")))
                    .with("scheme", opened.scheme().id())
                    .with("organisation", opened.scheme().confidential() ? null : actsFor)
                    .with(
                            "mandate",
                            visitor().map(Visitor::mandate).map(Mandate::id).orElse(null)));
        }
    }

    Optional<String> name(Draft draft) {
        return Optional.ofNullable(draft.actsFor()).flatMap(organisations::find).map(Organisation::name);
    }

    private static Optional<Visitor> visitor() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes present
                        && present.getRequest().getUserPrincipal() instanceof Visitor visitor
                ? Optional.of(visitor)
                : Optional.empty();
    }

    private static void refuseUnless(boolean covered) {
        if (!covered) {
            throw new Problem(
                    Kind.NOT_ALLOWED,
                    Text.of("任されている代理の範囲では、この操作はできません。", "Your mandate does not reach that far."),
                    Text.of(
                            "任せた組織の人に操作してもらうか、範囲を広げた代理を依頼してもらってください。",
                            "Let the organisation do it, or ask it for a wider mandate."));
        }
    }

    private static Problem notYours() {
        return new Problem(
                Kind.NOT_ALLOWED,
                Text.of(
                        "この下書きは、代理として作られたものです。その組織のために手続きしている人だけが開けます。",
                        "This draft was made for an organisation by a delegate. Only who acts for it opens it."),
                Text.of(
                        "サインインし、マイページでその組織を選んでください。代理が終わったときは開けません。",
                        "Sign in and choose the organisation on your page. A delegation that has ended opens nothing."));
    }
}
