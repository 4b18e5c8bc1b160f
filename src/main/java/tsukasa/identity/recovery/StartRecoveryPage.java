package tsukasa.identity.recovery;

import tsukasa.identity.Person;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// @param hours how long the person must wait after the second administrator agreed
public record StartRecoveryPage(Frame frame, Person person, String reason, long hours, Errors errors) implements Page {
    @Override
    public String title() {
        String title = frame.say("アカウントの回復を始める", "Start a recovery");
        return errors.isEmpty() ? title : frame.say("エラー：", "Error: ") + title;
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 422;
    }

    public Field reasonField() {
        return Field.longText("reason", frame.say("理由と、本人だと確かめた方法", "Reason, and how you made sure who asks"))
                .required()
                .hint(frame.say("本人にも、このとおり知らせます。", "The person is told these words."))
                .maxLength(500)
                .rows(4)
                .value(reason)
                .errors(errors);
    }
}
