package tsukasa.plan.record;

import java.util.List;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// Staff: one result to be entered.
///
/// @param key the same for every sending of this form, so that it makes one record
public record ResultFormPage(Frame frame, List<Field> fields, Errors errors, String key) implements Page {
    @Override
    public String title() {
        String plain = frame.say("実績を記録する", "Enter a result");
        return errors.isEmpty() ? plain : frame.say("エラー：", "Error: ") + plain;
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 422;
    }
}
