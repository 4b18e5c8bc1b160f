package tsukasa.files.oversight;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tsukasa.files.FileHolder;
import tsukasa.files.FileOversight;
import tsukasa.files.FileOversight.Record;
import tsukasa.files.FileOversight.Wanted;
import tsukasa.files.FileReaders;
import tsukasa.files.FileSettings;
import tsukasa.files.FileState;
import tsukasa.files.KeptFile;
import tsukasa.files.VirusScanner;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Option;
import tsukasa.kernel.page.Paging;
import tsukasa.kernel.page.Writing;

/// Says how files stand.
@Component
class FileViews {
    private final FileOversight oversight;
    private final VirusScanner scanner;
    private final FileSettings settings;
    private final ObjectProvider<FileReaders> readers;

    FileViews(
            FileOversight oversight, VirusScanner scanner, FileSettings settings, ObjectProvider<FileReaders> readers) {
        this.oversight = oversight;
        this.scanner = scanner;
        this.settings = settings;
        this.readers = readers;
    }

    FilesPage list(Frame f, Wanted wanted, List<KeptFile> files, Paging paging) {
        long waiting = oversight.quarantined();
        String count = f.writing().number(paging.total());
        String sentence = waiting == 0
                ? f.say(count + "件のファイルがあります。隔離中のものはありません。", count + " files. None is in quarantine.")
                : f.say(
                        count + "件のファイルがあり、" + waiting + "件の中身が隔離されています。",
                        count + " files; " + waiting + " contents are in quarantine.");
        return new FilesPage(
                f,
                sentence,
                scanning(f),
                fields(f, wanted),
                files.stream().map(file -> row(f, file)).toList(),
                paging);
    }

    private String scanning(Frame f) {
        if (scanner.configured()) {
            return f.say(
                    "受け取るときにClamAVで検査します。応答がないあいだに届いたものは隔離し、応答が戻ると自動で検査します。",
                    "ClamAV scans what comes in. What came while it was away is quarantined, and scanned once it is back.");
        }
        return settings.acceptsUnscanned()
                ? f.say(
                        "ウイルス検査は設定されていません。運用者の判断で、未検査のまま開けるようにしています。",
                        "No virus scanner is set up. The operator lets files be opened unscanned.")
                : f.say(
                        "ウイルス検査が設定されていないため、届いたファイルはすべて隔離されます（tsukasa.clamav）。",
                        "No virus scanner is set up, so everything is quarantined (tsukasa.clamav).");
    }

    private List<Field> fields(Frame f, Wanted wanted) {
        List<Option> states = Stream.concat(
                        Stream.of(Option.of("", f.say("保管中のすべて", "All that are kept"))),
                        Arrays.stream(FileState.values()).map(one -> Option.of(one.name(), f.say(one.title()))))
                .toList();
        List<Option> kinds = Stream.concat(
                        Stream.of(Option.of("", f.say("すべて", "All"))),
                        oversight.kinds().stream().map(kind -> Option.of(kind, title(f, kind))))
                .toList();
        List<Option> holds =
                List.of(Option.of("", f.say("すべて", "All")), Option.of("yes", f.say("廃棄停止中だけ", "On hold only")));
        return List.of(
                Field.search("q", f.say("名前、SHA-256、対象の番号", "Name, SHA-256 or holder"))
                        .value(wanted.text()),
                Field.select("state", f.say("状態", "State"), states)
                        .value(FilesController.shown(wanted)
                                .map(FileState::name)
                                .orElse("")),
                Field.select("kind", f.say("対象", "Belongs to"), kinds).value(wanted.kind()),
                Field.select("held", f.say("廃棄停止", "Hold"), holds).value(wanted.held() ? "yes" : ""));
    }

    private Optional<FileReaders> owner(String kind) {
        return readers.stream().filter(one -> one.kind().equals(kind)).findFirst();
    }

    private String title(Frame f, String kind) {
        return owner(kind).map(one -> f.say(one.title())).orElse(kind);
    }

    private FilesPage.Row row(Frame f, KeptFile file) {
        return new FilesPage.Row(
                "/admin/files/" + file.id(),
                file.name(),
                f.say(file.type().title()) + "・" + Writing.size(file.size()),
                title(f, file.holder().kind()) + " " + file.holder().id(),
                f.writing().minute(file.keptAt()),
                file.keptByName(),
                until(f, file),
                file.hold().isPresent(),
                file.confidential(),
                file.state().status(),
                f.say(file.state().title()));
    }

    private static String until(Frame f, KeptFile file) {
        return file.keepUntil().map(LocalDate::toString).orElse(f.say("常用", "In use"));
    }

    FilePage one(Frame f, Record record, Errors errors, String typed) {
        KeptFile file = record.file();
        return new FilePage(
                f,
                file.name(),
                file.state().status(),
                f.say(file.state().title()),
                sentence(f, record),
                facts(f, record),
                deeds(f, file, errors, typed),
                errors);
    }

    private static String sentence(Frame f, Record record) {
        return switch (record.file().state()) {
            case CLEAN -> f.say("検査で問題は見つかっていません。", "Nothing was found in it.");
            case UNSCANNED -> f.say("検査されていませんが、開けるようになっています。", "It was not scanned and opens all the same.");
            case QUARANTINED ->
                f.say("検査を待っています。加えた人のほかは開けません。", "It waits for a scan. Nobody but who added it can open it.");
            case RELEASED -> f.say("管理者が隔離を解きました。", "An administrator released it.");
            case INFECTED ->
                f.say(
                        "検査で " + record.finding().orElse("") + " が見つかりました。だれも開けません。",
                        "A scan found " + record.finding().orElse("") + ". Nobody can open it.");
            case GONE -> f.say("廃棄されました。記録だけが残っています。", "It was disposed of. Only its record is left.");
        };
    }

    private List<Fact> facts(Frame f, Record record) {
        KeptFile file = record.file();
        FileHolder holder = file.holder();
        String belongs = title(f, holder.kind()) + " " + holder.id();
        List<Fact> facts = new ArrayList<>();
        facts.add(owner(holder.kind())
                .flatMap(one -> one.address(holder.id()))
                .map(address -> Fact.of(f.say("対象", "Belongs to"), belongs, address))
                .orElse(Fact.of(f.say("対象", "Belongs to"), belongs)));
        facts.add(Fact.of(f.say("種類", "Type"), f.say(file.type().title()) + "・" + Writing.size(file.size())));
        facts.add(Fact.of(f.say("扱い", "Handling"), f.say(file.confidentiality().title())));
        facts.add(Fact.of(
                f.say("加えた人", "Added by"), file.keptByName() + "　" + f.writing().minute(file.keptAt())));
        facts.add(Fact.of(
                f.say("保存期間", "Retention"),
                f.say(file.retention().title())
                        + file.keepUntil()
                                .map(day -> f.say("（" + day + "まで）", " (until " + day + ")"))
                                .orElse("")));
        facts.add(Fact.of("SHA-256", file.sha256()));
        if (record.records() > 1) {
            facts.add(Fact.of(
                    f.say("同じ中身の記録", "Records of the same content"), f.writing().number(record.records())));
        }
        record.scannedAt()
                .ifPresent(at ->
                        facts.add(Fact.of(f.say("検査", "Scanned"), f.writing().minute(at))));
        record.released().ifPresent(who -> facts.add(Fact.of(f.say("隔離の解除", "Released"), who)));
        file.hold()
                .ifPresent(why -> facts.add(
                        Fact.of(f.say("廃棄の停止", "Hold"), record.heldBy().orElse("") + ": " + why)));
        record.goneAt()
                .ifPresent(at -> facts.add(Fact.of(
                        f.say("廃棄", "Disposed of"),
                        f.writing().minute(at) + "　" + record.goneWhy().orElse(""))));
        return facts;
    }

    private static List<FilePage.Deed> deeds(Frame f, KeptFile file, Errors errors, String typed) {
        List<FileDeed> possible = new ArrayList<>();
        if (file.state() == FileState.QUARANTINED) {
            possible.add(FileDeed.RELEASE);
        }
        if (file.state() != FileState.GONE) {
            possible.add(file.hold().isPresent() ? FileDeed.LIFT : FileDeed.HOLD);
        }
        if (file.state() != FileState.GONE && file.hold().isEmpty()) {
            possible.add(FileDeed.DISPOSE);
        }
        return possible.stream().map(deed -> deed(f, file, deed, errors, typed)).toList();
    }

    private static FilePage.Deed deed(Frame f, KeptFile file, FileDeed deed, Errors errors, String typed) {
        String wrong = errors.of(deed.field());
        return new FilePage.Deed(
                f.say(deed.title()),
                f.say(deed.meaning()),
                "/admin/files/" + file.id() + "/" + deed.path(),
                Field.text(deed.field(), f.say("理由", "Reason"))
                        .required()
                        .maxLength(500)
                        .value(wrong == null ? "" : typed)
                        .error(wrong),
                deed == FileDeed.DISPOSE);
    }
}
