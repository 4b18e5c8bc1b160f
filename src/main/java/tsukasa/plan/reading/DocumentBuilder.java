package tsukasa.plan.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tsukasa.plan.Doubt;
import tsukasa.plan.PlanDocument;
import tsukasa.plan.PlanDocument.Block;
import tsukasa.plan.PlanDocument.Node;
import tsukasa.plan.PlanDocument.Passage;
import tsukasa.plan.reading.Outline.Draft;
import tsukasa.plan.reading.Outline.Entry;
import tsukasa.plan.reading.Outline.FurnitureLine;
import tsukasa.plan.reading.Outline.TableLines;

/// Makes the document of an outline: sentences, titles, links.
final class DocumentBuilder {
    private final Wrapping wrapping;
    private final List<Doubt> doubts = new ArrayList<>();

    private DocumentBuilder(Wrapping wrapping) {
        this.wrapping = wrapping;
    }

    record Built(PlanDocument document, List<Doubt> doubts) {}

    static Built build(Outline outline, Wrapping wrapping, String charset) {
        DocumentBuilder builder = new DocumentBuilder(wrapping);
        List<Block> blocks =
                Repeats.link(outline.entries().stream().map(builder::block).toList());
        builder.doubts.addAll(Repeats.withoutOriginal(blocks));
        return new Built(new PlanDocument(outline.profile().name(), charset, blocks), builder.doubts);
    }

    private Block block(Entry entry) {
        return switch (entry) {
            case Draft draft -> node(draft);
            case FurnitureLine(SourceLine line) ->
                new Passage(Passage.Kind.FURNITURE, line.number(), List.of(line.text()));
            case TableLines(List<SourceLine> lines, List<String> within) ->
                new Passage(Passage.Kind.TABLES, lines.getFirst().number(), withBlankLines(lines));
        };
    }

    private Node node(Draft draft) {
        Sentences.Split split = Sentences.of(draft.lines());
        if (split.unclosed()) {
            doubts.add(new Doubt(draft.lines().getFirst().number(), Doubt.Kind.STRUCTURE, Doubts.unclosed()));
        }
        return new Node(
                draft.place(),
                draft.depth(),
                draft.role(),
                draft.marker(),
                draft.role() == PlanDocument.Role.PREAMBLE ? Optional.empty() : Titles.of(draft.lines(), wrapping),
                split.sentences(),
                Optional.empty());
    }

    /// Blank lines inside tables stay: they may tell a page number from a cell.
    private static List<String> withBlankLines(List<SourceLine> lines) {
        List<String> all = new ArrayList<>();
        for (SourceLine line : lines) {
            for (int i = 0; i < line.gap() && !all.isEmpty(); i++) {
                all.add("");
            }
            all.add(line.text());
        }
        return all;
    }
}
