package tsukasa.plan.importing;

import java.util.List;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Status;

/// Staff: bring in the text of a plan; what was brought in before.
public record ReadingsPage(Frame frame, List<Line> lines, List<Field> fields, Errors errors) implements Page {
    public record Line(
            String id,
            String address,
            String title,
            String name,
            String year,
            String items,
            String indicators,
            String cells,
            String by,
            String at,
            Status status,
            String word) {}

    @Override
    public String title() {
        String plain = frame.say("計画の取込み", "Import a plan");
        return errors.isEmpty() ? plain : frame.say("エラー：", "Error: ") + plain;
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 422;
    }
}
