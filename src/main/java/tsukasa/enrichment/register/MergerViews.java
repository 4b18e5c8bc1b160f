package tsukasa.enrichment.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import tsukasa.enrichment.Desk;
import tsukasa.enrichment.register.Merger.State;
import tsukasa.enrichment.register.Merger.What;
import tsukasa.enrichment.register.RegisterPage.Compared;
import tsukasa.identity.Permission;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Chip;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Paging;
import tsukasa.kernel.page.Status;
import tsukasa.vulnerability.ProductRegister;
import tsukasa.vulnerability.ProductRegister.Kind;
import tsukasa.vulnerability.ProductRegister.Registered;

/// Draws proposals to make one of two.
@Component
class MergerViews {
    private static final int SIZE = 30;
    private final MergerDesk desk;
    private final ProductRegister register;

    MergerViews(MergerDesk desk, ProductRegister register) {
        this.desk = desk;
        this.register = register;
    }

    static String address(long id) {
        return Desk.HOME + "/mergers/" + id;
    }

    MergersPage list(Frame f, boolean waiting, int page) {
        Paging paging = new Paging(page, SIZE, desk.count(waiting));
        String open = f.say("同意待ち", "Waiting");
        String decided = f.say("決まったもの", "Decided");
        return new MergersPage(
                f,
                Desk.tabs(f, Desk.View.REGISTER),
                RegisterViews.tabs(f, Desk.HOME + "/mergers", desk.count(true)),
                List.of(
                        waiting
                                ? Chip.inForce(open, f.withParameter("state", "decided"))
                                : Chip.offered(open, f.withoutParameter("state")),
                        waiting
                                ? Chip.offered(decided, f.withParameter("state", "decided"))
                                : Chip.inForce(decided, f.withoutParameter("state"))),
                desk.list(waiting, paging.offset(), SIZE).stream()
                        .map(each -> new MergersPage.Line(
                                each.subject(),
                                address(each.id()),
                                f.say(each.what().title())
                                        + f.say("（", " (")
                                        + f.say(kind(each.kind()))
                                        + f.say("）", ")"),
                                status(each.state()),
                                f.say(each.state().title()),
                                each.byName(),
                                f.writing().minute(each.at())))
                        .toList(),
                paging);
    }

    private static Text kind(Kind kind) {
        return kind == Kind.VENDOR ? Text.of("ベンダ", "vendors") : Text.of("製品", "products");
    }

    static Status status(State state) {
        return switch (state) {
            case WAITING -> Status.IN_REVIEW;
            case AGREED -> Status.ACCEPTED;
            case DECLINED -> Status.REFUSED;
            case TAKEN_BACK -> Status.WITHDRAWN;
        };
    }

    MergerPage page(Frame f, Visitor visitor, Merger merger, String typed, Errors errors, int answer) {
        Optional<Registered> one = register.find(merger.kind(), merger.one());
        Optional<Registered> into = register.find(merger.kind(), merger.into());
        boolean own = merger.by().equals(visitor.id());
        boolean both = one.isPresent() && into.isPresent();
        boolean undone = merger.state() == State.AGREED
                && merger.what() == What.MERGE
                && one.flatMap(Registered::mergedInto)
                        .filter(id -> id == merger.into())
                        .isPresent();
        return new MergerPage(
                f,
                f.say(merger.what().title()) + f.say("：", ": ") + merger.subject(),
                address(merger.id()),
                status(merger.state()),
                f.say(merger.state().title()),
                lead(f, merger, own),
                facts(f, merger, one, into),
                merger.waits() && both ? compared(f, merger.what(), one.orElseThrow(), into.orElseThrow()) : null,
                one.map(Registered::version).orElse(0),
                into.map(Registered::version).orElse(0),
                merger.waits() && both && !own && visitor.may(Permission.APPROVE_ENRICHMENT),
                merger.waits() && own,
                undone ? RegisterViews.address(merger.kind()) + "/" + merger.one() + "#same" : null,
                typed,
                errors,
                answer);
    }

    private static String lead(Frame f, Merger merger, boolean own) {
        return switch (merger.state()) {
            case WAITING ->
                own
                        ? f.say("提案したあなたのほかのだれかが、同意するかを決めます。", "Somebody other than you, who proposed it, decides.")
                        : f.say("下の内容を確かめて、同意するかを決めてください。", "See below what becomes of them, and decide.");
            case AGREED -> f.say("二人の目で確かめて、行われました。", "Two people looked at it, and it was done.");
            case DECLINED -> f.say("同意されなかったため、何も変わっていません。", "It was declined: nothing has changed.");
            case TAKEN_BACK ->
                f.say("提案した人が取り下げました。何も変わっていません。", "Whoever proposed it took it back: nothing has changed.");
        };
    }

    private static List<Fact> facts(Frame f, Merger merger, Optional<Registered> one, Optional<Registered> into) {
        List<Fact> facts = new ArrayList<>();
        String base = RegisterViews.address(merger.kind()) + "/";
        one.ifPresent(
                it -> facts.add(Fact.of(f.say("まとめられるもの", "What leads to the other"), called(it), base + it.id())));
        into.ifPresent(it -> facts.add(Fact.of(f.say("まとめる先", "What it is one with"), called(it), base + it.id())));
        facts.add(Fact.of(
                f.say("提案した人", "Proposed by"),
                merger.byName() + "　" + f.writing().minute(merger.at())));
        facts.add(Fact.of(f.say("理由", "Reason"), merger.reason()));
        merger.decision().ifPresent(decision -> {
            facts.add(Fact.of(
                    f.say("決めた人", "Decided by"),
                    decision.byName() + "　" + f.writing().minute(decision.at())));
            if (!decision.answer().isEmpty()) {
                facts.add(Fact.of(f.say("決めた理由", "Why"), decision.answer()));
            }
        });
        return facts;
    }

    private static String called(Registered one) {
        return one.label().equals(one.address()) ? one.label() : one.label() + "　" + one.address();
    }

    /// A part of an entry of the register, in words.
    private record Part(String title, Function<Registered, String> words) {}

    private static List<Part> names(Frame f) {
        return List.of(
                new Part(f.say("情報源での名前", "Name at sources"), Registered::address),
                new Part(f.say("日本語の名前", "Name in Japanese"), one -> one.names().ja()),
                new Part(f.say("英語の名前", "Name in English"), one -> one.names().en()),
                new Part(f.say("読み", "Reading"), one -> one.names().kana()),
                new Part(
                        f.say("ほかの名前", "Other names"),
                        one -> String.join(f.say("、", ", "), one.names().aliases())),
                new Part(
                        f.say("法人番号", "Corporate number"),
                        one -> one.corporateNumber().orElse("")));
    }

    /// Both as they are now, and what they are afterwards: what leads to the other is shown by its names.
    Compared compared(Frame f, What what, Registered one, Registered into) {
        boolean merge = what == What.MERGE;
        List<Compared.Row> rows = new ArrayList<>();
        for (Part part : names(f)) {
            String ours = part.words().apply(one);
            String theirs = part.words().apply(into);
            if (!ours.isEmpty() || !theirs.isEmpty()) {
                rows.add(row(part.title(), ours, theirs, theirs));
            }
        }
        if (one.kind() == Kind.VENDOR) {
            long products = one.products() + into.products();
            rows.add(row(
                    f.say("製品", "Products"),
                    number(f, one.products()),
                    number(f, into.products()),
                    number(f, products)));
        }
        long together = register.together(one.kind(), one.id(), into.id());
        rows.add(
                row(f.say("脆弱性", "Entries"), number(f, one.entries()), number(f, into.entries()), number(f, together)));
        return new Compared(one.label(), into.label(), merge, rows);
    }

    private static String number(Frame f, long count) {
        return f.writing().number(count);
    }

    private static Compared.Row row(String part, String one, String into, String after) {
        return new Compared.Row(part, shown(one), shown(into), shown(after));
    }

    private static String shown(String text) {
        return text.isEmpty() ? "－" : text;
    }
}
