package tsukasa.plan.record;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import tsukasa.files.Confidentiality;
import tsukasa.files.FileHolder;
import tsukasa.files.FileId;
import tsukasa.files.FileKeeper;
import tsukasa.files.FileReaders;
import tsukasa.files.FileType;
import tsukasa.files.KeepOutcome;
import tsukasa.files.KeptFile;
import tsukasa.files.NewFile;
import tsukasa.files.Retention;
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
import tsukasa.plan.RecordOutcome;
import tsukasa.plan.RecordOutcome.Done;
import tsukasa.plan.RecordOutcome.Refused;
import tsukasa.plan.record.ResultImportPage.Fault;
import tsukasa.plan.record.ResultImportPage.Report;
import tsukasa.plan.record.ResultsFile.Reading;

/// Takes many results from one file in two steps: check, then enter exactly what was checked.
@Controller
class ResultImportController {
    static final String KIND = "result-import";
    private static final int FAULTS_SHOWN = 100;
    private final ResultsDesk results;
    private final FileKeeper files;
    private final Notices notices;

    ResultImportController(ResultsDesk results, FileKeeper files, Notices notices) {
        this.results = results;
        this.files = files;
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
        return switch (kept(file, visitor)) {
            case KeepOutcome.Refused refused ->
                page(frame, Errors.none().with("file", frame.say(refused.why()) + frame.say(refused.next())), null);
            case KeepOutcome.Kept(KeptFile kept) -> checked(frame, visitor, kept);
            case KeepOutcome.Quarantined(KeptFile kept) -> checked(frame, visitor, kept);
        };
    }

    /// It is a table, whatever its name ends in. Between the two steps, and for whoever asks later what was entered, it
    /// is kept for whoever sent it.
    private KeepOutcome kept(MultipartFile file, Visitor by) {
        String name = String.valueOf(file.getOriginalFilename());
        return files.keep(
                new NewFile(
                        FileType.CSV.fits(name) ? name : name + "." + FileType.CSV.ending(),
                        file::getInputStream,
                        new FileHolder(KIND, by.id().toString()),
                        Confidentiality.CONFIDENTIAL,
                        Retention.ONE_YEAR),
                by);
    }

    private ResultImportPage checked(Frame frame, Visitor visitor, KeptFile kept) throws IOException {
        Reading reading = read(kept, visitor);
        return reading.fault()
                .map(fault -> page(frame, ResultViews.errors(frame, fault), null))
                .orElseGet(() -> page(frame, Errors.none(), report(frame, kept, reading)));
    }

    private Reading read(KeptFile kept, Visitor visitor) throws IOException {
        try (InputStream in = files.open(kept.id())) {
            return ResultsFile.read(in.readAllBytes(), kept.sha256(), record -> results.check(record, visitor));
        }
    }

    /// What this person had looked through, and nobody else's.
    private KeptFile own(String file, Visitor visitor) {
        return FileId.parse(file)
                .flatMap(files::find)
                .filter(kept ->
                        kept.holder().equals(new FileHolder(KIND, visitor.id().toString())))
                .filter(kept -> files.mayOpen(kept, Optional.of(visitor)))
                .orElseThrow(() -> Problem.notFound(Text.of("確かめたファイルがありません。", "The checked file is gone.")));
    }

    private static Report report(Frame frame, KeptFile kept, Reading reading) {
        List<Fault> faults = reading.lines().stream()
                .filter(line -> line.fault().isPresent())
                .limit(FAULTS_SHOWN)
                .map(line -> new Fault(
                        line.line(),
                        line.fault().map(f -> frame.say(f.why())).orElse(""),
                        line.fault().map(f -> frame.say(f.next())).orElse("")))
                .toList();
        int lines = reading.lines().size();
        return new Report(
                kept.id().toString(), kept.name(), lines, lines - (int) reading.good(), faults, reading.ready());
    }

    @PostMapping("/staff/results/import/entry")
    @Permit(Permission.RECORD_RESULTS)
    Answer enter(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String file,
            @RequestParam(required = false) @Nullable MultipartFile evidence)
            throws IOException {
        KeptFile kept = own(file, visitor);
        Reading reading = read(kept, visitor);
        if (!reading.ready()) {
            return page(frame, Errors.none(), report(frame, kept, reading));
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
        Optional<RecordOutcome> proved = Optional.ofNullable(evidence)
                .filter(one -> !one.isEmpty())
                .map(one -> new NewEvidence(String.valueOf(one.getOriginalFilename()), one::getInputStream))
                .map(one -> results.prove(ids, one, visitor));
        notices.leave(request, notice(frame, ids.size(), proved));
        return new Redirect("/staff/results?state=ENTERED");
    }

    private static Notice notice(Frame frame, int entered, Optional<RecordOutcome> proved) {
        String done = frame.say(entered + "件を記録しました。", entered + " results have been entered.");
        String missing = frame.say("承認の前に、証拠を加えてください。", "Add evidence before they can be approved.");
        return proved.map(outcome -> switch (outcome) {
                    case Done _ -> new Notice(Notice.Kind.DONE, done, null);
                    case Refused refused ->
                        new Notice(
                                Notice.Kind.WARNING,
                                done,
                                frame.say("証拠は加えられませんでした。", "The evidence was not added. ")
                                        + frame.say(refused.why())
                                        + missing);
                })
                .orElse(new Notice(Notice.Kind.DONE, done, missing));
    }

    /// What somebody sent to be looked through is theirs alone.
    @Bean
    static FileReaders readersOfImports() {
        return new FileReaders() {
            @Override
            public String kind() {
                return KIND;
            }

            @Override
            public Text title() {
                return Text.of("まとめて記録した実績のCSV", "CSV of results entered together");
            }

            @Override
            public boolean mayRead(Optional<Visitor> visitor, String id) {
                return visitor.filter(reader -> reader.may(Permission.RECORD_RESULTS))
                        .filter(reader -> reader.id().toString().equals(id))
                        .isPresent();
            }
        };
    }
}
