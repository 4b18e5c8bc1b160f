package tsukasa.alerts.mailing;

import java.util.List;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// 注意喚起のメール配信: asks for an address and what to send there.
public record SubscribePage(Frame frame, List<Field> fields, Errors errors) implements Page {
    public SubscribePage {
        fields = List.copyOf(fields);
    }

    @Override
    public String title() {
        return (errors.isEmpty() ? "" : frame.say("エラー：", "Error: ")) + frame.say("注意喚起をメールで受け取る", "Alerts by mail");
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 422;
    }
}
