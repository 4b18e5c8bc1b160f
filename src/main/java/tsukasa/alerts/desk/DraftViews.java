package tsukasa.alerts.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.alerts.Alert;
import tsukasa.alerts.AlertDraft;
import tsukasa.alerts.AlertDraft.Kind;
import tsukasa.alerts.AlertMailings;
import tsukasa.alerts.AlertQuestion;
import tsukasa.alerts.AlertWords;
import tsukasa.alerts.AlertWriting;
import tsukasa.alerts.Alerts;
import tsukasa.alerts.Urgency;
import tsukasa.identity.Permission;
import tsukasa.identity.Visitor;
import tsukasa.kernel.foureyes.DraftAnswers;
import tsukasa.kernel.foureyes.DraftLine;
import tsukasa.kernel.foureyes.DraftSheet;
import tsukasa.kernel.foureyes.DraftState;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Option;
import tsukasa.kernel.page.Status;

/// Makes the staff pages of alerts.
@Component
class DraftViews {
    private static final int PUBLISHED_SHOWN = 50;
    private static final int MAILINGS_SHOWN = 10;
    private final AlertWriting desk;
    private final Alerts alerts;
    private final AlertMailings mailings;

    DraftViews(AlertWriting desk, Alerts alerts, AlertMailings mailings) {
        this.desk = desk;
        this.alerts = alerts;
        this.mailings = mailings;
    }

    DraftsPage list(Frame f) {
        List<AlertDraft> open = desk.open();
        return new DraftsPage(
                f,
                DraftLine.lead(f, open),
                open.stream().map(draft -> line(f, draft)).toList(),
                alerts.list(AlertQuestion.ALL.page(0, PUBLISHED_SHOWN)).alerts().stream()
                        .map(alert -> published(f, alert, open))
                        .toList(),
                subscribers(f),
                mailings.last(MAILINGS_SHOWN).stream()
                        .map(one -> mailing(f, one))
                        .toList());
    }

    private String subscribers(Frame f) {
        String count = f.writing().number(mailings.subscribers());
        return f.say(
                count + "件のアドレスが、注意喚起をメールで受け取っています。アドレスは、職員にも表示しません。",
                count + " addresses receive alerts by mail. No page shows which.");
    }

    private static DraftsPage.Mailing mailing(Frame f, AlertMailings.Mailing mailing) {
        boolean done = mailing.finished() != null;
        String state = done ? f.say("発送済み", "All handed in") : f.say("発送中", "Being handed in");
        return new DraftsPage.Mailing(
                mailing.number() + f.say("　第" + mailing.edition() + "報", ", edition " + mailing.edition()),
                "/alerts/" + mailing.number() + "?edition=" + mailing.edition(),
                f.writing().minute(mailing.begun()),
                f.writing().number(mailing.letters()),
                mailing.cutShort() ? Status.WITHDRAWN : done ? Status.ACCEPTED : Status.IN_REVIEW,
                mailing.cutShort() ? f.say("取下げにより打ち切り", "Stopped by the withdrawal") : state);
    }

    private static DraftLine line(Frame f, AlertDraft draft) {
        return DraftLine.of(
                f,
                draft,
                heading(f, draft.words()),
                DraftAnswers.address(DraftController.BASE, draft.id()),
                kind(f, draft));
    }

    private static String kind(Frame f, AlertDraft draft) {
        return f.say(draft.kind().word()) + draft.of().map(n -> " " + n).orElse("");
    }

    private static DraftsPage.Published published(Frame f, Alert alert, List<AlertDraft> open) {
        boolean busy = open.stream()
                .anyMatch(draft -> draft.of().filter(alert.number()::equals).isPresent());
        List<DraftsPage.Kind> kinds = new ArrayList<>();
        if (!busy && alert.standing() != Alert.Standing.WITHDRAWN) {
            kinds.add(new DraftsPage.Kind(Kind.UPDATE.name(), f.say("更新を書く", "Write an update")));
            if (alert.standing() == Alert.Standing.IN_FORCE) {
                kinds.add(new DraftsPage.Kind(Kind.END.name(), f.say("終了する", "End it")));
            }
            kinds.add(new DraftsPage.Kind(Kind.WITHDRAWAL.name(), f.say("取り下げる", "Withdraw it")));
        }
        return new DraftsPage.Published(
                alert.number().toString(),
                f.say(alert.content().title()),
                alert.address(),
                f.say(alert.standing().word()) + f.say("　第" + alert.edition() + "報", ", edition " + alert.edition()),
                kinds);
    }

    static String heading(Frame f, AlertWords words) {
        String title = f.say(words.titleJa(), words.titleEn());
        String other = title.isBlank() ? words.titleJa() : title;
        return other.isBlank() ? f.say("件名のない案", "Draft without a title") : other;
    }

    DraftPage fresh(Frame f, AlertWords typed, Errors errors) {
        String heading = f.say("注意喚起の案を書く", "Write an alert");
        List<Field> fields = fields(f, Kind.FIRST, typed, errors);
        return new DraftPage(f, DraftSheet.fresh(f, heading, DraftController.BASE + "/new", fields, errors), null);
    }

    /// @param typed what was sent and could not be kept; null for what is kept
    DraftPage of(Frame f, Visitor by, AlertDraft draft, @Nullable AlertWords typed, Errors errors, int answer) {
        boolean judging = draft.state() == DraftState.REVIEW && by.may(Permission.APPROVE_ALERTS);
        AlertWords words = typed == null ? draft.words() : typed;
        DraftSheet sheet = DraftSheet.of(
                f,
                draft,
                heading(f, words),
                sentence(f, draft),
                DraftAnswers.address(DraftController.BASE, draft.id()),
                fields(f, draft.kind(), draft.state() == DraftState.DRAFT ? words : draft.words(), errors),
                errors,
                answer);
        return new DraftPage(f, sheet, judging ? due(f, errors) : null);
    }

    private static Field due(Frame f, Errors errors) {
        return Field.text("due", f.say("公表する日時", "When to publish"))
                .optional()
                .hint(f.say(
                        "空欄ならすぐに公表します。例：2022-01-12 14:00（日本時間）",
                        "Empty for at once. For example 2022-01-12 14:00, in Japan"))
                .errors(errors);
    }

    private static String sentence(Frame f, AlertDraft draft) {
        String kind = kind(f, draft);
        return draft.due()
                .filter(_ -> draft.state() == DraftState.APPROVED)
                .map(at -> kind
                        + f.say(
                                "　" + f.writing().minute(at) + "に公表します。",
                                ", to be published at " + f.writing().minute(at) + "."))
                .orElse(kind);
    }

    private static List<Field> fields(Frame f, Kind kind, AlertWords words, Errors errors) {
        Stream<Field> what = kind == Kind.FIRST
                ? Stream.of()
                : Stream.of(
                        Field.text("whatJa", f.say("更新の内容（日本語）", "What is new, in Japanese"))
                                .value(words.whatJa()),
                        Field.text("whatEn", f.say("更新の内容（英語）", "What is new, in English"))
                                .value(words.whatEn()));
        return Stream.of(what, texts(f, words), particulars(f, words))
                .flatMap(part -> part)
                .map(field -> field.errors(errors))
                .toList();
    }

    private static Stream<Field> texts(Frame f, AlertWords words) {
        return Stream.of(
                Field.text("titleJa", f.say("件名（日本語）", "Title in Japanese"))
                        .maxLength(200)
                        .value(words.titleJa()),
                Field.text("titleEn", f.say("件名（英語）", "Title in English"))
                        .maxLength(200)
                        .value(words.titleEn()),
                Field.longText("summaryJa", f.say("概要（日本語）", "Summary in Japanese"))
                        .rows(6)
                        .value(words.summaryJa()),
                Field.longText("summaryEn", f.say("概要（英語）", "Summary in English"))
                        .rows(6)
                        .value(words.summaryEn()),
                Field.longText("actionJa", f.say("対策（日本語）", "What to do, in Japanese"))
                        .rows(5)
                        .value(words.actionJa()),
                Field.longText("actionEn", f.say("対策（英語）", "What to do, in English"))
                        .rows(5)
                        .value(words.actionEn()));
    }

    private static Stream<Field> particulars(Frame f, AlertWords words) {
        List<Option> urgencies = new ArrayList<>(List.of(Option.of("", f.say("選んでください", "Choose"))));
        Arrays.stream(Urgency.values()).forEach(u -> urgencies.add(Option.of(u.name(), f.say(u.word()))));
        return Stream.of(
                Field.select("urgency", f.say("緊急度", "Urgency"), urgencies).value(words.urgency()),
                Field.longText("products", f.say("影響を受ける製品", "Products concerned"))
                        .hint(
                                f.say(
                                        "1行に1件。CPE名か「ベンダ / 製品名」、縦棒のあとにバージョン。例：cpe:2.3:a:apache:log4j | 2.0-beta9から2.14.1まで",
                                        "One a line: a CPE name or “vendor / product”, then a bar and the versions. For example cpe:2.3:a:apache:log4j | 2.0-beta9 to 2.14.1"))
                        .rows(4)
                        .value(words.products()),
                Field.longText("cves", f.say("CVE番号", "CVE numbers")).rows(2).value(words.cves()),
                Field.longText("references", f.say("参考情報", "References"))
                        .hint(f.say("1行に1件。アドレス、空白、名前。", "One a line: an address, a blank, its name."))
                        .rows(3)
                        .value(words.references()),
                Field.text("contact", f.say("問い合わせ先", "Contact")).maxLength(300).value(words.contact()));
    }
}
