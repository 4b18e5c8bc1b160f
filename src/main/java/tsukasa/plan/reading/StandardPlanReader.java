package tsukasa.plan.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tsukasa.kernel.Text;
import tsukasa.plan.Doubt;
import tsukasa.plan.MoneyTable;
import tsukasa.plan.PlanChange;
import tsukasa.plan.PlanDocument;
import tsukasa.plan.PlanReader;
import tsukasa.plan.ReadingResult;
import tsukasa.plan.TableAuditor;

/// Bytes → text → lines → outline → document, indicators, tables.
@Component
class StandardPlanReader implements PlanReader {
    private static final int FEWEST_ITEMS = 3;
    private static final int FEWEST_WORDS = 4;
    /// A hundred times the longest plan known.
    private static final int MOST_LINES = 200_000;
    private static final int MOST_DOUBTS = 1_000;
    private static final List<String> PLAN_WORDS = List.of(
            "年度計画",
            "中期計画",
            "中期目標",
            "中長期",
            "事業年度",
            "年度",
            "措置",
            "業務運営",
            "評価指標",
            "予算",
            "収支計画",
            "資金計画",
            "通則法",
            "独立行政法人",
            "国立研究開発法人",
            "短期借入金",
            "剰余金",
            "財務内容",
            "目標を達成",
            "運営費交付金");
    private static final Pattern ARTICLE = Pattern.compile("第[0-9０-９一二三四五六七八九十百]+条[ 　の（(].*|第[0-9０-９一二三四五六七八九十百]+条");

    private final List<Profile> profiles = Profile.all();
    private final TablesReader tables;

    StandardPlanReader(TableAuditor auditor) {
        this.tables = new TablesReader(LabelDictionary.load(), auditor);
    }

    @Override
    public ReadingResult read(byte[] bytes, Optional<String> profile) {
        List<Profile> chosen = profile.map(name ->
                        profiles.stream().filter(p -> p.name().equals(name)).toList())
                .orElse(profiles);
        if (chosen.isEmpty()) {
            return new ReadingResult.Refused(Refusals.unknownProfile(profile.orElse(""), profiles()), 0);
        }
        return switch (Decoder.decode(bytes)) {
            case Decoder.Decoded.Unreadable(Text reason, int line) -> new ReadingResult.Refused(reason, line);
            case Decoder.Decoded.Readable readable -> read(readable, chosen);
        };
    }

    private ReadingResult read(Decoder.Decoded.Readable readable, List<Profile> chosen) {
        List<SourceLine> lines = SourceLine.of(readable.text());
        if (lines.size() > MOST_LINES) {
            return new ReadingResult.Refused(Refusals.tooManyLines(lines.size(), MOST_LINES), MOST_LINES);
        }
        Wrapping wrapping = Wrapping.of(lines);
        Outline outline = new ProfileChoice(lines, wrapping).best(chosen);
        TablesReader.Found found = tables.read(outline);
        Optional<Text> refusal = refusal(readable.text(), lines, outline, found.tables());
        if (refusal.isPresent()) {
            return new ReadingResult.Refused(refusal.get(), 0);
        }
        DocumentBuilder.Built built = DocumentBuilder.build(outline, wrapping, readable.charset());
        IndicatorReader.Found indicators = IndicatorReader.read(built.document());
        List<Doubt> doubts = new ArrayList<>(readable.doubts());
        doubts.addAll(outline.doubts());
        doubts.addAll(built.doubts());
        doubts.addAll(indicators.doubts());
        doubts.addAll(found.doubts());
        doubts.addAll(Endings.doubts(built.document()));
        return new ReadingResult.Read(built.document(), indicators.indicators(), found.tables(), sorted(doubts));
    }

    private static List<Doubt> sorted(List<Doubt> doubts) {
        List<Doubt> sorted = new ArrayList<>(doubts.stream()
                .sorted(Comparator.comparingInt(Doubt::line))
                .limit(MOST_DOUBTS)
                .toList());
        if (doubts.size() > MOST_DOUBTS) {
            sorted.addFirst(new Doubt(0, Doubt.Kind.STRUCTURE, Doubts.more(doubts.size() - MOST_DOUBTS)));
        }
        return sorted;
    }

    private static Optional<Text> refusal(
            String text, List<SourceLine> lines, Outline outline, List<MoneyTable> found) {
        int words = (int) PLAN_WORDS.stream().filter(text::contains).count();
        long articles =
                lines.stream().filter(l -> ARTICLE.matcher(l.text()).matches()).count();
        int items = outline.inSequence() + outline.jumps();
        if (articles >= 3 && articles * 8 > items) {
            return Optional.of(Refusals.law((int) articles));
        }
        if (items < FEWEST_ITEMS && found.isEmpty()) {
            return Optional.of(Refusals.noNumbering(lines.size(), items));
        }
        return words < FEWEST_WORDS ? Optional.of(Refusals.noPlanWords(words)) : Optional.empty();
    }

    @Override
    public List<String> lines(byte[] bytes) {
        return switch (Decoder.decode(bytes)) {
            case Decoder.Decoded.Readable readable -> SourceLine.all(readable.text());
            case Decoder.Decoded.Unreadable unreadable -> List.of();
        };
    }

    @Override
    public List<String> profiles() {
        return profiles.stream().map(Profile::name).toList();
    }

    @Override
    public String print(PlanDocument document) {
        return DocumentPrinter.print(document);
    }

    @Override
    public List<PlanChange> changes(PlanDocument earlier, PlanDocument later) {
        return DocumentDiff.between(earlier, later);
    }
}
