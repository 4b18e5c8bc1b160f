package tsukasa.identity.me;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tsukasa.identity.Organisation;
import tsukasa.identity.Person;
import tsukasa.identity.SecurityEvent;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Moment;
import tsukasa.kernel.page.Option;
import tsukasa.kernel.page.Page;

/// What a person sees and sets about themselves.
///
/// @param entrusted has permissions of staff, so a second proof belongs to signing in
/// @param elsewhere whether accounts elsewhere can sign one in
/// @param recovering administrators are helping this person back in, or somebody who claims to be them
public record MePage(
        Frame frame,
        Person person,
        String name,
        String chosenLanguage,
        Errors errors,
        List<Acting> organisations,
        List<Delegated> delegated,
        List<Device> devices,
        boolean entrusted,
        boolean recovering,
        List<SecurityEvent> events,
        boolean elsewhere)
        implements Page {
    /// @param chosen what is done now is done for this organisation
    public record Acting(Organisation organisation, String part, boolean chosen) {
        public String path() {
            return "/me/organisations/" + organisation.id();
        }
    }

    /// For whom one may act because one's organisation was given a mandate.
    public record Delegated(String giver, String delegate, String extent, String path, boolean chosen) {}

    /// @param present the one the reader is looking from
    public record Device(
            String name, String words, String way, int level, Instant since, Instant lastUsed, boolean present) {}

    /// What happened to how this person signs in.
    public List<Moment> moments() {
        List<Moment> moments = new ArrayList<>();
        for (SecurityEvent event : events) {
            String when = frame.writing().minute(event.at());
            String what = frame.say(event.kind().title());
            String detail = event.detail().isEmpty() ? null : event.detail();
            moments.add(new Moment(moments.isEmpty() ? Moment.Kind.LATEST : Moment.Kind.PAST, when, what, detail));
        }
        return moments;
    }

    @Override
    public String title() {
        String title = frame.say("マイページ", "My page");
        return errors.isEmpty() ? title : frame.say("エラー：", "Error: ") + title;
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 422;
    }

    public List<Fact> facts() {
        return List.of(
                Fact.of(frame.say("メールアドレス", "Email"), person.email().value()),
                Fact.of(frame.say("登録日", "Registered"), frame.writing().day(person.createdAt())));
    }

    public Field nameField() {
        return Field.text("name", frame.say("表示名", "Name to show"))
                .required()
                .autocomplete("name")
                .maxLength(100)
                .value(name)
                .errors(errors);
    }

    public Field languageField() {
        return Field.radio(
                        "language",
                        frame.say("お知らせの言語", "Language of our mails"),
                        List.of(Option.of("ja", "日本語"), Option.of("en", "English")))
                .required()
                .value(chosenLanguage)
                .errors(errors);
    }
}
