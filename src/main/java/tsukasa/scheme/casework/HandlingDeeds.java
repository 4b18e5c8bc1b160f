package tsukasa.scheme.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tsukasa.identity.Permission;
import tsukasa.identity.Person;
import tsukasa.identity.Visitor;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Option;
import tsukasa.kernel.page.Writing;
import tsukasa.scheme.Scheme;
import tsukasa.scheme.casework.CaseDesk.Attempt;
import tsukasa.scheme.casework.CaseListStore.File;
import tsukasa.scheme.casework.HandlerListStore.Handler;

/// Who handles a case, and what whoever looks at it may change about that.
///
/// @param colleagues who may handle the case, as of now
record HandlingDeeds(
        Frame f, Scheme scheme, File file, List<Handler> present, List<Person> colleagues, Visitor visitor) {
    static final String BESIDES = "besides";
    static final String INSTEAD = "instead";

    private String address() {
        return "/staff/" + scheme.id() + "/cases/" + file.number();
    }

    private boolean mine() {
        return present.stream().anyMatch(handler -> handler.person().equals(visitor.id()));
    }

    private boolean supervises() {
        return visitor.mayFor(Permission.SUPERVISE_CASES, scheme.department().orElse(null));
    }

    CasePage.Handlers shown() {
        Set<UUID> able = colleagues.stream().map(Person::id).collect(Collectors.toSet());
        List<CasePage.Handler> handlers = present.stream()
                .map(handler -> new CasePage.Handler(
                        handler.name(),
                        since(handler),
                        !able.contains(handler.person()),
                        supervises() && !handler.person().equals(visitor.id())
                                ? address() + "?open=removal&person=" + handler.person()
                                : null))
                .toList();
        return new CasePage.Handlers(handlers, present.isEmpty() ? address() + "/take" : null, deeds(), closed());
    }

    private String since(Handler handler) {
        String day = f.writing().date(handler.since().atZone(Writing.JAPAN).toLocalDate());
        return f.say(day + "から", "since " + day);
    }

    private List<CasePage.Deed> deeds() {
        List<CasePage.Deed> deeds = new ArrayList<>();
        if (mine()) {
            deeds.add(deed(f.say("引き継ぐ", "Hand over"), "handover"));
            deeds.add(deed(f.say("担当を外れる", "Lay it down"), "release"));
        }
        if (supervises()) {
            deeds.add(deed(
                    present.isEmpty() ? f.say("担当者を決める", "Assign") : f.say("担当者を加える・替える", "Add or change handlers"),
                    "assignment"));
        }
        if (file.access().equals("department") && (supervises() || mine())) {
            deeds.add(deed(f.say("担当者だけに限る", "Restrict to handlers"), "restriction"));
        }
        if (file.access().equals("restricted") && supervises()) {
            deeds.add(deed(f.say("部署に戻す", "Open to the department"), "opening"));
        }
        return deeds;
    }

    private CasePage.Deed deed(String word, String open) {
        return new CasePage.Deed(word, address() + "?open=" + open, false);
    }

    private @Nullable String closed() {
        return switch (file.access()) {
            case "restricted" -> f.say("見られるのは、担当者と監督者だけです。", "Only its handlers and their supervisors see this case.");
            case "confidential" ->
                f.say(
                        "この制度の案件は秘密です。見られるのは、担当者と監督者だけです。",
                        "Cases of this scheme are confidential: only their handlers and supervisors see them.");
            default -> null;
        };
    }

    CasePage.@Nullable Form open(Attempt attempt) {
        return switch (attempt.open()) {
            case ASSIGNMENT -> supervises() ? assignment(attempt) : null;
            case HANDOVER -> mine() ? handover(attempt) : null;
            case RELEASE -> mine() ? release(attempt) : null;
            case REMOVAL -> supervises() ? removal(attempt) : null;
            case RESTRICTION -> supervises() || mine() ? restriction(attempt) : null;
            case OPENING -> supervises() ? opening(attempt) : null;
            case NOTHING, CORRECTION, WITHDRAWAL, RESTORATION, NOTE -> null;
        };
    }

    private CasePage.Form assignment(Attempt attempt) {
        List<Field> fields = new ArrayList<>();
        fields.add(person(f.say("担当者", "Handler"), attempt, colleagues));
        if (!present.isEmpty()) {
            fields.add(Field.radio(
                            "where",
                            f.say("いまの担当者", "Present handlers"),
                            List.of(
                                    Option.of(BESIDES, f.say("続けて担当する（いっしょに担当）", "Go on, together with the new one")),
                                    Option.of(INSTEAD, f.say("外れる（この人に替える）", "Are relieved: the new one alone"))))
                    .value(attempt.answers().getOrDefault("where", BESIDES).toString()));
        }
        return form(
                f.say("担当者を決める", "Assign the case"),
                f.say("決めた人に、メールで知らせます。", "Whoever you choose is told by mail."),
                "/handlers",
                f.say("決める", "Assign"),
                fields);
    }

    private CasePage.Form handover(Attempt attempt) {
        List<Person> others = colleagues.stream()
                .filter(person -> !person.id().equals(visitor.id()))
                .toList();
        return form(
                f.say("引き継ぐ", "Hand over"),
                file.access().equals("department")
                        ? f.say(
                                "選んだ人が担当者になり、あなたは外れます。相手にメールで知らせます。",
                                "The one you choose handles the case from now on, and you do not. They are told by mail.")
                        : f.say(
                                "選んだ人が担当者になり、あなたは外れます。この案件は、あなたには見えなくなります。相手にメールで知らせます。",
                                "The one you choose handles the case from now on, and you do not: you will no longer see it. They are told by mail."),
                "/handover",
                f.say("引き継ぐ", "Hand over"),
                List.of(person(f.say("引き継ぐ相手", "To"), attempt, others), word(attempt)));
    }

    private CasePage.Form release(Attempt attempt) {
        return form(
                f.say("担当を外れる", "Lay the case down"),
                f.say("ほかに担当者がいなければ、「担当：まだいない」に戻ります。", "If nobody else handles it, it waits for somebody again."),
                "/release",
                f.say("外れる", "Lay it down"),
                List.of(word(attempt)));
    }

    private CasePage.Form removal(Attempt attempt) {
        String person = attempt.answers().getOrDefault("person", "").toString();
        String name = present.stream()
                .filter(handler -> handler.person().toString().equals(person))
                .map(Handler::name)
                .findFirst()
                .orElse("");
        return form(
                f.say(name + " さんを担当から外す", "Relieve " + name),
                f.say("本人に、メールで知らせます。", "They are told by mail."),
                "/handlers/" + Colleagues.chosen(person).map(UUID::toString).orElse("nobody") + "/removal",
                f.say("外す", "Relieve"),
                List.of(word(attempt)));
    }

    private CasePage.Form restriction(Attempt attempt) {
        return form(
                f.say("担当者だけに限る", "Restrict to its handlers"),
                f.say(
                        "部署のほかの人の一覧、検索、件数から消えます。見られるのは担当者と監督者だけになります。登録簿ですでに公開されている内容は変わりません。",
                        "It disappears from the lists, searches and counts of the rest of the department. Only its handlers and their "
                                + "supervisors see it. What the register has published stays published."),
                "/restriction",
                f.say("限る", "Restrict"),
                List.of(Correction.reason(f, attempt.reason(), attempt.errors())));
    }

    private CasePage.Form opening(Attempt attempt) {
        return form(
                f.say("部署に戻す", "Open to the department"),
                f.say("制度を担当する部署の全員が、また見られるようになります。", "Everybody who handles cases of the department sees it again."),
                "/opening",
                f.say("戻す", "Open"),
                List.of(Correction.reason(f, attempt.reason(), attempt.errors())));
    }

    private CasePage.Form form(String title, String sentence, String to, String button, List<Field> fields) {
        return new CasePage.Form(title, sentence, address() + to, button, false, fields);
    }

    private static Field person(String label, Attempt attempt, List<Person> people) {
        return Field.select("person", label, Colleagues.options(people))
                .required()
                .value(attempt.answers().getOrDefault("person", "").toString())
                .errors(attempt.errors());
    }

    private Field word(Attempt attempt) {
        Errors errors = attempt.errors();
        return Field.longText("word", f.say("ひとこと", "A word"))
                .required()
                .hint(f.say(
                        "どこまで進んだか、なぜか。経過に残ります。本人には見えません。",
                        "Where it stands, or why. Kept in the history. The subject does not see it."))
                .rows(3)
                .maxLength(1000)
                .value(attempt.reason())
                .errors(errors);
    }
}
