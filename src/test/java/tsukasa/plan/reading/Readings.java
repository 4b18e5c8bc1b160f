package tsukasa.plan.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tsukasa.plan.PlanDocument;
import tsukasa.plan.PlanDocument.Block;
import tsukasa.plan.PlanReader;
import tsukasa.plan.ReadingResult;
import tsukasa.plan.money.TableAuditCommand;

/// Reads texts for tests, and lays documents out so that they can be compared.
final class Readings {
    static final PlanReader READER = new StandardPlanReader(TableAuditCommand.auditor());

    private Readings() {}

    static ReadingResult.Read read(byte[] bytes) {
        return switch (READER.read(bytes, Optional.empty())) {
            case ReadingResult.Read read -> read;
            case ReadingResult.Refused refused -> throw new AssertionError("refused: " + refused);
        };
    }

    static ReadingResult.Read read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    static ReadingResult.Refused refused(byte[] bytes) {
        return switch (READER.read(bytes, Optional.empty())) {
            case ReadingResult.Refused refused -> refused;
            case ReadingResult.Read read ->
                throw new AssertionError("read: " + read.document().nodes());
        };
    }

    static byte[] resource(String name) {
        try (InputStream file = Readings.class.getResourceAsStream("/tsukasa/plan/reading/" + name)) {
            return Objects.requireNonNull(file, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Everything but the line numbers.
    static List<String> tree(PlanDocument document) {
        List<String> tree = new ArrayList<>();
        for (Block block : document.blocks()) {
            switch (block) {
                case PlanDocument.Node node -> {
                    tree.add("%s | %d | %s | %s | title %s | repeats %s"
                            .formatted(
                                    node.place(),
                                    node.depth(),
                                    node.role(),
                                    node.marker(),
                                    node.title().orElse("-"),
                                    node.repeats().map(Object::toString).orElse("-")));
                    node.sentences().forEach(s -> tree.add("   " + s.number() + " " + s.text()));
                }
                case PlanDocument.Passage passage -> tree.add(passage.kind() + " " + passage.lines());
            }
        }
        return tree;
    }

    static String withoutSpace(String text) {
        StringBuilder words = new StringBuilder();
        text.chars().filter(c -> !Characters.isSpace((char) c)).forEach(c -> words.append((char) c));
        return words.toString();
    }
}
