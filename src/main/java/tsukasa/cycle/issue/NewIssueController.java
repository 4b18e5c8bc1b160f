package tsukasa.cycle.issue;

import static tsukasa.kernel.page.FormFields.text;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import tsukasa.cycle.CheckedFiles;
import tsukasa.cycle.CycleOutcome;
import tsukasa.cycle.CycleOutcome.Fault;
import tsukasa.cycle.Issue.Origin;
import tsukasa.cycle.Issues.Raised;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
import tsukasa.identity.Visitor;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Answer;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Notice;
import tsukasa.kernel.page.Notices;
import tsukasa.kernel.page.Option;
import tsukasa.kernel.page.Redirect;
import tsukasa.kernel.table.SentFile;
import tsukasa.kernel.table.SheetFile;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanShelf;

/// Entering issues.
@Controller
class NewIssueController {
    private static final String BASE = IssueController.BASE + "/new";
    private final IssueDesk desk;
    private final CheckedFiles files;
    private final PlanShelf shelf;
    private final Notices notices;

    NewIssueController(IssueDesk desk, CheckedFiles files, PlanShelf shelf, Notices notices) {
        this.desk = desk;
        this.files = files;
        this.shelf = shelf;
        this.notices = notices;
    }

    @GetMapping(BASE)
    @Permit(Permission.COORDINATE_CYCLE)
    NewIssuesPage form(Frame frame) {
        String last = String.valueOf(FiscalYear.of(frame.today()).year() - 1);
        var typed = new NewIssuesPage.Typed(
                last, Origin.MINISTER.name(), "", "", frame.today().toString(), "", "");
        return page(frame, typed, "", null, Errors.none(), 200);
    }

    @PostMapping(BASE)
    @Permit(Permission.COORDINATE_CYCLE)
    Answer raise(Frame frame, Visitor visitor, HttpServletRequest request) {
        NewIssuesPage.Typed typed = typed(request);
        List<Fault> faults = new ArrayList<>();
        Optional<FiscalYear> year = year(typed.year(), faults);
        Optional<LocalDate> day = day(typed.raisedOn(), faults);
        if (typed.department().isEmpty()) {
            faults.add(Fault.of("department", "担当の部署を選んでください。", "Choose the department."));
        }
        CycleOutcome outcome = year.isEmpty() || day.isEmpty() || !faults.isEmpty()
                ? CycleOutcome.wrong(faults)
                : desk.raise(raised(typed, year.get(), day.get()), visitor);
        return switch (outcome) {
            case CycleOutcome.Done(long id) -> {
                notices.leave(request, new Notice(Notice.Kind.DONE, frame.say("課題を登録しました。", "Issue entered."), null));
                yield new Redirect(IssueController.BASE + "/" + id);
            }
            case CycleOutcome.Refused refused -> page(frame, typed, "", null, refused.errors(frame), refused.status());
        };
    }

    private Raised raised(NewIssuesPage.Typed typed, FiscalYear year, LocalDate day) {
        Origin origin = Arrays.stream(Origin.values())
                .filter(one -> one.name().equals(typed.origin()))
                .findFirst()
                .orElse(Origin.MINISTER);
        return new Raised(
                year,
                origin,
                place(year, typed.section()),
                typed.raisedBy(),
                day,
                typed.text(),
                typed.department(),
                Optional.empty());
    }

    /// As the plan of that year writes it, or the newest where that one is not here: `1-1` is `Ⅰ-1`.
    private String place(FiscalYear year, String typed) {
        return desk.planOf(year)
                .or(() -> shelf.plans().stream().findFirst())
                .flatMap(plan -> plan.itemAt(typed))
                .map(item -> item.place())
                .map(Place::value)
                .orElse(typed);
    }

    /// Checks pasted rows, and enters the good ones once they were seen.
    @PostMapping(BASE + "/rows")
    @Permit(Permission.COORDINATE_CYCLE)
    Answer rows(Frame frame, Visitor visitor, HttpServletRequest request) {
        NewIssuesPage.Typed typed = typed(request);
        String rows = text(request, "rows");
        List<Fault> faults = new ArrayList<>();
        Optional<FiscalYear> year = year(typed.year(), faults);
        if (rows.isEmpty()) {
            faults.add(Fault.of("rows", "表計算の行を貼り付けてください。", "Paste the rows of a spreadsheet."));
        }
        if (year.isEmpty() || !faults.isEmpty()) {
            return page(frame, typed, rows, null, new CycleOutcome.Refused(422, faults).errors(frame), 422);
        }
        IssueRows pasted = IssueRows.read(SheetFile.pasted(rows), year.get(), raised -> desk.faults(raised));
        return text(request, "then").equals("write") && !pasted.good().isEmpty()
                ? entered(frame, visitor, request, year.get(), pasted)
                : page(frame, typed, rows, pasted, null, Errors.none(), 200);
    }

    /// Checks a file; it is kept, so that what is entered is what was checked.
    @PostMapping(BASE + "/file")
    @Permit(Permission.COORDINATE_CYCLE)
    Answer file(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        NewIssuesPage.Typed typed = typed(request);
        List<Fault> faults = new ArrayList<>();
        Optional<FiscalYear> year = year(typed.year(), faults);
        Optional<SentFile> sent = file == null || file.isEmpty() ? Optional.empty() : SentFile.of(file);
        if (sent.isEmpty()) {
            faults.add(
                    Fault.of("file", "5 MBまでのXLSXかCSVのファイルを選んでください。", "Choose an XLSX or CSV file of at most 5 MB."));
        }
        if (year.isEmpty() || sent.isEmpty()) {
            return page(frame, typed, "", null, new CycleOutcome.Refused(422, faults).errors(frame), 422);
        }
        IssueRows read = IssueRows.read(sent.get().content(), year.get(), raised -> desk.faults(raised));
        long kept = read.good().isEmpty() ? 0 : files.keep(purpose(year.get()), sent.get(), visitor);
        return page(
                frame, typed, "", read, new NewIssuesPage.Kept(kept, sent.get().name()), Errors.none(), 200);
    }

    @PostMapping(BASE + "/file/entry")
    @Permit(Permission.COORDINATE_CYCLE)
    Answer enter(
            Frame frame, Visitor visitor, HttpServletRequest request, @RequestParam(defaultValue = "0") long file) {
        FiscalYear year = year(text(request, "year"), new ArrayList<>()).orElseThrow(NewIssueController::gone);
        CheckedFiles.Kept kept = files.open(file, purpose(year), visitor).orElseThrow(NewIssueController::gone);
        IssueRows read = IssueRows.read(kept.content(), year, raised -> desk.faults(raised));
        files.entered(file);
        return entered(frame, visitor, request, year, read);
    }

    private static String purpose(FiscalYear year) {
        return "issues/" + year.year();
    }

    private static Problem gone() {
        return new Problem(
                Problem.Kind.GONE,
                Text.of("確かめたファイルがないか、もう登録してあります。", "The checked file is gone, or was entered already."),
                Text.of("ファイルをもう一度送ってください。", "Send the file again."));
    }

    private Redirect entered(
            Frame frame, Visitor visitor, HttpServletRequest request, FiscalYear year, IssueRows rows) {
        long entered = rows.good().stream()
                .filter(raised -> desk.raise(raised, visitor) instanceof CycleOutcome.Done)
                .count();
        long before = rows.good().size() - entered;
        notices.leave(
                request,
                new Notice(
                        Notice.Kind.DONE,
                        frame.say(entered + "件の課題を登録しました。", entered + " issues entered."),
                        frame.say(
                                "登録済みだった" + before + "件と、読めなかった"
                                        + rows.findings().size() + "行は登録していません。",
                                before + " were there already; "
                                        + rows.findings().size() + " rows were not read.")));
        return new Redirect(IssueController.BASE + "?year=" + year.year());
    }

    private static Optional<FiscalYear> year(String typed, List<Fault> faults) {
        if (typed.matches("20[0-9]{2}")) {
            return Optional.of(new FiscalYear(Integer.parseInt(typed)));
        }
        faults.add(Fault.of("year", "評価した年度を西暦で書いてください（例：2020）。", "Write the year evaluated, such as 2020."));
        return Optional.empty();
    }

    private static Optional<LocalDate> day(String typed, List<Fault> faults) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException noDay) {
            faults.add(Fault.of("raisedOn", "日付を書いてください。", "Write the day."));
            return Optional.empty();
        }
    }

    private static NewIssuesPage.Typed typed(HttpServletRequest request) {
        return new NewIssuesPage.Typed(
                text(request, "year"),
                text(request, "origin"),
                text(request, "section"),
                text(request, "raisedBy"),
                text(request, "raisedOn"),
                text(request, "text"),
                text(request, "department"));
    }

    private NewIssuesPage page(
            Frame frame,
            NewIssuesPage.Typed typed,
            String rows,
            @Nullable IssueRows pasted,
            Errors errors,
            int answer) {
        return page(frame, typed, rows, pasted, null, errors, answer);
    }

    private NewIssuesPage page(
            Frame frame,
            NewIssuesPage.Typed typed,
            String rows,
            @Nullable IssueRows pasted,
            NewIssuesPage.@Nullable Kept kept,
            Errors errors,
            int answer) {
        return new NewIssuesPage(
                frame,
                Arrays.stream(Origin.values())
                        .map(origin -> Option.of(origin.name(), frame.say(origin.title())))
                        .toList(),
                departments(frame),
                typed,
                rows,
                pasted == null
                        ? List.of()
                        : pasted.findings().stream().map(frame::say).toList(),
                pasted == null ? 0 : pasted.good().size(),
                pasted != null,
                kept,
                errors,
                answer);
    }

    private List<Option> departments(Frame frame) {
        List<Option> options = new ArrayList<>();
        options.add(Option.of("", frame.say("選んでください", "Choose")));
        shelf.plans().stream()
                .findFirst()
                .map(Plan::departments)
                .orElse(List.of())
                .forEach(department -> options.add(Option.of(department.id(), frame.say(department.title()))));
        return options;
    }
}
