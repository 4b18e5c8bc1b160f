package tsukasa.cycle.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tsukasa.cycle.Issue;
import tsukasa.cycle.Issues;
import tsukasa.cycle.PlanDraft.Clause;
import tsukasa.cycle.PlanDraft.Fate;
import tsukasa.cycle.draft.DraftClausePage.Typed;
import tsukasa.cycle.draft.Drafts.Open;
import tsukasa.identity.Visitor;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Moment;
import tsukasa.kernel.page.Option;
import tsukasa.plan.Place;
import tsukasa.plan.PlanItem;

/// Draws one clause of a draft with all that this year knows of it.
@Component
class DraftClauseViews {
    private final DraftDesk desk;
    private final Issues issues;
    private final YearOfClause year;

    DraftClauseViews(DraftDesk desk, Issues issues, YearOfClause year) {
        this.desk = desk;
        this.issues = issues;
        this.year = year;
    }

    static Typed typed(Clause clause) {
        var wording = clause.wording();
        return new Typed(
                wording.fate().name(),
                "",
                clause.level().name(),
                wording.title().ja(),
                wording.title().en(),
                wording.department().orElse(""),
                wording.outcome().map(Text::ja).orElse(""),
                wording.outcome().map(Text::en).orElse(""),
                wording.reason(),
                wording.issues().stream().map(String::valueOf).toList());
    }

    DraftClausePage one(
            Frame frame, Visitor visitor, Open open, Clause clause, Typed typed, Errors errors, int answer) {
        boolean writes = open.writes(visitor, clause);
        int index = open.ordered().indexOf(clause);
        String address = address(open, clause);
        return new DraftClausePage(
                frame,
                DraftHeads.of(frame, open.draft(), "none"),
                frame.say(clause.wording().title()),
                open.label(clause),
                address,
                year.facts(frame, visitor, open, clause),
                fates(frame, clause),
                List.of(),
                List.of(),
                departments(frame, open),
                issues(frame, open, clause.wording().issues()),
                typed,
                writes,
                writes
                        ? ""
                        : open.draft().state().open()
                                ? frame.say("担当の部署か計画担当が書きます。", "Its department or the planners write this.")
                                : frame.say("この案は、今は書き換えられません。", "This draft cannot be written in now."),
                clause.revision(),
                writes && clause.wording().fate() != Fate.DROPPED ? address + "/new" : "",
                index > 0 ? address(open, open.ordered().get(index - 1)) : "",
                index + 1 < open.ordered().size() ? address(open, open.ordered().get(index + 1)) : "",
                moments(frame, clause),
                errors,
                answer);
    }

    DraftClausePage fresh(Frame frame, Open open, Clause beside, Typed typed, Errors errors, int answer) {
        return new DraftClausePage(
                frame,
                DraftHeads.of(frame, open.draft(), "none"),
                frame.say("新しい項目", "A new clause"),
                "",
                address(open, beside) + "/new",
                List.of(Fact.of(
                        frame.say("もとにする項目", "Beside or below"),
                        open.label(beside) + "　" + frame.say(beside.wording().title()))),
                List.of(),
                List.of(
                        Option.of("beside", frame.say("この項目の次に、同じ段で", "After it, beside it")),
                        Option.of("below", frame.say("この項目の下に", "Below it"))),
                List.of(
                        Option.of(
                                PlanItem.Level.MEASURE.name(),
                                frame.say("取組（約束すること）", "A measure, which promises something")),
                        Option.of(PlanItem.Level.ITEM.name(), frame.say("見出し", "A heading"))),
                departments(frame, open),
                issues(frame, open, List.of()),
                typed,
                true,
                "",
                0,
                "",
                "",
                "",
                List.of(),
                errors,
                answer);
    }

    private static String address(Open open, Clause clause) {
        return DraftHeads.BASE + "/" + open.draft().id() + "/clauses/" + clause.id();
    }

    private static List<Option> fates(Frame frame, Clause clause) {
        Stream<Fate> fates = clause.origin().isEmpty()
                ? Stream.of(Fate.ADDED, Fate.DROPPED)
                : Stream.of(Fate.KEPT, Fate.REWORDED, Fate.DROPPED, Fate.UNDECIDED);
        return fates.map(fate -> Option.of(fate.name(), frame.say(fate.title())))
                .toList();
    }

    private static List<Option> departments(Frame frame, Open open) {
        List<Option> options = new ArrayList<>();
        options.add(Option.of("", frame.say("上の項目と同じ", "As the clause above")));
        open.base().departments().forEach(each -> options.add(Option.of(each.id(), frame.say(each.title()))));
        return options;
    }

    /// What this year's and last year's evaluation asked for and is not refused, and what the clause answers already.
    private List<Option> issues(Frame frame, Open open, List<Long> answered) {
        int base = open.draft().year().year() - 1;
        return Stream.concat(issues.of(new FiscalYear(base)).stream(), issues.of(new FiscalYear(base - 1)).stream())
                .filter(issue -> issue.state() != Issue.State.NOT_TAKEN_UP
                                && issue.answer().clause().isEmpty()
                        || answered.contains(issue.id()))
                .map(issue -> Option.of(
                        String.valueOf(issue.id()),
                        issue.text(),
                        frame.writing().year(issue.year()) + "　" + new Place(issue.section()).label() + "　"
                                + issue.raisedBy()))
                .toList();
    }

    private List<Moment> moments(Frame frame, Clause clause) {
        List<Moment> moments = new ArrayList<>();
        for (Clause version : desk.history(clause.id())) {
            String when = frame.writing().minute(version.at());
            String what =
                    version.byName() + "　" + frame.say(version.wording().fate().title()) + "　"
                            + frame.say(version.wording().title())
                            + Optional.of(version.wording().reason())
                                    .filter(reason -> !reason.isEmpty())
                                    .map(reason -> "　" + reason)
                                    .orElse("");
            moments.add(moments.isEmpty() ? Moment.latest(when, what) : Moment.past(when, what));
        }
        return moments;
    }
}
