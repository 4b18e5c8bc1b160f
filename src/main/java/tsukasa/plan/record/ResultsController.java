package tsukasa.plan.record;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Answer;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Notice;
import tsukasa.kernel.page.Notices;
import tsukasa.kernel.page.Redirect;
import tsukasa.kernel.page.StaffMenuEntry;
import tsukasa.plan.NewEvidence;
import tsukasa.plan.RecordOutcome;
import tsukasa.plan.RecordOutcome.Done;
import tsukasa.plan.RecordOutcome.Refused;
import tsukasa.plan.Results;
import tsukasa.plan.record.RecordStore.Narrowing;

@Controller
class ResultsController {
    private final Results results;
    private final RecordStore records;
    private final ResultViews views;
    private final Notices notices;

    ResultsController(Results results, RecordStore records, ResultViews views, Notices notices) {
        this.results = results;
        this.records = records;
        this.views = views;
        this.notices = notices;
    }

    @Bean
    static StaffMenuEntry resultsEntry(RecordStore records) {
        Narrowing waiting = new Narrowing(Optional.empty(), Optional.of(StoredRecord.State.ENTERED));
        return StaffMenuEntry.of(
                        Text.of("実績の記録", "Results"),
                        Text.of("実績を証拠とともに記録し、承認する", "Record results with evidence, and approve them"),
                        "/staff/results",
                        Permission.RECORD_RESULTS.name(),
                        20)
                .counting(() -> records.count(waiting));
    }

    @GetMapping("/plan/results/{record}")
    RecordPage record(Frame frame, @PathVariable String record) {
        boolean staff = frame.may(Permission.RECORD_RESULTS.name());
        StoredRecord found = find(record);
        if (found.approvedAt().isEmpty() && !staff) {
            throw Problem.notFound(Text.of("その記録は公開されていません。", "This record is not public."));
        }
        return views.open(frame, found);
    }

    @GetMapping("/staff/results")
    @Permit(Permission.RECORD_RESULTS)
    ResultsPage list(
            Frame frame,
            Visitor visitor,
            @RequestParam(defaultValue = "") String threshold,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "1") int page) {
        Optional<StoredRecord.State> wanted = Arrays.stream(StoredRecord.State.values())
                .filter(s -> s.name().equals(state))
                .findFirst();
        Optional<String> one = Optional.of(threshold).filter(t -> t.matches("[A-Za-z0-9.-]{1,40}"));
        return views.list(frame, visitor, new Narrowing(one, wanted), page);
    }

    @GetMapping("/staff/results/new")
    @Permit(Permission.RECORD_RESULTS)
    ResultFormPage blank(Frame frame, Visitor visitor) {
        return views.form(frame, visitor, ResultInput.EMPTY, Errors.none(), "form:" + UUID.randomUUID());
    }

    @PostMapping("/staff/results")
    @Permit(Permission.RECORD_RESULTS)
    Answer enter(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            ResultInput input,
            @RequestParam(required = false) @Nullable MultipartFile evidence) {
        Errors errors = input.errors(frame);
        String key = String.valueOf(input.key());
        if (!errors.isEmpty()) {
            return views.form(frame, visitor, input, errors, key);
        }
        return switch (results.enter(input.record(), visitor)) {
            case Refused refused -> views.form(frame, visitor, input, ResultViews.errors(frame, refused), key);
            case Done(String id) -> {
                RecordOutcome proved = chosen(evidence)
                        .map(file -> results.prove(List.of(id), file, visitor))
                        .orElse(new Done(id));
                leave(frame, request, proved, frame.say(id + "を記録しました。", id + " has been entered."));
                yield new Redirect("/staff/results/" + id);
            }
        };
    }

    private static Optional<NewEvidence> chosen(@Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) {
            return Optional.empty();
        }
        String name = file.getOriginalFilename();
        return Optional.of(new NewEvidence(name == null ? "file" : name, file::getInputStream));
    }

    private void leave(Frame frame, HttpServletRequest request, RecordOutcome outcome, String done) {
        notices.leave(
                request,
                switch (outcome) {
                    case Done ok -> new Notice(Notice.Kind.DONE, done, null);
                    case Refused refused ->
                        new Notice(Notice.Kind.ERROR, frame.say(refused.why()), frame.say(refused.next()));
                });
    }

    @GetMapping("/staff/results/{record}")
    @Permit(Permission.RECORD_RESULTS)
    ResultPage detail(Frame frame, Visitor visitor, @PathVariable String record) {
        return views.detail(frame, visitor, find(record), Errors.none());
    }

    @PostMapping("/staff/results/{record}/evidence")
    @Permit(Permission.RECORD_RESULTS)
    Answer prove(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String record,
            @RequestParam(required = false) @Nullable MultipartFile evidence) {
        StoredRecord found = own(visitor, record);
        RecordOutcome outcome = chosen(evidence)
                .map(file -> results.prove(List.of(found.id()), file, visitor))
                .orElseGet(() -> new Refused(
                        "evidence",
                        Text.of("証拠のファイルが選ばれていません。", "No evidence file was chosen."),
                        Text.of("ファイルを選んでください。", "Choose a file.")));
        if (outcome instanceof Refused refused) {
            return views.detail(frame, visitor, found, ResultViews.errors(frame, refused));
        }
        leave(frame, request, outcome, frame.say("証拠を加えました。", "Evidence has been added."));
        return new Redirect("/staff/results/" + found.id());
    }

    @PostMapping("/staff/results/{record}/withdrawal")
    @Permit(Permission.RECORD_RESULTS)
    Answer withdraw(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String record,
            @RequestParam(defaultValue = "") String reason) {
        StoredRecord found = own(visitor, record);
        RecordOutcome outcome = results.withdraw(found.id(), reason, visitor);
        if (outcome instanceof Refused refused) {
            return views.detail(frame, visitor, found, ResultViews.errors(frame, refused));
        }
        leave(frame, request, outcome, frame.say("取り下げました。", "It has been withdrawn."));
        return new Redirect("/staff/results/" + found.id());
    }

    @PostMapping("/staff/results/approval")
    @Permit(Permission.APPROVE_RESULTS)
    Answer approve(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable List<String> id) {
        List<String> ids = id == null ? List.of() : id.stream().limit(1000).toList();
        List<RecordOutcome> outcomes = results.approve(ids, visitor);
        long done = outcomes.stream().filter(Done.class::isInstance).count();
        String refusals = String.join(
                " ",
                outcomes.stream()
                        .filter(Refused.class::isInstance)
                        .map(Refused.class::cast)
                        .map(refused -> frame.say(refused.why()))
                        .limit(5)
                        .toList());
        Notice.Kind kind = done == 0 || !refusals.isEmpty() ? Notice.Kind.WARNING : Notice.Kind.DONE;
        notices.leave(
                request,
                new Notice(
                        kind,
                        frame.say(done + "件を承認しました。", done + " approved."),
                        refusals.isEmpty() ? null : refusals));
        return new Redirect(
                ids.size() == 1 ? "/staff/results/" + find(ids.getFirst()).id() : "/staff/results");
    }

    /// What waits for another department is not there at all; what is approved may be looked at, and no more.
    private StoredRecord own(Visitor visitor, String id) {
        StoredRecord found = find(id);
        if (!ResultsDesk.concerns(found, visitor)) {
            throw new Problem(
                    Problem.Kind.NOT_ALLOWED,
                    Text.of("この実績は、ほかの部署のものです。", "This result belongs to another department."),
                    Text.of("その部署の人に依頼してください。", "Ask somebody of that department."));
        }
        return found;
    }

    private StoredRecord find(String id) {
        return Optional.of(id)
                .filter(i -> i.matches("R-[0-9]{6,12}"))
                .flatMap(records::find)
                .orElseThrow(() -> Problem.notFound(Text.of("その記録はありません。", "There is no such record.")));
    }
}
