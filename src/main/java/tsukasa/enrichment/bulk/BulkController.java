package tsukasa.enrichment.bulk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import tsukasa.enrichment.Desk;
import tsukasa.enrichment.Proposal;
import tsukasa.enrichment.ProposalOutcome;
import tsukasa.enrichment.Proposals;
import tsukasa.enrichment.WaitingEntries;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Answer;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Fault;
import tsukasa.kernel.page.FormFields;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Notice;
import tsukasa.kernel.page.Notices;
import tsukasa.kernel.page.Option;
import tsukasa.kernel.page.Redirect;

/// One change of many entries: looked at first, then proposed as one.
@Controller
class BulkController {
    private static final String BULK = Desk.HOME + "/bulk";
    private static final int SHOWN = 50;
    private static final int LONGEST_SUBJECT = 200;
    private final BulkDesk desk;
    private final Proposals proposals;
    private final WaitingEntries waiting;
    private final Notices notices;

    BulkController(BulkDesk desk, Proposals proposals, WaitingEntries waiting, Notices notices) {
        this.desk = desk;
        this.proposals = proposals;
        this.waiting = waiting;
        this.notices = notices;
    }

    /// With the entries that were chosen in the queue.
    @GetMapping(BULK)
    @Permit(Permission.ENRICH)
    BulkPage form(Frame frame, Visitor visitor, HttpServletRequest request) {
        if (!FormFields.text(request, "all").equals("yes")) {
            return page(frame, BulkForm.of(request), Optional.empty(), Errors.none(), 200);
        }
        WaitingEntries.All all = waiting.all(name -> FormFields.text(request, name), visitor);
        return page(frame, BulkForm.of(all.numbers()), Optional.empty(), Errors.none(), 200)
                .taken(taken(frame, all));
    }

    private static String taken(Frame f, WaitingEntries.All all) {
        String filters = all.filters().isEmpty()
                ? f.say("すべて", "all")
                : all.filters().stream().map(f::say).collect(Collectors.joining(f.say("、", ", ")));
        String taken = f.writing().number(all.numbers().size());
        String total = f.writing().number(all.total());
        return all.total() > all.numbers().size()
                ? f.say(
                        "待っているもの（" + filters + "）" + total + "件のうち、先頭の" + taken + "件です。一度に追記できるのはここまでです。",
                        "The first " + taken + " of " + total + " that wait (" + filters
                                + "): no more are changed at once.")
                : f.say(
                        "待っているもの（" + filters + "）" + total + "件すべてです。",
                        "All " + total + " that wait (" + filters + ").");
    }

    @PostMapping(BULK)
    @Permit(Permission.ENRICH)
    Answer change(Frame frame, Visitor visitor, HttpServletRequest request) {
        BulkForm form = BulkForm.of(request);
        BulkDesk.Read read = desk.read(form.change());
        List<Fault> faults = new ArrayList<>(faults(form));
        faults.addAll(read.faults());
        if (!faults.isEmpty()) {
            return page(frame, form, Optional.empty(), errors(frame, faults), 422);
        }
        BulkDesk.Preview preview = desk.preview(read.change(), form.numbers());
        if (!form.act().equals("propose")) {
            return page(frame, form, Optional.of(shown(frame, preview)), Errors.none(), 200);
        }
        return switch (proposals.proposeBulk(form.subject(), read.change().kept(), preview.accepted(), visitor)) {
            case ProposalOutcome.Done(long id, int _) -> {
                notices.leave(
                        request,
                        new Notice(
                                Notice.Kind.DONE,
                                frame.say(
                                        preview.accepted().size() + "件の追記を申請しました。",
                                        "Additions to " + preview.accepted().size() + " entries are submitted."),
                                null));
                yield new Redirect(Desk.proposal(id));
            }
            case ProposalOutcome.Wrong(List<Fault> wrong) ->
                page(frame, form, Optional.of(shown(frame, preview)), errors(frame, wrong), 422);
            case ProposalOutcome.Changed _, ProposalOutcome.Stale _, ProposalOutcome.OwnWork _ ->
                throw new IllegalStateException("a new proposal has nobody before it");
        };
    }

    private static List<Fault> faults(BulkForm form) {
        List<Fault> faults = new ArrayList<>();
        if (form.subject().isEmpty() || form.subject().length() > LONGEST_SUBJECT) {
            faults.add(Fault.of(
                    "subject",
                    "何をするかを" + LONGEST_SUBJECT + "字以内で書いてください。",
                    "Say what this does in at most " + LONGEST_SUBJECT + " characters."));
        }
        if (form.numbers().isEmpty() || form.numbers().size() > BulkForm.MOST) {
            faults.add(Fault.of(
                    "numbers",
                    "番号を1件以上" + BulkForm.MOST + "件以内で書いてください。",
                    "Give at least one number and at most " + BulkForm.MOST + "."));
        }
        if (form.change().isEmpty()) {
            faults.add(Fault.of("texts", "加えるものを一つ以上選んでください。", "Choose at least one thing to add."));
        }
        return faults;
    }

    private static Errors errors(Frame frame, List<Fault> faults) {
        Errors errors = Errors.none();
        for (Fault fault : faults) {
            errors = errors.with(fault.field(), frame.say(fault.sentence()));
        }
        return errors;
    }

    private static BulkPage page(
            Frame frame, BulkForm form, Optional<BulkPage.Preview> preview, Errors errors, int answer) {
        BulkChange change = form.change();
        return new BulkPage(
                frame,
                Desk.tabs(frame, Desk.View.BULK),
                new BulkPage.Typed(
                        form.subject(),
                        form.typed(),
                        change.texts(),
                        String.join(" ", change.cwes()),
                        change.product().name(),
                        change.product().from(),
                        change.product().fromOpen(),
                        change.product().until(),
                        change.product().untilOpen() || change.product().until().isEmpty(),
                        change.product().status(),
                        change.known(),
                        change.alias(),
                        change.vector(),
                        change.solutionJa(),
                        change.solutionEn(),
                        change.references().stream()
                                .map(link -> (link.url() + " " + link.name()).strip())
                                .collect(Collectors.joining("\n")),
                        change.references().isEmpty()
                                ? ""
                                : change.references().getFirst().tag(),
                        change.where().name()),
                List.of(BulkChange.Where.values()).stream()
                        .map(where -> Option.of(where.name(), frame.say(where.title())))
                        .toList(),
                null,
                preview,
                errors,
                answer);
    }

    private static BulkPage.Preview shown(Frame f, BulkDesk.Preview preview) {
        int all = preview.accepted().size();
        int refused = preview.refused().size();
        return new BulkPage.Preview(
                f.say(
                        all + "件に追記します。" + (refused == 0 ? "" : refused + "件はできません。"),
                        all + " entries would be added to" + (refused == 0 ? "." : "; " + refused + " cannot be.")),
                all > 0,
                preview.accepted().stream()
                        .limit(SHOWN)
                        .map(item -> line(f, item, preview.notes().getOrDefault(item.entry(), List.of())))
                        .toList(),
                preview.refused().stream()
                        .map(one -> new BulkPage.Refused(one.place(), one.number(), f.say(one.why())))
                        .toList(),
                all > SHOWN
                        ? f.say("ほか" + (all - SHOWN) + "件も同じように追記します。", (all - SHOWN) + " more in the same way.")
                        : null);
    }

    private static BulkPage.Line line(Frame f, Proposal.Item item, List<Text> notes) {
        List<String> changes = new ArrayList<>();
        var before = item.before();
        var after = item.after();
        if (!after.titleJa().equals(before.titleJa())) {
            changes.add(f.say("題名：", "Title: ") + after.titleJa());
        }
        if (!after.overviewJa().equals(before.overviewJa())) {
            changes.add(f.say("概要：", "Overview: ") + after.overviewJa());
        }
        after.products().stream()
                .filter(product -> !before.products().contains(product))
                .forEach(product -> changes.add(f.say("製品：", "Product: ") + product.name() + "　"
                        + range(product.from(), product.fromOpen(), product.until(), product.untilOpen())
                        + "　" + f.say(product.status().title())));
        after.cwes().stream()
                .filter(cwe -> !before.cwes().contains(cwe))
                .forEach(cwe -> changes.add(f.say("弱点の種類：", "Weakness: ") + cwe));
        if (!after.vectors().equals(before.vectors())) {
            changes.add("CVSS: " + replaced(String.join(" ", before.vectors()), String.join(" ", after.vectors())));
        }
        if (!after.solutionJa().equals(before.solutionJa())) {
            changes.add(f.say("対策：", "Solution: ") + replaced(before.solutionJa(), after.solutionJa()));
        }
        if (!after.solutionEn().equals(before.solutionEn())) {
            changes.add(f.say("対策（英語）：", "Solution in English: ") + replaced(before.solutionEn(), after.solutionEn()));
        }
        after.references().stream()
                .filter(link -> !before.references().contains(link))
                .forEach(link -> changes.add(f.say("参考情報：", "Reference: ") + link.url()));
        notes.forEach(note -> changes.add(f.say(note)));
        return new BulkPage.Line(item.number(), Desk.HOME + "/entries/" + item.number(), changes);
    }

    private static String replaced(String before, String after) {
        return before.isEmpty() ? after : before + " → " + after;
    }

    private static String range(String from, boolean after, String until, boolean before) {
        return (from.isEmpty() ? "" : (after ? "> " : "≥ ") + from + " ")
                + (until.isEmpty() ? "" : (before ? "< " : "≤ ") + until);
    }
}
