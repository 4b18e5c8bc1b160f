package tsukasa.plan.record;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
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
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Notice;
import tsukasa.kernel.page.Notices;
import tsukasa.kernel.page.Redirect;
import tsukasa.plan.NewEvidence;
import tsukasa.plan.RecordOutcome.Done;
import tsukasa.plan.record.EvidenceVault.Kept;
import tsukasa.plan.record.ResultImportPage.Fault;
import tsukasa.plan.record.ResultImportPage.Report;
import tsukasa.plan.record.ResultsFile.Reading;

/// Takes many results from one file in two steps: check, then enter exactly what was checked.
@Controller
class ResultImportController {
    private static final int FAULTS_SHOWN = 100;
    private final ResultsDesk results;
    private final EvidenceVault vault;
    private final Notices notices;

    ResultImportController(ResultsDesk results, EvidenceVault vault, Notices notices) {
        this.results = results;
        this.vault = vault;
        this.notices = notices;
    }

    @GetMapping("/staff/results/import")
    @Permit(Permission.RECORD_RESULTS)
    ResultImportPage blank(Frame frame) {
        return page(frame, Errors.none(), null);
    }

    private static ResultImportPage page(Frame frame, Errors errors, @Nullable Report report) {
        return new ResultImportPage(
                frame,
                String.join(",", ResultsFile.HEAD),
                "SEC-1.a,株式会社見本電力,2021-10-01,電力,1,,security,標的型攻撃の訓練を始めた",
                columns(frame),
                errors,
                report);
    }

    private static List<Fact> columns(Frame frame) {
        return List.of(
                Fact.of("threshold", frame.say("目標の番号。SEC-1.a など", "the target, such as SEC-1.a")),
                Fact.of("subject", frame.say("企業や団体の名前。公開されます", "a company or an organisation; it is public")),
                Fact.of("occurred_on", frame.say("起きた日。2021-10-01", "the day it happened, 2021-10-01")),
                Fact.of("dimension", frame.say("区分。空でも構いません", "the category; may be empty")),
                Fact.of("amount", frame.say("0以上の整数", "a whole number from 0")),
                Fact.of("denominator", frame.say("割合の目標だけ：有効な回答の数", "only for a share: the number of valid answers")),
                Fact.of("department", frame.say("部署のID。security など", "the id of the department, such as security")),
                Fact.of("note", frame.say("メモ。公開しません", "a note; not public")));
    }

    @PostMapping("/staff/results/import")
    @Permit(Permission.RECORD_RESULTS)
    ResultImportPage check(Frame frame, Visitor visitor, @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        if (file == null || file.isEmpty()) {
            return page(frame, Errors.none().with("file", frame.say("CSVのファイルを選んでください。", "Choose a CSV file.")), null);
        }
        Kept kept = vault.keep(new NewEvidence("results.csv", file::getInputStream));
        if (!(kept instanceof Kept.Stored(String sha256, long size, EvidenceType type)) || type != EvidenceType.CSV) {
            return page(
                    frame,
                    Errors.none()
                            .with(
                                    "file",
                                    frame.say(
                                            "CSVとして読めないか、20 MBを超えています。UTF-8のCSVにしてください。",
                                            "It is no readable CSV, or larger than 20 MB. Save it as CSV in UTF-8.")),
                    null);
        }
        Reading reading = read(sha256, visitor);
        String name = ResultsDesk.shownName(String.valueOf(file.getOriginalFilename()));
        return reading.fault()
                .map(fault -> page(frame, ResultViews.errors(frame, fault), null))
                .orElseGet(() -> page(frame, Errors.none(), report(frame, sha256, name, reading)));
    }

    private Reading read(String sha256, Visitor visitor) throws IOException {
        Path file = vault.find(sha256)
                .orElseThrow(() -> Problem.notFound(Text.of("確かめたファイルがありません。", "The checked file is gone.")));
        return ResultsFile.read(Files.readAllBytes(file), sha256, record -> results.check(record, visitor));
    }

    private static Report report(Frame frame, String sha256, String name, Reading reading) {
        List<Fault> faults = reading.lines().stream()
                .filter(line -> line.fault().isPresent())
                .limit(FAULTS_SHOWN)
                .map(line -> new Fault(
                        line.line(),
                        line.fault().map(f -> frame.say(f.why())).orElse(""),
                        line.fault().map(f -> frame.say(f.next())).orElse("")))
                .toList();
        int lines = reading.lines().size();
        return new Report(sha256, name, lines, lines - (int) reading.good(), faults, reading.ready());
    }

    @PostMapping("/staff/results/import/entry")
    @Permit(Permission.RECORD_RESULTS)
    Answer enter(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String sha256,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @Nullable MultipartFile evidence)
            throws IOException {
        Reading reading = read(sha256, visitor);
        if (!reading.ready()) {
            return page(frame, Errors.none(), report(frame, sha256, ResultsDesk.shownName(name), reading));
        }
        List<String> ids =
                results
                        .enterAll(
                                reading.lines().stream()
                                        .flatMap(line -> line.record().stream())
                                        .toList(),
                                visitor)
                        .stream()
                        .filter(Done.class::isInstance)
                        .map(done -> ((Done) done).id())
                        .toList();
        Optional<NewEvidence> proof = Optional.ofNullable(evidence)
                .filter(file -> !file.isEmpty())
                .map(file -> new NewEvidence(String.valueOf(file.getOriginalFilename()), file::getInputStream));
        proof.ifPresent(file -> results.prove(ids, file, visitor));
        notices.leave(
                request,
                new Notice(
                        Notice.Kind.DONE,
                        frame.say(ids.size() + "件を記録しました。", ids.size() + " results have been entered."),
                        proof.isPresent()
                                ? null
                                : frame.say("承認の前に、証拠を加えてください。", "Add evidence before they can be approved.")));
        return new Redirect("/staff/results?state=ENTERED");
    }
}
