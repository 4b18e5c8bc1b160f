package tsukasa.plan.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tsukasa.plan.PlanDocument;
import tsukasa.plan.PlanDocument.Node;
import tsukasa.plan.SharedPlan;

class RealPlanOutlineTests {
    @Test
    void all_346_headings_and_sentences_stand_at_their_places() {
        List<SourceLine> lines = SourceLine.of(new String(SharedPlan.text(), java.nio.charset.StandardCharsets.UTF_8));
        Wrapping wrapping = Wrapping.of(lines);
        Outline outline = new ProfileChoice(lines, wrapping).best(Profile.all());
        PlanDocument document =
                DocumentBuilder.build(outline, wrapping, "UTF-8").document();
        System.out.println(
                outline.profile() + " " + wrapping + " " + outline.doubts() + outline.unlisted() + outline.evaluated());
        Map<Integer, Integer> nonBlank = new HashMap<>();
        lines.forEach(l -> nonBlank.put(l.number(), nonBlank.size() + 1));
        List<String> found = new ArrayList<>();
        for (Node node : document.nodes()) {
            node.sentences()
                    .forEach(s -> found.add(
                            node.place() + "\ts" + s.number() + "\t" + nonBlank.get(node.line()) + "\t" + s.text()));
        }
        document.nodes().stream()
                .filter(n -> n.repeats().isPresent())
                .forEach(n -> System.out.println(n.place() + " = " + n.repeats()));
        document.nodes().stream()
                .filter(n -> n.title().isPresent())
                .forEach(n -> System.out.println(n.place() + " " + n.title().get()));
        assertThat(found).containsExactlyElementsOf(SharedPlan.sentences());
    }
}
